using LowCodeErp.Data.Drafts;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Drafts;
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
        var store = new DraftStore(database.Connections, TimeProvider.System);
        var member = await AddMemberAsync(database);
        var (fresh, stored) = (new DraftKey(member, "order", null), new DraftKey(member, "order", 5));

        await store.KeepAsync(fresh, "一", Cancellation);
        await store.KeepAsync(fresh, "二", Cancellation);
        await store.KeepAsync(stored, "三", Cancellation);

        Assert.Equal("二", (await store.FindAsync(fresh, Cancellation))!.Content);
        Assert.Equal("三", (await store.FindAsync(stored, Cancellation))!.Content);
        Assert.Null(await store.FindAsync(new(member, "customer", null), Cancellation));
        await store.DropAsync(fresh, Cancellation);
        Assert.Null(await store.FindAsync(fresh, Cancellation));
        Assert.NotNull(await store.FindAsync(stored, Cancellation));
    }

    /// <summary>Two windows of one member: whichever comes last stays, and nobody sees a failure.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Draft_FirstKeptByManyAtOnce_IsOneOfThem(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        var store = new DraftStore(database.Connections, TimeProvider.System);
        var key = new DraftKey(await AddMemberAsync(database), "order", null);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => store.KeepAsync(key, $"{number}", Cancellation))));

        Assert.Matches("^[0-7]$", (await store.FindAsync(key, Cancellation))!.Content);
    }

    private static async Task<long> AddMemberAsync(TestDatabase database)
    {
        await using var context = new PlatformContextFactory(database.Connections).CreateDbContext();
        var member = new Member { UserName = "li", NormalizedUserName = "LI", DisplayName = "李销售" };
        context.Add(member);
        await context.SaveChangesAsync(Cancellation);
        return member.Id;
    }
}
