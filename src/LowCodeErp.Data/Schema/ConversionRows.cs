using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Records;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Schema;

/// <summary>Reads what is to be converted and writes what became of it, a batch at a time, so that memory does not grow with the table.</summary>
internal sealed class ConversionRows(WorkspaceContext services, WriteTransaction transaction)
{
    private const int BatchSize = 1_000;

    private readonly ISqlGenerationHelper _sql = services.GetService<ISqlGenerationHelper>();
    private readonly SchemaModels _models = new(services);

    private string Id => Quote(SystemColumns.Id);

    /// <summary>The trash too: its values are in the same column.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ConversionRow>> ReadAsync(
        ConversionPlace place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var source = Find(place.Pair.Old, place.Source);
        var memory = place.Pair.Memory.Select(kept => Find(kept.Field, kept.Row.ColumnName)).ToList();
        var last = 0L;
        while (await ReadBatchAsync(place, source, memory, last, cancellationToken) is { Count: > 0 } rows)
        {
            yield return rows;
            last = rows[^1].Id;
        }
    }

    /// <summary>Sets the new column where there is a value.</summary>
    public async Task WriteAsync(FieldModel field, IReadOnlyList<(long Id, object Content)> values, CancellationToken cancellationToken)
    {
        var column = Find(field, field.Column);
        var text = $"UPDATE {Quote(field.Form.Table)} SET {column.QuotedName} = @value WHERE {Id} = @id";
        if (transaction.Connection.CanCreateBatch)
        {
            await WriteBatchAsync(text, column, values, cancellationToken);
            return;
        }

        await using var command = Create(text, column);
        await command.PrepareAsync(cancellationToken);
        foreach (var (id, content) in values)
        {
            command.Parameters[0].Value = column.ToProvider(content);
            command.Parameters[1].Value = id;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task WriteBatchAsync(string text, StoreColumn column, IReadOnlyList<(long Id, object Content)> values, CancellationToken cancellationToken)
    {
        if (values.Count == 0)
        {
            return;
        }

        await using var batch = transaction.Connection.CreateBatch();
        batch.Transaction = transaction.Transaction;
        foreach (var (id, content) in values)
        {
            await using var template = Create(text, column);
            template.Parameters[0].Value = column.ToProvider(content);
            template.Parameters[1].Value = id;
            var command = batch.CreateBatchCommand();
            command.CommandText = text;
            var parameters = template.Parameters.Cast<DbParameter>().ToArray();
            template.Parameters.Clear();
            command.Parameters.AddRange(parameters);
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private DbCommand Create(string text, StoreColumn column)
    {
        var command = NewCommand(text);
        column.AddParameter(command, "@value");
        AddId(command, 0);
        return command;
    }

    private async Task<IReadOnlyList<ConversionRow>> ReadBatchAsync(
        ConversionPlace place, StoreColumn source, IReadOnlyList<StoreColumn> memory, long last, CancellationToken cancellationToken)
    {
        IReadOnlyList<StoreColumn> columns = [source, .. memory];
        var held = string.Join(" OR ", columns.Select(column => $"{column.QuotedName} IS NOT NULL"));
        await using var command = NewCommand(
            $"SELECT {Id}, {(place.Title is { } title ? Quote(title) : "NULL")}, {string.Join(", ", columns.Select(column => column.QuotedName))} "
                + $"FROM {Quote(place.Table)} WHERE {Id} > @id AND ({held}) ORDER BY {Id} {RowLimit.Of(services, BatchSize)}");
        AddId(command, last);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<ConversionRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var id = reader.GetInt64(0);
            var name = await reader.IsDBNullAsync(1, cancellationToken) ? $"#{id}" : Convert.ToString(reader.GetValue(1), CultureInfo.InvariantCulture)!;
            var remembered = memory.Select((column, index) => column.Read(reader, index + 3, place.Pair.Memory[index].Field.Storage.Kind));
            rows.Add(new(id, name, source.Read(reader, 2, place.Pair.Old.Storage.Kind), [.. remembered]));
        }

        return rows;
    }

    /// <summary>As EF would store the field, under whatever name it stands.</summary>
    private StoreColumn Find(FieldModel field, string column)
    {
        var model = _models.Build([new TableShape(field.Form, [new ColumnShape(field, IsBare: true)])]);
        return new(column, Quote(column), model.FindEntityType(field.Form.Key)!.FindProperty(field.Column)!.GetRelationalTypeMapping());
    }

    private DbCommand NewCommand(string text)
    {
        var command = transaction.Connection.CreateCommand();
        command.Transaction = transaction.Transaction;
        command.CommandText = text;
        return command;
    }

    private static void AddId(DbCommand command, long id)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@id";
        parameter.Value = id;
        command.Parameters.Add(parameter);
    }

    private string Quote(string name) => _sql.DelimitIdentifier(name);
}
