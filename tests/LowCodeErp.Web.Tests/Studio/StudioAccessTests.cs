using System.Net;
using LowCodeErp.Data.Platform;
using LowCodeErp.Metadata.Views;
using LowCodeErp.Portal.Views;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Designs;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.Editing.Edits;
using LowCodeErp.Web.Tests.Canaries;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Web.Tests.Studio;

/// <summary>What the Studio opens, by its addresses and below them: to administrators of the app, to members who may design one of its forms, and to others (decisions 0043, 0045).</summary>
public sealed class StudioAccessTests : IAsyncLifetime
{
    private const string Designer = """
        {"key": "designer", "label": {"zh-CN": "订单设计组"}, "grants": [{"form": "order", "operations": ["view", "create", "edit", "design"]}, {"form": "customer", "operations": ["view"]}]}
        """;

    private const string Missing = "没有这个应用";
    private const string Beyond = "这里不在您可以设计的范围内";

    private readonly TemporaryWorkspace _workspace = new();
    private Member _designer = null!;
    private Member _member = null!;
    private Member _head = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (_designer, _member, _head) = (await _workspace.AddMemberAsync("designer"), await _workspace.AddMemberAsync("member"), await _workspace.AddMemberAsync("head"));
        await PublishAsync(App.Named("sales",
            Form("order").Field("number", "text").Reference("customer", "customer").Labelled("客户甲"),
            Form("customer").Field("name", "text").Labelled("客户名称"),
            Form("salary").Field("name", "text").Labelled("工资名称")).WithRoles(Designer));
        await PublishAsync(App.Named("stock", Form("part").Field("name", "text")).WithRoles(Designer.Replace("order", "part", StringComparison.Ordinal).Replace("customer", "part", StringComparison.Ordinal)));
        await GiveAsync("sales", "designer", _designer);
        await GiveAsync("stock", RoleAssignment.AppAdministrator, _head);
    }

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    [Fact]
    public async Task Addresses_OfWhoeverMayDesignOneForm_OpenThatFormAlone()
    {
        var pages = new CircuitPages(_workspace, _designer);

        var home = await ReadAsync(pages, "/studio");
        Assert.Contains("href=\"studio/sales\"", home, StringComparison.Ordinal);
        Assert.DoesNotContain("studio/stock", home, StringComparison.Ordinal);
        var own = await ReadAsync(pages, "/studio/sales?form=order");
        Assert.Contains("客户甲", own, StringComparison.Ordinal);
        Assert.DoesNotContain(Beyond, own, StringComparison.Ordinal);
        Assert.DoesNotContain("工资名称", own, StringComparison.Ordinal);
        Assert.DoesNotContain("form=salary", own, StringComparison.Ordinal);
        Assert.DoesNotContain("view=role", own, StringComparison.Ordinal);
        foreach (var address in new[] { "form=salary", "form=customer", "form=none", "view=role", "view=app", "view=diagram", "view=uses&form=order" })
        {
            var refused = await ReadAsync(pages, $"/studio/sales?{address}");
            Assert.Contains(Beyond, refused, StringComparison.Ordinal);
            Assert.DoesNotContain("工资名称", refused, StringComparison.Ordinal);
            Assert.DoesNotContain("订单设计组", refused, StringComparison.Ordinal);
        }

        Assert.Contains(Missing, await ReadAsync(pages, "/studio/stock"), StringComparison.Ordinal);
        Assert.Contains("data-version", await ReadAsync(pages, "/studio/sales/versions"), StringComparison.Ordinal);
        Assert.DoesNotContain("data-version", await ReadAsync(pages, "/studio/stock/versions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_OfAMemberWithoutDesign_OpenNothing()
    {
        await AssertClosedAsync(_member, "sales");
        await AssertClosedAsync(_member, "stock");
    }

    [Fact]
    public async Task Addresses_OfAnotherAppsAdministrator_OpenHisOwnAlone()
    {
        await AssertClosedAsync(_head, "sales");
        Assert.DoesNotContain(Missing, await ReadAsync(new(_workspace, _head), "/studio/stock"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desk_OfAnAdministratorOfOneApp_HandsOutNoOther()
    {
        await using var scope = _workspace.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<DesignDesk>();

        Assert.Null(await desk.OpenAsync("sales", ActorOf(_head), Cancellation));
        Assert.Null(await desk.OpenAsync("sales", ActorOf(_member), Cancellation));
        using var session = await desk.OpenAsync("stock", ActorOf(_head), Cancellation);
        Assert.Equal((true, 0), (session!.Scope.IsWhole, session.Others.Count));
        Assert.Equal(["part"], session.Forms.Select(form => form.Key));
        using var all = await desk.OpenAsync("stock", Actor.System, Cancellation);
        Assert.Single(all!.Others);
    }

    /// <summary>What else a draft holds, from the time when he administered the app, is not his any more.</summary>
    [Fact]
    public async Task Desk_OfWhoeverMayDesignOneForm_HandsOutHisFormAmidWhatIsPublished()
    {
        await using var scope = _workspace.Services.CreateAsyncScope();
        var (desk, drafts) = (scope.ServiceProvider.GetRequiredService<DesignDesk>(), scope.ServiceProvider.GetRequiredService<IDesignDraftStore>());
        using var before = await desk.OpenAsync("sales", Actor.System, Cancellation);
        var draft = before!.Document with { Forms = [.. before.Document.Forms.Select(form => form with { Label = new($"改过的{form.Key}") })] };
        await drafts.KeepAsync(_designer.Id, "sales", DesignDraftDefinition.Write(draft), Cancellation);

        using var session = await desk.OpenAsync("sales", ActorOf(_designer), Cancellation);

        Assert.False(session!.Scope.IsWhole);
        Assert.Equal(["改过的order"], session.OwnForms.Select(form => form.Label.Chinese));
        Assert.Equal(["customer", "salary"], session.Document.Forms.Select(form => form.Label.Chinese).Where(label => label != "改过的order"));
        Assert.Equal(["customer", "order"], session.Forms.Select(form => form.Key).Order());
        Assert.Empty(session.OwnDocument.Roles);
        Assert.True(session.IsChanged);
        Assert.NotNull((await session.PublishAsync(new() { IsRehearsal = true }, Cancellation)).Version);
    }

    [Fact]
    public async Task Merge_OfWhoeverMayDesignOneForm_IsOfThatForm()
    {
        await using var scope = _workspace.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<DesignDesk>();
        using var session = await desk.OpenAsync("sales", ActorOf(_designer), Cancellation);
        session!.Do(new RenameForm("order", new("销售订单"), "order"));
        using var other = await desk.OpenAsync("sales", Actor.System, Cancellation);
        other!.Do(new RenameForm("salary", new("薪酬"), "salary"));
        Assert.NotNull((await other.PublishAsync(new(), Cancellation)).Version);
        Assert.Contains(PublishResult.StaleCode, (await session.PublishAsync(new(), Cancellation)).Diagnostics.Select(diagnostic => diagnostic.Code));

        var merge = await desk.FindMergeAsync(session.Document, session.Scope, Cancellation);

        Assert.Empty(merge!.OtherChanges);
        Assert.DoesNotContain(merge.MyChanges, change => change.Text.Chinese.Contains("薪酬", StringComparison.Ordinal));
        session.Merge(merge.OtherDocument, merge.ToDocument());
        Assert.NotNull((await session.PublishAsync(new(), Cancellation)).Version);
        Assert.Equal(("销售订单", "薪酬"), (Label("order"), Label("salary")));
    }

    [Fact]
    public async Task View_IsSharedByWhoeverMayDesignTheForm()
    {
        await using var scope = _workspace.Services.CreateAsyncScope();
        var views = scope.ServiceProvider.GetRequiredService<MemberViews>();
        var view = new ViewDefinition { Key = "mine", Label = new("我的视图") };

        Assert.Empty(await views.ShareAsync(FormOf("order"), view, ActorOf(_designer)));
        Assert.Equal("mine", Assert.Single(FormOf("order").Views).Key);
        await Assert.ThrowsAsync<InvalidOperationException>(() => views.ShareAsync(FormOf("customer"), view, ActorOf(_designer)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => views.ShareAsync(FormOf("order"), view, ActorOf(_member)));
    }

    private static Actor ActorOf(Member member) => new(member.Id, member.DisplayName, IsAdministrator: false);

    private static async Task<string> ReadAsync(CircuitPages pages, string address) => WebUtility.HtmlDecode(await pages.ReadAsync(address));

    /// <summary>Neither in a circuit nor in what is drawn before one runs, nor in the list.</summary>
    private async Task AssertClosedAsync(Member member, string app)
    {
        var pages = new CircuitPages(_workspace, member);
        var visitor = new Visitor(_workspace);
        await visitor.SignInAsync(member.UserName!);
        Assert.Contains(Missing, await ReadAsync(pages, $"/studio/{app}"), StringComparison.Ordinal);
        Assert.DoesNotContain($"studio/{app}", await ReadAsync(pages, "/studio"), StringComparison.Ordinal);
        Assert.DoesNotContain("data-version", await ReadAsync(pages, $"/studio/{app}/versions"), StringComparison.Ordinal);
        foreach (var address in new[] { $"/studio/{app}", $"/studio/{app}?view=role", $"/studio/{app}/versions", $"/studio/{app}/preview/1?form=order" })
        {
            var page = WebUtility.HtmlDecode(await visitor.ReadAsync(address));
            Assert.DoesNotContain("客户名称", page, StringComparison.Ordinal);
            Assert.DoesNotContain("订单设计组", page, StringComparison.Ordinal);
        }
    }

    private FormModel FormOf(string key) => Service<IWorkspace>().Current.FindForm(key)!;

    private string Label(string form) => FormOf(form).Label.Chinese;

    private async Task PublishAsync(AppPackage app)
    {
        var published = await Service<IPublisher>().PublishAsync(app, Actor.System, cancellationToken: Cancellation);
        Assert.True(published.Version is not null, string.Join("; ", published.Diagnostics));
    }

    private async Task GiveAsync(string app, string role, Member member)
        => Assert.Empty(await Service<IRoleAssignments>().AssignAsync(new() { App = app, Role = role, MemberId = member.Id }, Actor.System, Cancellation));

    private T Service<T>() where T : notnull => _workspace.Services.GetRequiredService<T>();
}
