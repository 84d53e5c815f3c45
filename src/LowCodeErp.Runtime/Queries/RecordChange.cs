using System.Collections.Frozen;

namespace LowCodeErp.Runtime.Queries;

/// <summary>One entry of a record's history.</summary>
/// <param name="At">In UTC.</param>
/// <param name="Changes">Before and after, by field key, as stored: <c>{"name":[null,"Acme"]}</c>.</param>
public sealed record RecordChange(long Version, DateTime At, string ActorName, string Action, string Source, string Changes)
{
    /// <summary>Keys of the fields of which the changes hold masks, as texts.</summary>
    public IReadOnlySet<string> Masked { get; init; } = FrozenSet<string>.Empty;
}
