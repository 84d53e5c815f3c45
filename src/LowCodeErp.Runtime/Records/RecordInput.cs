using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Records;

/// <summary>One record as a door hands it in. What is not named stays as it is (or gets its default when new).</summary>
public sealed record RecordInput
{
    /// <summary>Null for a new record, unless the request names a key field.</summary>
    public long? Id { get; init; }

    /// <summary>The version that the change was made from; when the stored one is newer the save is refused. Null: whatever is stored.</summary>
    public long? Version { get; init; }

    /// <summary>By field key.</summary>
    public IReadOnlyDictionary<string, InputValue> Values { get; init; } = new Dictionary<string, InputValue>();

    /// <summary>The warnings that whoever saves has seen and accepted, by <see cref="RecordWarning.Name"/>. Those of lines are named with their record.</summary>
    public IReadOnlySet<string> Confirmed { get; init; } = new HashSet<string>();

    /// <summary>By key of the sub-table field: all of its lines in their order. Stored lines that are missing here are deleted.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<RecordInput>> Lines { get; init; } = new Dictionary<string, IReadOnlyList<RecordInput>>();

    /// <summary>The same record, with these warnings accepted too.</summary>
    public RecordInput Confirming(IEnumerable<RecordWarning> warnings)
        => this with { Confirmed = warnings.Select(warning => warning.Name).Concat(Confirmed).ToHashSet() };
}
