namespace LowCodeErp.Data.Indexes;

/// <summary>An index as the database knows it.</summary>
/// <param name="Columns">In their order; blank for an expression.</param>
/// <param name="IsPartial">Whether it leaves out rows.</param>
/// <param name="IsUsable">Whether it was made to the end.</param>
internal sealed record CatalogIndex(string Table, string Name, IReadOnlyList<string> Columns, bool IsPartial, bool IsUsable)
{
    /// <summary>Whether an administrator added it by the product's own means.</summary>
    public bool IsAdded => IndexName.IsAdded(Name);
}
