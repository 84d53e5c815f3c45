using System.Net;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Platform;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.Web.Tests.Canaries;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Web.Tests.Tiering;

/// <summary>Who runs tier models, and who takes their results away as files (R110).</summary>
public sealed class TierRightsTests : IAsyncLifetime
{
    private const string Reader = """
        {"key": "reader", "label": {"zh-CN": "查看"}, "grants": [{"form": "customer", "operations": ["view"]}, {"form": "order", "operations": ["view"]}]}
        """;

    private const string Seller = """
        {"key": "seller", "label": {"zh-CN": "销售"}, "grants": [
          {"form": "customer", "operations": ["view"]}, {"form": "customer", "operations": ["view", "export"], "rows": "own"}, {"form": "order", "operations": ["view"], "rows": "own"}
        ]}
        """;

    private readonly TemporaryWorkspace _workspace = new();
    private Member _reader = null!;
    private Member _seller = null!;
    private Member _auditor = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TierModel Model => Service<IWorkspace>().Current.FindTierModel("abc")!;

    public async ValueTask InitializeAsync()
    {
        (_reader, _seller, _auditor) = (await _workspace.AddMemberAsync("reader"), await _workspace.AddMemberAsync("seller"), await _workspace.AddMemberAsync("auditor"));
        var app = App.With(
            Form("customer").Field("name", "text").Field("owner", "member").Owner(),
            Form("order").Field("number", "text").Reference("customer", "customer").Field("date", "date").Field("amount", "money")).WithRoles(Reader, Seller);
        var published = await Service<IPublisher>().PublishAsync(app with { TierModels = [new("tiering/abc.json", Abc, "{}")] }, Actor.System, cancellationToken: Cancellation);
        Assert.True(published.Version is not null, string.Join("; ", published.Diagnostics));
        await GiveAsync("test", "reader", _reader);
        await GiveAsync("test", "seller", _seller);
        await GiveAsync("", RoleAssignment.Auditor, _auditor);
        await AddAsync("sold by the seller", _seller.Id);
        await AddAsync("sold by another", _reader.Id);
    }

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    [Fact]
    public async Task Results_AsAFile_AreOfRecordsThatMayBeExported()
    {
        var (run, _) = await RunAsync(Actor.System);

        foreach (var format in new[] { "csv", "xlsx" })
        {
            var refused = await AskAsync(_reader, $"/api/tier-runs/{run}/results.{format}");
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            Assert.Contains("没有权限导出", await Visitor.ReadAsync(refused), StringComparison.Ordinal);
        }

        var own = await Visitor.ReadAsync(await AskAsync(_seller, $"/api/tier-runs/{run}/results.csv"));
        Assert.Contains("sold by the seller", own, StringComparison.Ordinal);
        Assert.DoesNotContain("sold by another", own, StringComparison.Ordinal);
        Assert.Contains("sold by another", await Visitor.ReadAsync(await AskAsync(_auditor, $"/api/tier-runs/{run}/results.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ByWhoeverDoesNotSeeAllOrChangesNothing_IsRefused()
    {
        Assert.Equal("tier.not-allowed", (await RunAsync(ActorOf(_seller))).Problem);
        Assert.Equal("tier.not-allowed", (await RunAsync(ActorOf(_auditor))).Problem);
        Assert.Empty(await Service<ITierStandings>().ReadLatestAsync(Cancellation));

        Assert.Null((await RunAsync(ActorOf(_reader))).Problem);
    }

    [Fact]
    public async Task Page_OfferingARun_IsForWhoeverMayRunTheModel()
    {
        const string Run = "id=\"run-tiers\"";
        foreach (var (member, mayRun) in new[] { (_reader, true), (_seller, false), (_auditor, false) })
        {
            Assert.Equal(mayRun, (await new CircuitPages(_workspace, member).ReadAsync("/tiering/abc")).Contains(Run, StringComparison.Ordinal));
        }
    }

    private static TierModelDefinition Abc { get; } = new()
    {
        Key = "abc", Label = new("客户分级"), Method = TierMethod.Abc, Form = "customer", Basis = TierBasis.Gross,
        Source = new() { Form = "order", Subject = "customer", Date = "date", Amount = "amount" },
        Tiers = [new() { Key = "A", Label = new("A") }, new() { Key = "B", Label = new("B") }, new() { Key = "C", Label = new("C") }, new() { Key = "D", Label = new("D") }],
    };

    private static Actor ActorOf(Member member) => new(member.Id, member.DisplayName, IsAdministrator: false);

    private async Task<(long Run, string? Problem)> RunAsync(Actor actor)
    {
        var diagnostics = new DiagnosticBag();
        var result = await Service<TierRunner>().RunAsync(Model, new(new(2026, 1, 31), DryRun: false, actor), diagnostics, cancellationToken: Cancellation);
        return (result?.Stored?.Id ?? 0, diagnostics.Items.SingleOrDefault()?.Code);
    }

    private async Task<HttpResponseMessage> AskAsync(Member member, string address)
    {
        var visitor = new Visitor(_workspace);
        await visitor.SignInAsync(member.UserName!);
        return await visitor.GetAsync(address);
    }

    private async Task GiveAsync(string app, string role, Member member)
        => Assert.Empty(await Service<IRoleAssignments>().AssignAsync(new() { App = app, Role = role, MemberId = member.Id }, Actor.System, Cancellation));

    private async Task AddAsync(string name, long owner)
    {
        var input = new RecordInput { Values = new Dictionary<string, InputValue> { ["name"] = InputValue.Of(name), ["owner"] = InputValue.Of((decimal)owner) } };
        var request = new SaveRequest(Service<IWorkspace>().Current.FindForm("customer")!, [input], Actor.System, ChangeSource.Import);
        Assert.IsType<SaveResult.Saved>(await Service<SavePipeline>().SaveAsync(request, Cancellation));
    }

    private T Service<T>() where T : notnull => _workspace.Services.GetRequiredService<T>();
}
