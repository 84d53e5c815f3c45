using LowCodeErp.Data.Providers;

namespace LowCodeErp.Data.Publishing;

/// <summary>
/// Keeps a publication and the saves of records apart: a save shares the lock for its transaction, a publication takes it
/// alone once it is ready to change tables. So a save never writes with column names that have just changed. SQLite's
/// writers follow one another anyhow.
/// </summary>
internal static class ModelLock
{
    private const string Resource = "'lowcode_model'";

    public static Task ShareAsync(
        WriteTransaction transaction, DatabaseProvider provider, CancellationToken cancellationToken) => provider switch
        {
            DatabaseProvider.PostgreSql => RunAsync(transaction, "SELECT pg_advisory_xact_lock_shared(7237426)", cancellationToken),
            DatabaseProvider.SqlServer => RunAsync(transaction, AppLock("Shared"), cancellationToken),
            _ => Task.CompletedTask,
        };

    public static Task TakeAsync(
        WriteTransaction transaction, DatabaseProvider provider, CancellationToken cancellationToken) => provider switch
        {
            DatabaseProvider.PostgreSql => RunAsync(transaction, "SELECT pg_advisory_xact_lock(7237426)", cancellationToken),
            DatabaseProvider.SqlServer => RunAsync(transaction, AppLock("Exclusive"), cancellationToken),
            _ => Task.CompletedTask,
        };

    private static string AppLock(string mode) => $"EXEC sp_getapplock @Resource = {Resource}, @LockMode = '{mode}', @LockOwner = 'Transaction'";

    private static async Task RunAsync(WriteTransaction transaction, string sql, CancellationToken cancellationToken)
    {
        await using var command = transaction.Connection.CreateCommand();
        command.Transaction = transaction.Transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
