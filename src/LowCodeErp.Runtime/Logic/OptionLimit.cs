namespace LowCodeErp.Runtime.Logic;

/// <summary>Options of a field that are offered where a condition holds.</summary>
/// <param name="Options">Keys.</param>
public sealed record OptionLimit(FieldCondition When, IReadOnlySet<string> Options);
