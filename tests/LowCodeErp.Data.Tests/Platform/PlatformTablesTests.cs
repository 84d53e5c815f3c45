using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Tests.Platform;

public sealed class PlatformTablesTests
{
    private static readonly DateTime _now = new DateTime(2026, 11, 21, 8, 30, 0, DateTimeKind.Utc).AddTicks(1_234_567);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task HistoryEntry_ReadBack_IsIntactUntilItIsChanged(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        var contexts = new PlatformContextFactory(database.Connections);
        await StoreAsync(database.Connections, NewEntry(id: 1), NewEntry(id: 2));

        await Tampering.ExecuteAsync(database.Connections, "UPDATE sys_history SET actor_name = '李四' WHERE id = 2");
        await using var context = contexts.CreateDbContext();
        var entries = await context.History.OrderBy(entry => entry.Id).ToListAsync(Cancellation);

        Assert.Equal(HistoryHash.Of(entries[0]), entries[0].Hash);
        Assert.Equal(
            (HistoryAction.Update, HistoryThrough.Import, DateTimeKind.Utc),
            (entries[0].Action, entries[0].Through, entries[0].At.Kind));
        Assert.NotEqual(HistoryHash.Of(entries[1]), entries[1].Hash);
    }

    [Fact]
    public void HistoryHash_TextMovedFromOneColumnToTheNext_Differs()
    {
        var one = new HistoryEntry { Form = "order", ActorName = "ab", Changes = "c", At = _now }.Seal();
        var other = new HistoryEntry { Form = "order", ActorName = "a", Changes = "bc", At = _now }.Seal();

        Assert.NotEqual(one.Hash, other.Hash);
        Assert.Equal(32, one.Hash.Length);
    }

    /// <summary>Computed by another program from the documented layout: old hashes must stay valid in every later version.</summary>
    [Fact]
    public void HistoryHash_OfAKnownEntry_NeverChanges()
        => Assert.Equal("13E612126A30C116706F4231DA3981A1D443F6D8F339F06120B8F22E6D246B08", Convert.ToHexString(NewEntry(id: 42).Hash));

    [Theory]
    [EveryDatabase]
    public async Task TierTables_WrittenAndReadBack_KeepEveryDigit(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        var run = new TierRun { Id = 1, Model = "rfm", AsOf = new(2026, 6, 30), StartedAt = _now, Settings = "{}", Edges = "[]" };
        var result = new TierResult
        {
            RunId = 1,
            SubjectId = 7,
            Tier = "a",
            Score = 95.1234m,
            Amount = 99999999999.1234m,
            Share = 0.123457m,
        };
        await StoreAsync(
            database.Connections,
            run,
            result,
            new TierChange { Id = 1, Model = "rfm", SubjectId = 7, RunId = 1, At = _now, ToTier = "a" },
            new TierCurrent { Model = "rfm", SubjectId = 7, RunId = 1, Tier = "a" });

        await using var connection = await database.Connections.OpenReadAsync(Cancellation);
        await using var context = new PlatformContextFactory(database.Connections).On(connection);
        var read = await context.TierResults.SingleAsync(Cancellation);

        Assert.Equal((result.Score, result.Amount, result.Share), (read.Score, read.Amount, read.Share));
        Assert.Null(read.R);
        Assert.Equal(run.AsOf, (await context.TierRuns.SingleAsync(Cancellation)).AsOf);
        Assert.Null((await context.TierChanges.SingleAsync(Cancellation)).FromTier);
        Assert.Equal("a", (await context.CurrentTiers.SingleAsync(Cancellation)).Tier);
    }

    [Theory]
    [EveryDatabase]
    public async Task DefinitionVersion_SameKindKeyAndVersionTwice_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        await StoreAsync(database.Connections, NewDefinition(1, "form"), NewDefinition(2, "rule"));

        await Assert.ThrowsAsync<DbUpdateException>(() => StoreAsync(database.Connections, NewDefinition(3, "form")));
    }

    [Theory]
    [EveryDatabase]
    public async Task Workspace_SecondRow_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);

        await Assert.ThrowsAsync<DbUpdateException>(
            () => StoreAsync(database.Connections, new Workspace { Id = 2, Name = "第二家公司", CreatedAt = _now }));
    }

    [Theory]
    [EveryDatabase]
    public async Task Text_Sorted_IsOrdinal(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        string[] names = ["a", "B", "b", "A", "中", "一"];
        await StoreAsync(database.Connections, [.. names.Select(name => new IdBlock { Name = name, Next = 1 })]);

        await using var context = new PlatformContextFactory(database.Connections).CreateDbContext();
        var sorted = await context.IdBlocks.Select(block => block.Name).OrderBy(name => name).ToListAsync(Cancellation);

        Assert.Equal(names.Order(StringComparer.Ordinal), sorted);
    }

    [Theory]
    [EveryDatabase]
    public async Task NumberCounters_SeveralAtOnce_RunOnWithinThePeriodOnly(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        var counters = new NumberCounters(database.Connections);

        await using var write = await database.Connections.BeginWriteAsync(Cancellation);

        Assert.Equal(1, await counters.TakeAsync(write, new("order", "number", "2026-11"), 500, Cancellation));
        Assert.Equal(501, await counters.TakeAsync(write, new("order", "number", "2026-11"), 1, Cancellation));
        Assert.Equal(1, await counters.TakeAsync(write, new("order", "number", "2026-12"), 1, Cancellation));
    }

    private static HistoryEntry NewEntry(long id) => new HistoryEntry
    {
        Id = id,
        Form = "customer",
        RecordId = 5,
        Version = 2,
        Action = HistoryAction.Update,
        At = _now,
        ActorId = 9,
        ActorName = "张三",
        Through = HistoryThrough.Import,
        Changes = """{"z":[1,2],"a":["旧","新"]}""",
    }.Seal();

    private static DefinitionVersion NewDefinition(long id, string kind)
        => new() { Id = id, Kind = kind, App = "crm", Key = "customer", Version = 1, Json = "{}", IsCurrent = true, PublishedAt = _now };

    private static async Task StoreAsync(WorkspaceConnections connections, params object[] rows)
    {
        await using var write = await connections.BeginWriteAsync(Cancellation);
        await using var context = new PlatformContextFactory(connections).Join(write);
        context.AddRange(rows);
        await context.SaveChangesAsync(Cancellation);
        await write.CommitAsync(Cancellation);
    }
}
