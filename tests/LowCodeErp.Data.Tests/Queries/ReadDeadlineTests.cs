using System.Data.Common;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Queries;

/// <summary>A statement that takes too long is ended in the database itself, with words for whoever asked.</summary>
public sealed class ReadDeadlineTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task RunAsync_StatementBeyondTheLimit_IsEndedAndTheConnectionStaysUsable(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        var connections = WorkspaceConnections.For(database.Connections.Target, TimeSpan.FromSeconds(1));
        await using var connection = await connections.OpenReadAsync(Cancellation);
        var deadline = new ReadDeadline(connection, connections);

        var failure = await Assert.ThrowsAsync<ReadTimeLimitException>(
            () => deadline.RunAsync(token => AskAsync(connection, Endless(provider), token), Cancellation));

        Assert.Equal("query.timed-out", failure.Diagnostic.Code);
        Assert.Contains("查询超时：1 秒", failure.Diagnostic.Message.Chinese, StringComparison.Ordinal);
        Assert.Equal(1L, await AskAsync(connection, "SELECT CAST(1 AS bigint)", Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task RunAsync_CallerGoesAway_EndsTheStatement(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        await using var connection = await database.Connections.OpenReadAsync(Cancellation);
        using var leaving = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new ReadDeadline(connection, database.Connections).RunAsync(token => AskAsync(connection, Endless(provider), token), leaving.Token));
    }

    private static string Endless(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite
        ? "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000000000) SELECT count(*) FROM n"
        : "SELECT count(*) FROM generate_series(1, 100000) a, generate_series(1, 100000) b";

    private static async Task<object?> AskAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
