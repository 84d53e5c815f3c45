using System.Data.Common;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Providers.Sqlite;
using LowCodeErp.TestDatabases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Tests.Platform;

public sealed class WorkspaceConnectionsTests
{
    private static readonly CounterName _counter = new("order", "number", "2026");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task BeginWrite_FiftyInParallel_AllCommitAndNoneIsLost(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        var counters = new NumberCounters(database.Connections);

        var numbers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ =>
            Task.Run(() => TakeNumberAsync(database.Connections, counters), Cancellation)));

        Assert.Equal(Enumerable.Range(1, 50).Select(number => (long)number), numbers.Order());
    }

    [Fact]
    public async Task BeginWrite_TwoProcessesOnOneSqliteFile_WaitForEachOther()
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(DatabaseProvider.Sqlite);
        // A queue of its own is all that another process has, too.
        WorkspaceConnections[] processes = [database.Connections, new SqliteConnections(database.Target, new SqliteWriterQueue())];

        var numbers = await Task.WhenAll(processes.SelectMany(process => Enumerable.Range(0, 10).Select(_ =>
            Task.Run(() => TakeNumberAsync(process, new NumberCounters(process)), Cancellation))));

        Assert.Equal(20, numbers.Distinct().Count());
    }

    [Theory]
    [EveryDatabase]
    public async Task WriteTransaction_DisposedWithoutCommit_RollsBackAndLetsTheNextWriterIn(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        var counters = new NumberCounters(database.Connections);
        var ran = false;

        await using (var write = await database.Connections.BeginWriteAsync(Cancellation))
        {
            write.AfterCommit(() => ran = true);
            await counters.TakeAsync(write, _counter, 7, Cancellation);
        }

        Assert.False(ran, "What waits for the commit must not run after a rollback.");
        Assert.Equal(1, await TakeNumberAsync(database.Connections, counters));
    }

    [Fact]
    public async Task BeginWrite_CancelledWhileWaiting_LeavesTheQueueUsable()
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(DatabaseProvider.Sqlite);
        using var impatient = new CancellationTokenSource();
        var first = await database.Connections.BeginWriteAsync(Cancellation);
        var second = database.Connections.BeginWriteAsync(impatient.Token);
        var third = database.ConnectAnotherNode().BeginWriteAsync(Cancellation);

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(third.IsCompleted, "Two nodes of one process share the queue of the file.");
        await first.DisposeAsync();
        await using var write = await third;
        await write.CommitAsync(Cancellation);
    }

    [Fact]
    public async Task BeginWrite_OpeningFails_GivesTheTurnBack()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var file = new SqliteConnectionStringBuilder(database.Target.ConnectionString).DataSource;
        await File.WriteAllTextAsync(file, new string('x', 5000), Cancellation);

        await Assert.ThrowsAnyAsync<DbException>(() => database.Connections.BeginWriteAsync(Cancellation));
        await Assert.ThrowsAnyAsync<DbException>(() => database.Connections.BeginWriteAsync(Cancellation));
    }

    [Fact]
    public async Task OpenRead_OnSqlite_RefusesToWriteEvenOnAPooledConnection()
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(DatabaseProvider.Sqlite);

        for (var time = 0; time < 2; time++)
        {
            await TakeNumberAsync(database.Connections, new NumberCounters(database.Connections));
            await using var connection = await database.Connections.OpenReadAsync(Cancellation);
            await Assert.ThrowsAnyAsync<DbException>(() => ExecuteAsync(connection, "DELETE FROM sys_counter"));
        }
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "30000")]
    public async Task Sqlite_EveryConnection_HasTheSettingsThatKeepDataSafe(string setting, string expected)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(DatabaseProvider.Sqlite);

        await using var write = await database.Connections.BeginWriteAsync(Cancellation);
        await using var read = await database.Connections.OpenReadAsync(Cancellation);
        await using var context = new PlatformContextFactory(database.Connections).CreateDbContext();
        await context.Database.OpenConnectionAsync(Cancellation);

        foreach (var connection in new[] { write.Connection, read, context.Database.GetDbConnection() })
        {
            Assert.Equal(expected, await ReadAsync(connection, $"PRAGMA {setting}"));
        }
    }

    [Fact]
    public async Task Sqlite_FolderMissing_IsCreated()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var folder = Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.Target.ConnectionString).DataSource)!;
        var file = Path.Combine(folder, "new", "folder", "erp.db");

        await using (await WorkspaceConnections.For(DatabaseTarget.Parse(file, "", new DiagnosticBag())!).OpenReadAsync(Cancellation))
        {
            Assert.True(File.Exists(file));
        }
    }

    [Fact]
    public async Task BeginSchemaChange_WhileAnotherNodeMakesIndexes_LetsThemEndAndWaits()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        await using var builder = (await database.Connections.LockSchemaApartAsync(Cancellation))!;
        // An index waits for all transactions that are older than it: whoever waited inside one would never see it end.
        await ExecuteAsync(builder, "SET statement_timeout = '60s'; CREATE TABLE probe (id int)");
        var change = database.ConnectAnotherNode().BeginSchemaChangeAsync(Cancellation);

        for (var index = 0; index < 10; index++)
        {
            await ExecuteAsync(builder, "CREATE INDEX CONCURRENTLY ON probe (id)");
        }

        Assert.False(change.IsCompleted);
        await builder.DisposeAsync();
        await using var granted = await change;
        Assert.NotNull(granted.Transaction.Connection);
    }

    private static async Task<long> TakeNumberAsync(WorkspaceConnections connections, NumberCounters counters)
    {
        await using var write = await connections.BeginWriteAsync(Cancellation);
        var number = await counters.TakeAsync(write, _counter, 1, Cancellation);
        await write.CommitAsync(Cancellation);
        return number;
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<string?> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync(Cancellation))?.ToString();
    }
}
