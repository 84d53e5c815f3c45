using LowCodeErp.Data.Drafts;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Drafts;
using LowCodeErp.Data.Tests.Files;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Tests.Drafts;

public sealed class DraftStoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Draft_KeptTwiceAndDropped_IsTheLastOneUntilThen(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        Assert.Null(await database.OpenKeysAsync());
        var store = new DraftStore(database.Connections, TimeProvider.System);
        var member = await AddMemberAsync(database);
        var (fresh, stored) = (new DraftKey(member, "order", null), new DraftKey(member, "order", 5));

        await store.KeepAsync(fresh, "a", "一", Cancellation);
        await store.KeepAsync(fresh, "a", "二", Cancellation);
        await store.KeepAsync(stored, "a", "三", Cancellation);

        Assert.Equal("a:二", await DescribeAsync(store, fresh));
        Assert.Equal("a:三", await DescribeAsync(store, stored));
        Assert.Equal("", await DescribeAsync(store, new(member, "customer", null)));
        await store.DropAsync(fresh, "a", Cancellation);
        Assert.Equal("", await DescribeAsync(store, fresh));
        Assert.Equal("a:三", await DescribeAsync(store, stored));
    }

    [Theory]
    [EveryDatabase]
    public async Task NewRecords_OfWhateverForm_AreListedForTheirMemberAlone(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        Assert.Null(await database.OpenKeysAsync());
        var store = new DraftStore(database.Connections, TimeProvider.System);
        var (member, other) = (await AddMemberAsync(database), await AddMemberAsync(database, "wang"));
        await store.KeepAsync(new(member, "order", null), "a", "一", Cancellation);
        await store.KeepAsync(new(member, "order", 5), "a", "二", Cancellation);
        await store.KeepAsync(new(member, "customer", null), "b", "三", Cancellation);
        await store.KeepAsync(new(other, "order", null), "c", "四", Cancellation);

        var listed = await store.ListNewAsync(member, Cancellation);

        Assert.Equal(["customer b 三", "order a 一"], listed.Select(draft => $"{draft.Form} {draft.Draft.Window} {draft.Draft.Content}").Order(StringComparer.Ordinal));
    }

    /// <summary>Eight windows of one member on the same form.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Drafts_OfManyWindowsAtOnce_AreAllKept(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        Assert.Null(await database.OpenKeysAsync());
        var store = new DraftStore(database.Connections, TimeProvider.System);
        var key = new DraftKey(await AddMemberAsync(database), "order", null);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => store.KeepAsync(key, $"w{number}", $"{number}", Cancellation))));

        Assert.Equal(Enumerable.Range(0, 8).Select(number => $"w{number}:{number}"), (await DescribeAsync(store, key)).Split(' ').Order(StringComparer.Ordinal));
    }

    [Theory]
    [EveryDatabase]
    public async Task Draft_TakenOver_IsTheOtherWindowsAndTheFirstOneBeginsAnew(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        Assert.Null(await database.OpenKeysAsync());
        var clock = new FileDatabase.SetClock();
        var store = new DraftStore(database.Connections, clock);
        var key = new DraftKey(await AddMemberAsync(database), "order", 5);
        await store.KeepAsync(key, "closed", "一", Cancellation);

        await store.TakeOverAsync(key, "closed", "open", Cancellation);
        Assert.Equal("open:一", await DescribeAsync(store, key));
        clock.Advance(TimeSpan.FromSeconds(1));
        await store.KeepAsync(key, "closed", "还开着", Cancellation);

        Assert.Equal("closed:还开着 open:一", await DescribeAsync(store, key));
    }

    private static async Task<string> DescribeAsync(DraftStore store, DraftKey key)
        => string.Join(' ', (await store.ListAsync(key, Cancellation)).Select(draft => $"{draft.Window}:{draft.Content}"));

    private static async Task<long> AddMemberAsync(TestDatabase database, string name = "li")
    {
        await using var context = new PlatformContextFactory(database.Connections).CreateDbContext();
        var member = new Member { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = "李销售" };
        context.Add(member);
        await context.SaveChangesAsync(Cancellation);
        return member.Id;
    }
}
