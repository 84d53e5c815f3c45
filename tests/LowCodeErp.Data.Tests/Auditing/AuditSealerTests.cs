using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Tests.Auditing;

public sealed class AuditSealerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Run_BothLogs_AreSealedOnceInOneChain(DatabaseProvider provider)
    {
        await using var database = await LoggedDatabase.CreateAsync(provider);
        await database.WriteAsync(3);
        await database.WriteHistoryAsync(1, 2);

        Assert.Equal(5, await database.Sealer.RunAsync(isThorough: true, Cancellation));
        Assert.Equal(0, await database.Sealer.RunAsync(isThorough: true, Cancellation));

        Assert.Equal("history 1-2, audit 1-3", await DescribeAsync(database));
        var verdict = await database.CheckAsync();
        Assert.Equal((true, 5L, 0L, 2L), (verdict.IsSound, verdict.Rows, verdict.Unsealed, verdict.LastSeal));
    }

    /// <summary>Two nodes hold blocks of ids, and a transaction that began first is committed last.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Run_RowsCommittedLateBelowOthers_AreSealedByTheNextSeal(DatabaseProvider provider)
    {
        await using var database = await LoggedDatabase.CreateAsync(provider);
        await database.WriteHistoryAsync(1, 2, 1_001, 1_002);
        Assert.Equal(4, await database.Sealer.RunAsync(isThorough: false, Cancellation));

        await database.WriteHistoryAsync(3, 5, 1_000, 1_003);
        Assert.Equal(4, await database.Sealer.RunAsync(isThorough: false, Cancellation));
        await database.WriteHistoryAsync(4);
        Assert.Equal(1, await database.Sealer.RunAsync(isThorough: false, Cancellation));

        Assert.Equal("history 1-2, history 1001-1002, history 3-3, history 5-5, history 1000-1000, history 1003-1003, history 4-4", await DescribeAsync(database));
        Assert.Equal("", await database.FindAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Run_RowFarBelowManyGaps_WaitsForTheThoroughRun(DatabaseProvider provider)
    {
        await using var database = await LoggedDatabase.CreateAsync(provider);
        await database.WriteHistoryAsync(Enumerable.Range(1, 80).Select(index => index * 10L));
        await database.Sealer.RunAsync(isThorough: true, Cancellation);

        await database.WriteHistoryAsync(15);

        Assert.Equal(0, await database.Sealer.RunAsync(isThorough: false, Cancellation));
        Assert.Equal(1, (await database.CheckAsync()).Unsealed);
        Assert.Equal(1, await database.Sealer.RunAsync(isThorough: true, Cancellation));
        Assert.Equal(0, (await database.CheckAsync()).Unsealed);
    }

    [Theory]
    [EveryDatabase]
    public async Task Run_ManyRows_HaveSealsOfAThousand(DatabaseProvider provider)
    {
        await using var database = await LoggedDatabase.CreateAsync(provider);
        await database.WriteHistoryAsync(Enumerable.Range(1, 2_500).Select(index => (long)index));

        Assert.Equal(2_500, await database.Sealer.RunAsync(isThorough: false, Cancellation));

        Assert.Equal("history 1-1000, history 1001-2000, history 2001-2500", await DescribeAsync(database));
        Assert.True((await database.CheckAsync()).IsSound);
    }

    /// <summary>Whoever is beaten to it seals nothing, and goes on with what the other has left.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Run_SeveralNodesAtOnce_KeepOneChain(DatabaseProvider provider)
    {
        await using var database = await LoggedDatabase.CreateAsync(provider);
        Data.Auditing.AuditSealer[] nodes = [database.Sealer, database.NewSealer(), database.NewSealer()];
        for (var round = 0; round < 5; round++)
        {
            await database.WriteAsync(4);
            await Task.WhenAll(nodes.Select(node => Task.Run(() => node.RunAsync(isThorough: false, Cancellation), Cancellation)));
        }

        var verdict = await database.CheckAsync();
        Assert.Equal((true, 20L, 0L), (verdict.IsSound, verdict.Rows, verdict.Unsealed));
    }

    [Theory]
    [EveryDatabase]
    public async Task Run_AfterASealWasSpoilt_GoesOnSealing(DatabaseProvider provider)
    {
        await using var database = await LoggedDatabase.CreateAsync(provider);
        await database.WriteAsync(2);
        await database.Sealer.RunAsync(isThorough: true, Cancellation);
        await database.TamperAsync("UPDATE sys_seal SET log = 'nonsense'");
        await database.WriteHistoryAsync(1);

        // As a program does that was started since.
        Assert.Equal(3, await database.NewSealer().RunAsync(isThorough: true, Cancellation));

        Assert.Equal("audit.seal-altered sys_seal.1", await database.FindAsync());
    }

    /// <summary>Sealing is no lock: whoever writes meanwhile is in none of the seals, and in the next.</summary>
    [Fact]
    public async Task Run_WhileATransactionIsOpen_SealsTheOthers()
    {
        await using var database = await LoggedDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        await database.WriteHistoryAsync(1);
        await using (var open = await database.Database.Connections.BeginWriteAsync(Cancellation))
        {
            await using var context = new PlatformContextFactory(database.Database.Connections).Join(open);
            context.Add(database.NewHistory(2));
            await context.SaveChangesAsync(Cancellation);
            await database.WriteHistoryAsync(3);

            Assert.Equal(2, await database.Sealer.RunAsync(isThorough: false, Cancellation));
            await open.CommitAsync(Cancellation);
        }

        Assert.Equal(1, await database.Sealer.RunAsync(isThorough: false, Cancellation));
        Assert.Equal("", await database.FindAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Logs_ChangedOrEmptied_RefuseIt(DatabaseProvider provider)
    {
        await using var database = await LoggedDatabase.CreateAsync(provider);
        await database.WriteAsync(1);
        await database.WriteHistoryAsync(1);
        await database.Sealer.RunAsync(isThorough: true, Cancellation);
        await using var context = new PlatformContextFactory(database.Database.Connections).CreateDbContext();

        foreach (var sql in new[] { "UPDATE sys_audit SET app = ''", "DELETE FROM sys_audit", "UPDATE sys_history SET form = ''", "DELETE FROM sys_history", "UPDATE sys_seal SET count = 0", "DELETE FROM sys_seal" })
        {
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => context.Database.ExecuteSqlRawAsync(sql, Cancellation));
            Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal("", await database.FindAsync());
    }

    private static async Task<string> DescribeAsync(LoggedDatabase database)
    {
        await using var context = new PlatformContextFactory(database.Database.Connections).CreateDbContext();
        var seals = await context.Seals.OrderBy(seal => seal.Number).ToListAsync(Cancellation);
        return string.Join(", ", seals.Select(seal => $"{seal.Log.ToString().ToLowerInvariant()} {seal.FromId}-{seal.ToId}"));
    }
}
