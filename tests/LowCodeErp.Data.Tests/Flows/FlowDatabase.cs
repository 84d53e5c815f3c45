using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Records;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Specifications.Apps;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>A database with orders that are approved, and a first node on it.</summary>
internal sealed class FlowDatabase : IAsyncDisposable
{
    private const string Definition = """
        {
          "key": "order-approval", "label": {"zh-CN": "订单审批"}, "form": "order",
          "sequence": ["vote"],
          "blocks": {"vote": {"type": "parallel", "branches": [{"key": "left"}, {"key": "right"}]}}
        }
        """;

    /// <summary>A member whose account is closed.</summary>
    public const long Leaver = 10;

    private readonly List<FlowHost> _hosts = [];

    private FlowDatabase(PublishedDatabase published) => Published = published;

    public PublishedDatabase Published { get; }

    public FlowHost Host => _hosts[0];

    public static async Task<FlowDatabase> CreateAsync(DatabaseProvider provider, VoteRules? rules = null)
    {
        var database = await CreateAsync(provider, App.With(Form("order").Field("name", "text").Field("total", "number")).WithFlows(Definition));
        await database.AddHostAsync(rules);
        return database;
    }

    /// <summary>With an app of the test's choice, under the rules of the product.</summary>
    public static async Task<FlowDatabase> CreateRealAsync(DatabaseProvider provider, AppPackage package)
    {
        var database = await CreateAsync(provider, package);
        database._hosts.Add(await FlowHost.StartAsync(database.Published.Database.Connections, FlowMachine.Apply));
        return database;
    }

    /// <summary>One more node, with connections of its own.</summary>
    public async Task<FlowHost> AddHostAsync(VoteRules? rules = null)
    {
        var host = await FlowHost.StartAsync(_hosts.Count == 0 ? Published.Database.Connections : Published.Database.ConnectAnotherNode(), rules);
        _hosts.Add(host);
        return host;
    }

    private static async Task<FlowDatabase> CreateAsync(DatabaseProvider provider, AppPackage package)
    {
        var published = await PublishedDatabase.CreateAsync(provider, BuiltInFields.Catalog);
        await AddMembersAsync(published);
        await published.PublishAsync(package);
        return new(published);
    }

    /// <summary>Initiators and approvers, and as many voters as a test may want.</summary>
    private static async Task AddMembersAsync(PublishedDatabase published)
    {
        await using var platform = published.OpenPlatform();
        platform.Users.AddRange(Enumerable.Range(1, 10).Concat(Enumerable.Range(100, 40)).Select(id => new Member
        {
            Id = id, UserName = $"m{id}", NormalizedUserName = $"M{id}", DisplayName = $"member {id}", IsActive = id != Leaver,
        }));
        await platform.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _hosts.ForEach(host => host.Dispose());
        await Published.DisposeAsync();
    }
}
