using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Encryption;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static LowCodeErp.Data.Tests.Encryption.SensitiveDatabase;

namespace LowCodeErp.Data.Tests.Encryption;

/// <summary>A new data key seals what comes, and what was there is read and found as before (decision 0042).</summary>
public sealed class KeyRenewalTests
{
    private static readonly SealedPlace Place = new("contact", "phone", 7);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Renew_SealsWhatComes_AndFindsAndOpensWhatWasThere(DatabaseProvider provider)
    {
        await using var database = await SensitiveDatabase.CreateAsync(provider, Contacts());
        var id = await database.AddAsync("contact", Value("name", "A"), Value("phone", "13812345678"));

        Assert.Equal((2, null), await RenewAsync(database.Published.Database.Connections));
        await database.AddAsync("contact", Value("name", "B"), Value("phone", "13987654321"));

        Assert.Equal("record.not-unique phone", await database.RefuseAsync("contact", Value("name", "C"), Value("phone", "13812345678")));
        Assert.Equal(("A", "B"), (await database.FindAsync("contact", search: "13812345678"), await database.FindAsync("contact", search: "13987654321")));
        Assert.Equal(["enc1:1:", "enc1:2:"], await ReadMarksAsync(database));
        await database.ChangeAsync("contact", id, Value("phone", "13711112222"));
        Assert.Equal(["enc1:2:", "enc1:2:"], await ReadMarksAsync(database));
        Assert.Equal("""{"phone":["13812345678","13711112222"]}""", await database.HistoryAsync("contact", id));
        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Renew_ByOneNode_IsNoticedByOthersWhereTheyMeetIt(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        var (running, renewing, later) = (database.Connections, database.ConnectAnotherNode(), database.ConnectAnotherNode());
        Assert.Null(await database.OpenKeysAsync());
        Assert.Null(await database.OpenKeysAsync(renewing));
        var before = running.Keys.Seal(Place, "13812345678");

        Assert.Equal((2, null), await RenewAsync(renewing));
        Assert.Equal((3, null), await RenewAsync(renewing));
        Assert.StartsWith("enc1:1:", running.Keys.Seal(Place, "1"), StringComparison.Ordinal);
        var after = renewing.Keys.Seal(Place, "13987654321");
        Assert.StartsWith("enc1:3:", after, StringComparison.Ordinal);

        Assert.Equal("13987654321", running.Keys.Open(Place, after));
        Assert.StartsWith("enc1:3:", running.Keys.Seal(Place, "1"), StringComparison.Ordinal);
        Assert.Null(running.Keys.Open(Place, "enc1:9:" + after["enc1:3:".Length..]));
        Assert.Null(await database.OpenKeysAsync(later));
        Assert.All([running, renewing, later], node => Assert.Equal(("13812345678", "13987654321"), (node.Keys.Open(Place, before), node.Keys.Open(Place, after))));
        await using var context = new PlatformContextFactory(running).CreateDbContext();
        Assert.Equal(2, await context.Audit.CountAsync(entry => entry.Kind == "key-change", Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task Renew_WithoutTheKeysThatThereAre_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);

        Assert.Equal("encryption.not-opened", (await RenewAsync(database.Connections)).Problem?.Code);
        await using var context = new PlatformContextFactory(database.Connections).CreateDbContext();
        Assert.Equal(0, await context.DataKeys.CountAsync(Cancellation));
    }

    private static async Task<(long Id, Diagnostic? Problem)> RenewAsync(WorkspaceConnections connections)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(connections)
            .AddSingleton<PlatformContextFactory>()
            .AddSingleton<IdAllocator>()
            .AddSingleton<AuditLog>()
            .AddKeyProtection()
            .BuildServiceProvider();
        return await services.GetRequiredService<KeyRenewal>().RunAsync(Actor.System, Cancellation);
    }

    private static async Task<IReadOnlyList<string>> ReadMarksAsync(Records.FieldDatabase database)
    {
        var marks = new List<string>();
        foreach (var order in new[] { "ASC", "DESC" })
        {
            marks.Add(((string)(await database.Published.QueryAsync($"SELECT phone FROM contact ORDER BY id {order} LIMIT 1"))!)[.."enc1:1:".Length]);
        }

        return marks;
    }
}
