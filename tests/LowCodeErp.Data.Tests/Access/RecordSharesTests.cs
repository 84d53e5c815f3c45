using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Access;
using LowCodeErp.Data.Providers;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore;
using static LowCodeErp.Data.Tests.Access.AccessDatabase;

namespace LowCodeErp.Data.Tests.Access;

/// <summary>Records that members share with each other (R110).</summary>
public sealed class RecordSharesTests
{
    private const string Sales = """
        {"key": "sales", "label": {"zh-CN": "销售"}, "grants": [
          {"form": "customer", "operations": ["view", "create", "edit", "share"], "rows": "own"},
          {"form": "customer", "operations": ["view", "edit", "delete", "share"], "rows": "shared", "fields": [{"fields": ["credit"], "access": "hidden"}]}
        ]}
        """;

    private const string Reader = """{"key": "reader", "label": {"zh-CN": "查看共享"}, "grants": [{"form": "customer", "operations": ["view"], "rows": "shared"}]}""";

    private const string Watcher = """{"key": "watcher", "label": {"zh-CN": "查看全部"}, "grants": [{"form": "customer", "operations": ["view", "share"]}]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Share_ToBeViewed_LetsTheReceiverSeeTheRecordAndNoMore(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Sales);
        var (mine, other) = await FillAsync(database, "sales", "sales");
        Assert.Equal("B", await database.SeenAsync("customer", Bob));

        Assert.Equal("", await ShareAsync(database, mine, Bob));

        Assert.Equal("A B", await database.SeenAsync("customer", Bob));
        Assert.Null((await database.FindAsync("customer", mine, Bob))![database.Form("customer")["credit"]].Content);
        Assert.Equal("access.refused", Problems(await database.SaveAsync("customer", mine, Member(Bob), ("name", InputValue.Of("x")))));
        Assert.Equal("access.refused", Problems(await DeleteAsync(database, mine, Bob)));
        Assert.Equal("access.refused", await ShareAsync(database, mine, Fay, by: Bob));
        var rights = await database.Published.Queries.ReadRightsAsync(database.Form("customer"), mine, Member(Bob), Cancellation);
        Assert.Equal((true, false, false, false), (rights.May(AccessOperation.View), rights.MaySave, rights.May(AccessOperation.Delete), rights.May(AccessOperation.Share)));
        Assert.Equal("access.refused", await ShareAsync(database, other, Bob));
    }

    [Theory]
    [EveryDatabase]
    public async Task Share_ToBeEdited_LetsTheReceiverDoWhatHisRoleGivesWithSharedRecords(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Sales);
        var (mine, _) = await FillAsync(database, "sales", "sales");

        Assert.Equal("", await ShareAsync(database, mine, Bob, mayEdit: true));

        Assert.IsType<SaveResult.Saved>(await database.SaveAsync("customer", mine, Member(Bob), ("name", InputValue.Of("by Bob"))));
        Assert.Equal("access.field-refused credit", Problems(await database.SaveAsync("customer", mine, Member(Bob), ("credit", InputValue.Of(1m)))));
        Assert.Equal("access.refused", await ShareAsync(database, mine, Fay, by: Bob));
        Assert.IsType<SaveResult.Saved>(await DeleteAsync(database, mine, Bob));
    }

    [Theory]
    [EveryDatabase]
    public async Task Share_OfMoreThanOneHasOrCanBeUsed_IsRefusedAndSaysWhy(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Sales, Reader, Watcher);
        var (mine, other) = await FillAsync(database, "sales", "reader");
        await database.GiveAsync(Fay, "watcher");

        Assert.Equal("access.share.not-edited", await ShareAsync(database, mine, Bob, mayEdit: true));
        Assert.Equal("", await ShareAsync(database, other, Bob, by: Fay));
        Assert.Equal("access.refused", await ShareAsync(database, other, Bob, mayEdit: true, by: Fay));
        Assert.Equal("access.share.with-oneself", await ShareAsync(database, mine, Ann));
        Assert.Equal("access.share.member-unknown", await ShareAsync(database, mine, 99));
        Assert.Equal("access.share.ended", await ShareAsync(database, mine, Bob, until: PublishedDatabase.Now.AddDays(-1)));
        Assert.Equal("access.refused", await ShareAsync(database, mine, Fay, by: Bob));
        await DeleteAsync(database, mine, Ann, asSystem: true);
        Assert.Equal("access.share.gone", Codes(await Shares(database).ShareAsync(new(database.Form("customer"), mine, Bob, false, null), Actor.System, Cancellation)));
    }

    [Theory]
    [EveryDatabase]
    public async Task Share_WithSomebodyWithoutARoleForIt_IsRefusedAndNothingIsStored(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Sales);
        var (mine, _) = await FillAsync(database, "sales", null);

        var problem = Assert.Single(await Shares(database).ShareAsync(new(database.Form("customer"), mine, Bob, false, null), Member(Ann), Cancellation));

        Assert.Equal("access.share.not-seen", problem.Code);
        Assert.Contains("bob", problem.Message.Chinese, StringComparison.Ordinal);
        Assert.Empty(await Shares(database).ReadAsync(database.Form("customer"), mine, Member(Ann), Cancellation));
        await database.GiveAsync(Bob, "sales");
        Assert.Equal("B", await database.SeenAsync("customer", Bob));
    }

    [Theory]
    [EveryDatabase]
    public async Task Share_ThatIsGivenAnewTakenBackOrHasEnded_CountsAsItIsNow(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Sales);
        var (mine, _) = await FillAsync(database, "sales", "sales");
        var form = database.Form("customer");
        Assert.Equal("", await ShareAsync(database, mine, Bob, mayEdit: true));
        Assert.Equal("", await ShareAsync(database, mine, Bob));

        var share = Assert.Single(await Shares(database).ReadAsync(form, mine, Member(Ann), Cancellation));
        Assert.Equal((Bob, false, (DateTime?)null), (share.MemberId, share.MayEdit, share.Until));
        Assert.Empty(await Shares(database).ReadAsync(form, mine, Member(Bob), Cancellation));
        Assert.Equal("access.refused", Codes(await Shares(database).TakeBackAsync(form, mine, Bob, Member(Bob), Cancellation)));

        Assert.Equal("", Codes(await Shares(database).TakeBackAsync(form, mine, Bob, Member(Ann), Cancellation)));
        Assert.Equal("B", await database.SeenAsync("customer", Bob));
        Assert.Equal("", Codes(await Shares(database).TakeBackAsync(form, mine, Bob, Member(Ann), Cancellation)));

        Assert.Equal("", await ShareAsync(database, mine, Bob, until: TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(1)));
        Assert.Equal("A B", await database.SeenAsync("customer", Bob));
        await EndSharesAsync(database);
        Assert.Equal("B", await database.SeenAsync("customer", Bob));

        const string Entries = "SELECT COUNT(*) FROM sys_audit WHERE kind = 'access-change' AND form = 'customer'";
        Assert.Equal(4L, Convert.ToInt64(await database.Published.QueryAsync(Entries), CultureInfo.InvariantCulture));
    }

    [Theory]
    [EveryDatabase]
    public async Task Purge_OfASharedRecord_TakesItsSharesAlong(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Sales);
        var (mine, _) = await FillAsync(database, "sales", "sales");
        await ShareAsync(database, mine, Bob);

        await DeleteAsync(database, mine, Ann, asSystem: true);
        const string Left = "SELECT COUNT(*) FROM sys_record_share";
        Assert.Equal(1L, Convert.ToInt64(await database.Published.QueryAsync(Left), CultureInfo.InvariantCulture));
        await database.Published.Pipeline.PurgeAsync(new(database.Form("customer"), [new() { Id = mine }], Actor.System, ChangeSource.Page), Cancellation);
        Assert.Equal(0L, Convert.ToInt64(await database.Published.QueryAsync(Left), CultureInfo.InvariantCulture));
    }

    /// <summary>A is Ann's and B is Bob's.</summary>
    private static async Task<(long Mine, long Other)> FillAsync(AccessDatabase database, string roleOfAnn, string? roleOfBob)
    {
        var records = (await database.AddCustomerAsync("A", Ann, credit: 5), await database.AddCustomerAsync("B", Bob));
        await database.GiveAsync(Ann, roleOfAnn);
        if (roleOfBob is not null)
        {
            await database.GiveAsync(Bob, roleOfBob);
        }

        return records;
    }

    private static RecordShares Shares(AccessDatabase database)
    {
        var published = database.Published;
        return new(published.Database.Connections, new(published.Database.Connections), new(published.Database.Connections), published.Workspace, published.Rights, published.Organisation, published.Audit, TimeProvider.System);
    }

    private static async Task EndSharesAsync(AccessDatabase database)
    {
        await using var platform = database.Published.OpenPlatform();
        await platform.RecordShares.ExecuteUpdateAsync(set => set.SetProperty(share => share.Until, PublishedDatabase.Now.AddDays(-1)), Cancellation);
    }

    private static async Task<string> ShareAsync(AccessDatabase database, long id, long with, bool mayEdit = false, DateTime? until = null, long by = Ann)
        => Codes(await Shares(database).ShareAsync(new(database.Form("customer"), id, with, mayEdit, until), Member(by), Cancellation));

    private static string Codes(IReadOnlyList<Diagnostic> problems) => string.Join(' ', problems.Select(problem => problem.Code));

    private static Task<SaveResult> DeleteAsync(AccessDatabase database, long id, long by, bool asSystem = false)
        => database.Published.Pipeline.DeleteAsync(new(database.Form("customer"), [new() { Id = id }], asSystem ? Actor.System : Member(by), ChangeSource.Page), Cancellation);
}
