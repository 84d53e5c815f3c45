using System.Data.Common;
using LowCodeErp.Data.Records;

namespace LowCodeErp.Data.Flows;

/// <summary>Commands that follow one another whatever comes of them: one round trip where there is a network in between.</summary>
internal static class CommandBatch
{
    /// <returns>How many rows each has touched.</returns>
    public static async Task<IReadOnlyList<int>> RunAsync(StoreSession session, IReadOnlyList<DbCommand> commands, CancellationToken cancellationToken)
    {
        try
        {
            return session.Transaction.Connection.CanCreateBatch
                ? await RunAtOnceAsync(session, commands, cancellationToken)
                : await RunOneByOneAsync(session, commands, cancellationToken);
        }
        finally
        {
            foreach (var command in commands)
            {
                await command.DisposeAsync();
            }
        }
    }

    private static async Task<IReadOnlyList<int>> RunOneByOneAsync(StoreSession session, IReadOnlyList<DbCommand> commands, CancellationToken cancellationToken)
    {
        var affected = new int[commands.Count];
        for (var index = 0; index < commands.Count; index++)
        {
            affected[index] = await session.ExecuteAsync(commands[index], cancellationToken);
        }

        return affected;
    }

    private static async Task<IReadOnlyList<int>> RunAtOnceAsync(StoreSession session, IReadOnlyList<DbCommand> commands, CancellationToken cancellationToken)
    {
        await using var batch = session.Transaction.Connection.CreateBatch();
        batch.Transaction = session.Transaction.Transaction;
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(ToPart(batch, command));
        }

        await session.Dialect.PrepareAsync(batch, cancellationToken);
        await session.ExecuteAsync(batch, cancellationToken);
        return [.. batch.BatchCommands.Select(command => command.RecordsAffected)];
    }

    private static DbBatchCommand ToPart(DbBatch batch, DbCommand command)
    {
        var part = batch.CreateBatchCommand();
        part.CommandText = command.CommandText;
        var parameters = command.Parameters.Cast<DbParameter>().ToArray();
        command.Parameters.Clear();
        part.Parameters.AddRange(parameters);
        return part;
    }
}
