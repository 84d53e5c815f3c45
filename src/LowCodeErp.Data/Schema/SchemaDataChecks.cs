using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Schema;

/// <summary>
/// Whether the stored values allow a change of the tables: a field that becomes unique, or holds less than before. The
/// database would refuse some of these with a message for programmers, and round the digits of others without a word.
/// </summary>
internal sealed class SchemaDataChecks(WorkspaceContext services, WriteTransaction transaction)
{
    private readonly ISqlGenerationHelper _sql = services.GetService<ISqlGenerationHelper>();

    public async Task<IReadOnlyList<Diagnostic>> CheckAsync(SchemaComparison comparison, CancellationToken cancellationToken)
    {
        var diagnostics = new List<Diagnostic>();
        foreach (var (old, field) in comparison.KeptFields)
        {
            if (field.IsUnique && !old.IsUnique && await CountAsync(DuplicatesSql(field), cancellationToken) is > 0 and var duplicates)
            {
                diagnostics.Add(SchemaDiagnostics.ValuesNotUnique(field, duplicates));
            }

            if (IsNarrower(old.Storage, field.Storage) && await CountAsync(MisfitsSql(field), cancellationToken) is > 0 and var misfits)
            {
                diagnostics.Add(SchemaDiagnostics.ValuesTooLarge(field, misfits));
            }
        }

        return diagnostics;
    }

    private static bool IsNarrower(StorageShape old, StorageShape now)
        => now.Kind == StorageKind.Text ? now.Length is { } length && (old.Length is not { } before || length < before)
            : now.Kind == StorageKind.Number && (ColumnTypes.ScaleOf(now) < ColumnTypes.ScaleOf(old) || WholeDigits(now) < WholeDigits(old));

    private static int WholeDigits(StorageShape number) => ColumnTypes.PrecisionOf(number) - ColumnTypes.ScaleOf(number);

    private string DuplicatesSql(FieldModel field)
    {
        var column = _sql.DelimitIdentifier(field.Column);
        return $"SELECT COUNT(*) FROM (SELECT {column} FROM {_sql.DelimitIdentifier(field.Form.Table)} "
            + $"WHERE {column} IS NOT NULL AND {_sql.DelimitIdentifier(SystemColumns.DeletedAt)} IS NULL GROUP BY {column} HAVING COUNT(*) > 1) AS d";
    }

    /// <summary>The trash counts too: its values are in the same column.</summary>
    private string MisfitsSql(FieldModel field)
        => $"SELECT COUNT(*) FROM {_sql.DelimitIdentifier(field.Form.Table)} WHERE {MisfitCondition(_sql.DelimitIdentifier(field.Column), field.Storage)}";

    private string MisfitCondition(string column, StorageShape storage)
    {
        if (storage.Kind == StorageKind.Text)
        {
            var length = services.Database.ProviderName!.EndsWith("SqlServer", StringComparison.Ordinal) ? "LEN" : "length";
            return string.Create(CultureInfo.InvariantCulture, $"{length}({column}) > {storage.Length}");
        }

        var limit = "1" + new string('0', WholeDigits(storage));
        return string.Create(CultureInfo.InvariantCulture, $"round({column}, {ColumnTypes.ScaleOf(storage)}) <> {column} OR abs({column}) >= {limit}");
    }

    private async Task<long> CountAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = transaction.Connection.CreateCommand();
        command.Transaction = transaction.Transaction;
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }
}
