using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Queries;

/// <summary>Records that have the same value of a field.</summary>
/// <param name="Key">The value; blank for those without one.</param>
/// <param name="Title">Of the record or member that the value names; null for any other kind.</param>
/// <param name="Sums">In the order of the asked fields; blanks count as nothing.</param>
public sealed record RecordGroup(Value Key, string? Title, int Count, IReadOnlyList<decimal> Sums);
