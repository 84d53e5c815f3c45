using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Providers.Sqlite;
using LowCodeErp.TestDatabases;
using Npgsql;

namespace LowCodeErp.Data.Tests.Platform;

public sealed class IdAllocatorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Next_FirstIds_AreConsecutiveFromOne(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        using var ids = new IdAllocator(database.Connections);

        Assert.Equal(1, await ids.NextAsync("order", 3, Cancellation));
        Assert.Equal(4, await ids.NextAsync("order", 1, Cancellation));
        Assert.Equal(1, await ids.NextAsync("customer", 1, Cancellation));
    }

    /// <summary>Half of the takers hold a write transaction, half of those roll back; blocks run out many times.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Next_TwoNodesInParallelWithAndWithoutTransaction_NeverGivesAnIdTwice(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        var other = provider == DatabaseProvider.Sqlite
            ? new SqliteConnections(database.Target, new SqliteWriterQueue())
            : database.ConnectAnotherNode();
        WorkspaceConnections[] nodes = [database.Connections, other];

        var taken = await Task.WhenAll(nodes.SelectMany(node =>
        {
            var ids = new IdAllocator(node);
            return Enumerable.Range(0, 40).Select(index => Task.Run(() => TakeAsync(node, ids, index), Cancellation));
        }));

        var kept = taken.SelectMany(ids => ids).ToList();
        Assert.Equal(kept.Count, kept.Distinct().Count());
        Assert.Equal(2 * 30 * 300, kept.Count);
    }

    [Theory]
    [EveryDatabase]
    public async Task Next_MoreThanABlock_IsOneConsecutiveRange(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        using var ids = new IdAllocator(database.Connections);
        using var other = new IdAllocator(database.ConnectAnotherNode());

        await ids.NextAsync("order", 1, Cancellation);
        var first = await ids.NextAsync("order", 5_000, Cancellation);

        Assert.True(await other.NextAsync("order", 1, Cancellation) >= first + 5_000, "The range belongs to the first node.");
        Assert.Equal(2, await ids.NextAsync("order", 1, Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task Next_CallerRollsBack_LaterCallersNeverGetIdsThatAreInUse(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        using var ids = new IdAllocator(database.Connections);
        using var other = new IdAllocator(database.ConnectAnotherNode());

        await using (var write = await database.Connections.BeginWriteAsync(Cancellation))
        {
            await ids.NextAsync(write, "order", 10, Cancellation);
        }

        var afterRollback = Range(await ids.NextAsync("order", 100, Cancellation), 100);
        var ofOther = Range(await other.NextAsync("order", 900, Cancellation), 900);
        Assert.Empty(afterRollback.Intersect(ofOther));
    }

    [Fact]
    public async Task Next_CallerCommitsOnSqlite_TheRestOfItsBlockIsSharedWithoutGap()
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(DatabaseProvider.Sqlite);
        using var ids = new IdAllocator(database.Connections);

        await using (var write = await database.Connections.BeginWriteAsync(Cancellation))
        {
            Assert.Equal(1, await ids.NextAsync(write, "order", 10, Cancellation));
            Assert.Equal(11, await ids.NextAsync(write, "order", 1, Cancellation));
            await write.CommitAsync(Cancellation);
        }

        Assert.Equal(12, await ids.NextAsync("order", 1, Cancellation));
    }

    /// <summary>The waiting caller holds the allocator's gate; the one it waits for must not need it.</summary>
    [Fact]
    public async Task Next_AnotherCallerWaitsForTheWriterQueue_TheHolderStillGetsIds()
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(DatabaseProvider.Sqlite);
        using var ids = new IdAllocator(database.Connections);
        var write = await database.Connections.BeginWriteAsync(Cancellation);
        var waiting = ids.NextAsync("order", 1, Cancellation).AsTask();

        var held = await ids.NextAsync(write, "order", 1, Cancellation);

        Assert.False(waiting.IsCompleted);
        await write.CommitAsync(Cancellation);
        await write.DisposeAsync();
        Assert.NotEqual(held, await waiting);
    }

    /// <summary>On a server the block must come from elsewhere: a second connection of the caller's pool might never be free.</summary>
    [Fact]
    public async Task Next_CallerHoldsTheLastConnectionOfItsPool_NeitherItNorAnotherNodeIsHeldUp()
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(DatabaseProvider.PostgreSql);
        var smallPool = new NpgsqlConnectionStringBuilder(database.Target.ConnectionString) { MaxPoolSize = 1, Timeout = 5 };
        var node = WorkspaceConnections.For(DatabaseTarget.Parse(smallPool.ConnectionString, "", new DiagnosticBag())!);
        using var ids = new IdAllocator(node);
        using var other = new IdAllocator(database.Connections);
        await using var write = await node.BeginWriteAsync(Cancellation);

        var held = await ids.NextAsync(write, "order", 1, Cancellation);
        var ofOther = await other.NextAsync("order", 1, Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancellation);

        Assert.NotEqual(held, ofOther);
    }

    private static async Task<IEnumerable<long>> TakeAsync(WorkspaceConnections node, IdAllocator ids, int index)
    {
        const int count = 300;
        if (index % 2 == 0)
        {
            return Range(await ids.NextAsync("order", count, Cancellation), count);
        }

        await using var write = await node.BeginWriteAsync(Cancellation);
        var first = await ids.NextAsync(write, "order", count, Cancellation);
        if (index % 4 == 1)
        {
            return [];
        }

        await write.CommitAsync(Cancellation);
        return Range(first, count);
    }

    private static IEnumerable<long> Range(long first, int count) => Enumerable.Range(0, count).Select(index => first + index);
}
