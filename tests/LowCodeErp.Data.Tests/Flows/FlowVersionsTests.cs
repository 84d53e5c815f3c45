using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Publishing;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>Flows published and published again: versions are immutable (rule 58), what they use cannot be deleted (G25), whom they name must be there.</summary>
public sealed class FlowVersionsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Rule58_Find_OfAnEarlierVersion_IsTheFlowAsItWasOverTheFormsOfToday(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Forms());
        await database.PublishAsync(App.With(Forms()).WithFlows(Flow(1000)));
        var first = database.Workspace.Current.Version;
        await database.PublishAsync(App.With(Forms()).WithFlows(Flow(2000)));
        var second = database.Workspace.Current.Version;
        await database.PublishAsync(App.With([.. Forms(), Form("note").Text("text")]).WithFlows(Flow(2000)));
        var versions = Versions(database);

        var (old, diagnostics) = await versions.FindAsync("buying", first, Cancellation);
        Assert.Empty(diagnostics);
        Assert.Equal("[amount] > 1000", ConditionOf(old!));
        Assert.Equal("[amount] > 2000", ConditionOf((await versions.FindAsync("buying", second, Cancellation)).Model!));
        Assert.Same(database.Workspace.Current.FindFlow("buying"), (await versions.FindAsync("buying", second, Cancellation)).Model);
        Assert.Same(old, (await versions.FindAsync("buying", first, Cancellation)).Model);
        Assert.Null((await versions.FindAsync("buying", first - 1, Cancellation)).Model);
        Assert.Null((await versions.FindAsync("nothing", first, Cancellation)).Model);
    }

    [Fact]
    public async Task Find_OfAFlowThatWasTakenAway_IsFoundStill()
    {
        await using var database = await PublishedDatabase.CreateAsync(DatabaseProvider.Sqlite, Forms());
        await database.PublishAsync(App.With(Forms()).WithFlows(Flow(1000)));
        var version = database.Workspace.Current.Version;
        await database.PublishAsync(App.With(Forms()));

        Assert.Null(database.Workspace.Current.FindFlow("buying"));
        Assert.NotNull((await Versions(database).FindAsync("buying", version, Cancellation)).Model);
    }

    [Fact]
    public async Task Find_OfAFlowThatReadsAFieldWhichIsGone_SaysSo()
    {
        await using var database = await PublishedDatabase.CreateAsync(DatabaseProvider.Sqlite, Forms());
        await database.PublishAsync(App.With(Forms()).WithFlows(Flow(1000)));
        var version = database.Workspace.Current.Version;
        await database.PublishAsync(App.With(Form("request").Text("title")));

        var (model, diagnostics) = await Versions(database).FindAsync("buying", version, Cancellation);

        Assert.Null(model);
        Assert.Contains("branches[0].when", Assert.Single(diagnostics).Path, StringComparison.Ordinal);
    }

    /// <summary>G25.</summary>
    [Fact]
    public async Task G25_FieldThatAFlowReads_CannotBeDeleted()
    {
        await using var database = await PublishedDatabase.CreateAsync(DatabaseProvider.Sqlite, Forms());
        await database.PublishAsync(App.With(Forms()).WithFlows(Flow(1000)));
        var version = database.Workspace.Current.Version;

        var result = await database.Publisher.PublishAsync(App.With(Form("request").Text("title")).WithFlows(Flow(1000)), Actor.System, cancellationToken: Cancellation);

        Assert.Null(result.Version);
        Assert.Contains("流程“采购审批”", result.Diagnostics.First(diagnostic => diagnostic.Code == "publish.field-in-use").Message.Chinese, StringComparison.Ordinal);
        Assert.Equal(version, database.Workspace.Current.Version);
    }

    [Theory]
    [InlineData("""{"kind": "members", "members": ["nobody"]}""", "metadata.flow.member-unknown")]
    [InlineData("""{"kind": "department-heads", "departments": ["D99"]}""", "metadata.flow.department-unknown")]
    public async Task Publish_FlowThatNamesSomebodyUnknown_IsRefusedWithThePlace(string rule, string code)
    {
        await using var database = await PublishedDatabase.CreateAsync(DatabaseProvider.Sqlite, Forms());
        var version = database.Workspace.Current.Version;

        var result = await database.Publisher.PublishAsync(App.With(Forms()).WithFlows(Flow(1000, rule)), Actor.System, cancellationToken: Cancellation);

        Assert.Null(result.Version);
        var refused = Assert.Single(result.Diagnostics);
        Assert.Equal(code, refused.Code);
        Assert.StartsWith("flows/buying.json:", refused.Path, StringComparison.Ordinal);
        Assert.Contains("blocks.approve.settings.assignees[0]", refused.Path, StringComparison.Ordinal);
        Assert.Equal(version, database.Workspace.Current.Version);
    }

    private static FlowVersions Versions(PublishedDatabase database) => new(database.Database.Connections, new(TestFields.Catalog, new([]), PublishedDatabase.FlowNodes), database.Workspace);

    private static string ConditionOf(FlowModel flow) => ((FlowBlock.Exclusive)flow.Find("choice")!).Branches[0].When!.PrintWithKeys();

    private static FormBuilder[] Forms() => [Form("request").Text("title").Number("amount")];

    private static string Flow(int limit, string rule = """{"kind": "initiator"}""") => $$$$$"""
        {
          "key": "buying", "label": {"zh-CN": "采购审批"}, "form": "request", "sequence": ["choice"],
          "blocks": {
            "choice": {"type": "exclusive", "branches": [{"key": "large", "when": "[amount] > {{{{{limit}}}}}", "sequence": ["approve"]}, {"key": "small", "sequence": []}]},
            "approve": {"type": "approval", "settings": {"assignees": [{{{{{rule}}}}}]}}
          }
        }
        """;
}
