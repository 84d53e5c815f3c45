namespace LowCodeErp.Runtime.Indexes;

/// <summary>An index of a form's table that queries can use.</summary>
/// <param name="Columns">In their order; blank for what is no column.</param>
public sealed record TableIndex(string Name, IReadOnlyList<string> Columns);
