using System.Data.Common;
using System.Runtime.CompilerServices;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Encryption;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Schema;

/// <summary>
/// Encrypts the stored values of a field that becomes sensitive, and decrypts those of one that is so no more, in their own column: a kept column
/// with the readable values would be what the author wants to get rid of. A batch at a time, so that memory does not grow with the table.
/// </summary>
internal sealed class SealingRun(WorkspaceContext services, WriteTransaction transaction)
{
    private const int BatchSize = 1_000;

    private readonly ISqlGenerationHelper _sql = services.GetService<ISqlGenerationHelper>();

    private DataKeys Keys => services.Keys;

    /// <summary>Once the column is wide enough, and the one for its blind index is there.</summary>
    public async Task SealAsync(FieldModel field, CancellationToken cancellationToken)
    {
        await OverwriteAsync(cancellationToken);
        var update = $"UPDATE {Quote(field.Form.Table)} SET {Quote(field.Column)} = @value, {Quote(field.Compared.Column)} = @index WHERE {Quote(SystemColumns.Id)} = @id";
        await foreach (var (id, text) in ReadAsync(field.Form.Table, field.Column, cancellationToken))
        {
            await WriteAsync(update, id, Keys.Seal(field, id, text), Keys.IndexOf(field, text), cancellationToken);
        }
    }

    /// <summary>Of a field that was encrypted before, but comes back without its blind index: what is computed is not kept.</summary>
    /// <returns>The first value that cannot be decrypted; null when all were.</returns>
    public async Task<Diagnostic?> IndexAsync(FieldModel field, CancellationToken cancellationToken)
    {
        var update = $"UPDATE {Quote(field.Form.Table)} SET {Quote(field.Compared.Column)} = @value WHERE {Quote(SystemColumns.Id)} = @id";
        await foreach (var (id, text) in ReadAsync(field.Form.Table, field.Column, cancellationToken))
        {
            if (Keys.Open(field, id, text) is not { } opened)
            {
                return Keys.Problem ?? EncryptionDiagnostics.ValueUnreadable(field, id);
            }

            await WriteAsync(update, id, Keys.IndexOf(field, opened), null, cancellationToken);
        }

        return null;
    }

    /// <summary>Before the column is made as narrow as the field says.</summary>
    /// <returns>The first value that cannot be decrypted; null when all were.</returns>
    public async Task<Diagnostic?> OpenAsync(FieldPair pair, CancellationToken cancellationToken)
    {
        var (table, column) = (pair.Form.TableBefore, pair.ColumnBefore);
        var update = $"UPDATE {Quote(table)} SET {Quote(column)} = @value WHERE {Quote(SystemColumns.Id)} = @id";
        await foreach (var (id, text) in ReadAsync(table, column, cancellationToken))
        {
            if (Keys.Open(pair.Old, id, text) is not { } opened)
            {
                return Keys.Problem ?? EncryptionDiagnostics.ValueUnreadable(pair.Old, id);
            }

            await WriteAsync(update, id, opened, null, cancellationToken);
        }

        return null;
    }

    /// <summary>SQLite leaves what was overwritten in the free parts of its pages unless it is told not to.</summary>
    private async Task OverwriteAsync(CancellationToken cancellationToken)
    {
        if (services.Database.IsSqlite())
        {
            await using var command = Create("PRAGMA secure_delete = ON");
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>The trash too: its values are in the same column.</summary>
    private async IAsyncEnumerable<(long Id, string Text)> ReadAsync(
        string table, string column, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0L;
        while (await ReadBatchAsync(table, column, last, cancellationToken) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                yield return row;
            }

            last = rows[^1].Id;
        }
    }

    private async Task<List<(long Id, string Text)>> ReadBatchAsync(string table, string column, long last, CancellationToken cancellationToken)
    {
        var id = Quote(SystemColumns.Id);
        await using var command = Create($"SELECT {id}, {Quote(column)} FROM {Quote(table)} WHERE {id} > @last AND {Quote(column)} IS NOT NULL ORDER BY {id} {RowLimit.Of(services, BatchSize)}");
        Add(command, "@last", last);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<(long, string)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add((reader.GetInt64(0), reader.GetString(1)));
        }

        return rows;
    }

    private async Task WriteAsync(string update, long id, string value, string? index, CancellationToken cancellationToken)
    {
        await using var command = Create(update);
        Add(command, "@value", value);
        Add(command, "@id", id);
        if (index is not null)
        {
            Add(command, "@index", index);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private DbCommand Create(string text)
    {
        var command = transaction.Connection.CreateCommand();
        command.Transaction = transaction.Transaction;
        command.CommandText = text;
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private string Quote(string name) => _sql.DelimitIdentifier(name);
}
