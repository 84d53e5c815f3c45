using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Forms;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Schema;

/// <summary>
/// Whether the values, where they stand after the change, meet what the fields now demand. The database would refuse a unique
/// index with a message for programmers; what is required it does not know.
/// </summary>
internal sealed class SchemaDataChecks(WorkspaceContext services, WriteTransaction transaction)
{
    private const int MostListed = 50;

    private readonly ISqlGenerationHelper _sql = services.GetService<ISqlGenerationHelper>();

    private string Alive => $"{Quote(SystemColumns.DeletedAt)} IS NULL";

    /// <summary>The values that there are, the trash included.</summary>
    public Task<long> CountAsync(string table, string column, CancellationToken cancellationToken)
        => CountAsync($"SELECT COUNT({Quote(column)}) FROM {Quote(table)}", cancellationToken);

    /// <param name="isTouched">Whether the field's values were converted or come back, so that they are asked again.</param>
    public async Task<IReadOnlyList<Diagnostic>> CheckAsync(SchemaComparison comparison, Predicate<FieldPair> isTouched, CancellationToken cancellationToken)
    {
        var diagnostics = new List<Diagnostic>();
        foreach (var pair in comparison.Fields)
        {
            if (pair.New.IsUnique && (!pair.Old.IsUnique || pair.IsSealed || isTouched(pair)))
            {
                diagnostics.AddRange(await FindRepeatedAsync(pair.New, cancellationToken));
            }

            if (pair.New is { IsAlwaysRequired: true, IsComputed: false } && (!pair.Old.IsAlwaysRequired || isTouched(pair)))
            {
                diagnostics.AddRange(await FindBlankAsync(pair.New, SchemaDiagnostics.ValuesMissing, cancellationToken));
            }
        }

        foreach (var field in NewRequiredFields(comparison))
        {
            diagnostics.AddRange(await FindBlankAsync(field, (added, count, _) => SchemaDiagnostics.RequiredIsNew(added, count), cancellationToken));
        }

        return diagnostics;
    }

    private static IEnumerable<FieldModel> NewRequiredFields(SchemaComparison comparison)
        => comparison.Forms.SelectMany(form => form.New.StoredFields)
            .Where(field => field is { IsAlwaysRequired: true, IsComputed: false } && comparison.Fields.All(pair => pair.New != field));

    private async Task<IEnumerable<Diagnostic>> FindRepeatedAsync(FieldModel field, CancellationToken cancellationToken)
    {
        var column = Quote(field.Compared.Column);
        var groups = $"SELECT {column} AS v, COUNT(*) AS n FROM {Quote(field.Form.Table)} WHERE {column} IS NOT NULL AND {Alive} GROUP BY {column} HAVING COUNT(*) > 1";
        var count = await CountAsync($"SELECT COUNT(*) FROM ({groups}) AS d", cancellationToken);
        return count == 0 ? [] : [SchemaDiagnostics.ValuesNotUnique(field, count, field.IsSensitive ? [] : await ListAsync($"SELECT v FROM ({groups}) AS d ORDER BY n DESC, v", cancellationToken))];
    }

    private async Task<IEnumerable<Diagnostic>> FindBlankAsync(
        FieldModel field, Func<FieldModel, long, IReadOnlyList<string>, Diagnostic> describe, CancellationToken cancellationToken)
    {
        var blank = $"FROM {Quote(field.Form.Table)} WHERE {Quote(field.Column)} IS NULL AND {Alive}";
        var count = await CountAsync($"SELECT COUNT(*) {blank}", cancellationToken);
        var name = field.Form.Title is { IsStored: true } title ? title.Column : SystemColumns.Id;
        return count == 0 ? [] : [describe(field, count, await ListAsync($"SELECT {Quote(name)} {blank} ORDER BY {Quote(SystemColumns.Id)}", cancellationToken))];
    }

    private async Task<long> CountAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Create(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    /// <summary>The first values of the query's only column.</summary>
    private async Task<IReadOnlyList<string>> ListAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Create($"{sql} {RowLimit.Of(services, MostListed)}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var values = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return values;
    }

    private System.Data.Common.DbCommand Create(string sql)
    {
        var command = transaction.Connection.CreateCommand();
        command.Transaction = transaction.Transaction;
        command.CommandText = sql;
        return command;
    }

    private string Quote(string name) => _sql.DelimitIdentifier(name);
}
