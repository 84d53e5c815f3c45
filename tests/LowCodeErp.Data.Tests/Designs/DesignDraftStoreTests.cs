using LowCodeErp.Data.Designs;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Designs;

public sealed class DesignDraftStoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Drafts_OfTwoMembersAndApps_AreKeptApartReplacedAndDropped(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        var store = new DesignDraftStore(database.Connections, TimeProvider.System);
        var (first, second) = (await AddMemberAsync(database, "li"), await AddMemberAsync(database, "wang"));

        await store.KeepAsync(first, "sales", "一", Cancellation);
        await store.KeepAsync(first, "sales", "二", Cancellation);
        await store.KeepAsync(first, "crm", "三", Cancellation);
        await store.KeepAsync(second, "sales", "四", Cancellation);

        Assert.Equal(["crm", "sales"], await store.ListAsync(first, Cancellation));
        Assert.Equal("二", (await store.FindAsync(first, "sales", Cancellation))!.Content);
        await store.DropAsync(first, "sales", Cancellation);
        Assert.Null(await store.FindAsync(first, "sales", Cancellation));
        Assert.Equal("四", (await store.FindAsync(second, "sales", Cancellation))!.Content);
    }

    private static async Task<long> AddMemberAsync(TestDatabase database, string name)
    {
        await using var context = new PlatformContextFactory(database.Connections).CreateDbContext();
        var member = new Member { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name };
        context.Add(member);
        await context.SaveChangesAsync(Cancellation);
        return member.Id;
    }
}
