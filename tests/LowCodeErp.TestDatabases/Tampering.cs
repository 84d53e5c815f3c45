using LowCodeErp.Data.Providers;

namespace LowCodeErp.TestDatabases;

/// <summary>What somebody can do who owns the database: the triggers of the logs are the first thing that he removes.</summary>
public static class Tampering
{
    private static readonly string[] _logs = ["sys_history", "sys_audit", "sys_seal"];

    public static async Task ExecuteAsync(WorkspaceConnections connections, string sql)
    {
        ArgumentNullException.ThrowIfNull(connections);
        await using var write = await connections.BeginWriteAsync();
        await using var command = write.Connection.CreateCommand();
        command.Transaction = write.Transaction;
        command.CommandText = string.Concat(_logs.Select(log => LiftFor(connections.Target.Provider, log))) + sql;
        await command.ExecuteNonQueryAsync();
        await write.CommitAsync();
    }

    private static string LiftFor(DatabaseProvider provider, string log) => provider == DatabaseProvider.PostgreSql
        ? $"ALTER TABLE {log} DISABLE TRIGGER USER; "
        : $"DROP TRIGGER IF EXISTS {log}_no_update; DROP TRIGGER IF EXISTS {log}_no_delete; ";
}
