using LowCodeErp.Data.Indexes;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Indexes;

namespace LowCodeErp.Data.Schema;

/// <summary>
/// The indexes that administrators added go with their fields: one whose column is made anew is made anew, one that loses a field is dropped. EF knows
/// nothing of them.
/// </summary>
internal sealed class IndexMoves(DatabaseProvider provider, SchemaComparison comparison, IReadOnlyList<CatalogIndex> added)
{
    /// <param name="removed">The columns that are taken out of use.</param>
    public static async Task<IndexMoves> FindAsync(
        WriteTransaction transaction, DatabaseProvider provider, SchemaComparison comparison, IEnumerable<FieldModel> removed, CancellationToken cancellationToken)
    {
        var columns = removed.Select(field => (field.Form.Table, field.Column)).ToHashSet();
        var tables = comparison.RemovedForms.Select(form => form.Table).ToHashSet(StringComparer.Ordinal);
        var all = await IndexCatalog.ReadAsync(transaction.Connection, transaction.Transaction, provider, cancellationToken);
        return new(provider, comparison, [.. all.Where(index => index.IsAdded && (tables.Contains(index.Table) || index.Columns.Any(column => columns.Contains((index.Table, column)))))]);
    }

    /// <summary>Before columns and tables move: the names are wanted again.</summary>
    public IEnumerable<string> Drops => added.Select(index => IndexStatements.Drop(provider, index, isOnline: false));

    /// <summary>Once the values are where they belong.</summary>
    public IEnumerable<string> Creations => added.Select(Recreate).OfType<string>();

    private string? Recreate(CatalogIndex index)
    {
        IReadOnlyList<string> columns = [.. index.Columns.Where(column => column is not (SystemColumns.Id or SystemColumns.DeletedAt))];
        return comparison.To.Forms.FirstOrDefault(form => form.Table == index.Table) is { } form && columns.All(column => Suits(form, column))
            ? IndexStatements.Create(provider, index.Table, columns, isOnline: false)
            : null;
    }

    private static bool Suits(FormModel form, string column) => form.StoredFields.Any(field => field.Column == column && IndexedFields.Suits(field));
}
