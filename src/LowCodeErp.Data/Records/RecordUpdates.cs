using System.Data.Common;
using System.Globalization;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Data.Records;

/// <summary>
/// Changes records of one form whose version is still the one read. One prepared statement a record; where there is a network
/// in between, many of them in one round trip.
/// </summary>
/// <param name="properties">What is set.</param>
/// <param name="state">In which the records are until then.</param>
internal sealed class RecordUpdates(
    StoreSession session, RecordTable table, IReadOnlyList<StoredProperty<RecordWrite>> properties, RecordState state = RecordState.InUse) : IAsyncDisposable
{
    private const int BatchSize = 200;

    private DbCommand? _prepared;

    /// <returns>The ids of records whose version was another one, or that are gone.</returns>
    public async Task<IReadOnlyList<long>> WriteAsync(IReadOnlyList<RecordWrite> records, CancellationToken cancellationToken)
    {
        var outdated = new List<long>();
        foreach (var chunk in records.Chunk(BatchSize))
        {
            var affected = session.Transaction.Connection.CanCreateBatch && chunk.Length > 1
                ? await WriteBatchAsync(chunk, cancellationToken)
                : await WriteOneByOneAsync(chunk, cancellationToken);
            outdated.AddRange(chunk.Zip(affected).Where(pair => pair.Second == 0).Select(pair => pair.First.Id));
        }

        return outdated;
    }

    public ValueTask DisposeAsync() => _prepared?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<IReadOnlyList<int>> WriteOneByOneAsync(RecordWrite[] records, CancellationToken cancellationToken)
    {
        var command = _prepared ??= await PrepareAsync(cancellationToken);
        var affected = new int[records.Length];
        for (var index = 0; index < records.Length; index++)
        {
            Fill(command.Parameters, records[index]);
            affected[index] = await session.ExecuteAsync(command, cancellationToken);
        }

        return affected;
    }

    private async Task<IReadOnlyList<int>> WriteBatchAsync(RecordWrite[] records, CancellationToken cancellationToken)
    {
        await using var batch = session.Transaction.Connection.CreateBatch();
        batch.Transaction = session.Transaction.Transaction;
        foreach (var record in records)
        {
            await using var template = Create();
            Fill(template.Parameters, record);
            var command = batch.CreateBatchCommand();
            command.CommandText = template.CommandText;
            var parameters = template.Parameters.Cast<DbParameter>().ToArray();
            template.Parameters.Clear();
            command.Parameters.AddRange(parameters);
            batch.BatchCommands.Add(command);
        }

        await session.ExecuteAsync(batch, cancellationToken);
        return [.. batch.BatchCommands.Select(command => command.RecordsAffected)];
    }

    private async Task<DbCommand> PrepareAsync(CancellationToken cancellationToken)
    {
        var command = Create();
        await command.PrepareAsync(cancellationToken);
        return command;
    }

    private DbCommand Create() => session.CreateCommand(parameters =>
    {
        var assignments = string.Join(", ", properties.Select(property => Equal(parameters, property.Column)));
        return $"UPDATE {table.QuotedName} SET {assignments} WHERE {Equal(parameters, table.Id)} AND {Equal(parameters, table.Version)} AND {table.IsIn(state)}";
    });

    private void Fill(DbParameterCollection parameters, RecordWrite record)
    {
        for (var index = 0; index < properties.Count; index++)
        {
            parameters[index].Value = properties[index].ToProvider(record);
        }

        parameters[^2].Value = record.Id;
        parameters[^1].Value = record.Version - 1;
    }

    private static string Equal(DbCommand command, StoreColumn column)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
        column.AddParameter(command, name);
        return $"{column.QuotedName} = {name}";
    }
}
