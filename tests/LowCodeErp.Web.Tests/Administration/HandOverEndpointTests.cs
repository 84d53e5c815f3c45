using System.Net;
using LowCodeErp.Runtime.HandOvers;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Web.Tests.Administration;

/// <summary>Who may read what was handed over, and who may hand over at all.</summary>
public sealed class HandOverEndpointTests : IAsyncLifetime
{
    private readonly TemporaryWorkspace _workspace = new();
    private long _report;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _workspace.AddMemberAsync("wang", member => member.IsAdministrator = true);
        var (li, zhao) = (await _workspace.AddMemberAsync("li"), await _workspace.AddMemberAsync("zhao"));
        await Service<CurrentOrganisation>().LoadAsync(Cancellation);
        await Service<IOrganisation>().ChangeAsync(
            (current, found) => current.With(current.Departments.Add("销售部", null, null, found), found)?.Assign([new(li.Id, 1, DepartmentRole.Head)], found), Actor.System, Cancellation);
        var organisation = Service<IOrganisation>().Current;
        var result = await Service<HandOverDesk>().RunAsync(new(organisation.FindMember(li.Id)!, organisation.FindMember(zhao.Id)!, Deactivates: true), Actor.System, Cancellation);
        _report = result.Report!.Id;
    }

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    [Fact]
    public async Task Report_ForAnAdministrator_IsAFileWithWhatMoved()
    {
        var wang = await SignInAsync("wang");

        Assert.Equal("类别,内容,数量\n组织架构,负责人：销售部,1\n", (await wang.ReadAsync($"/api/hand-overs/{_report}.csv")).TrimStart('\ufeff').ReplaceLineEndings("\n"));
        Assert.Equal(HttpStatusCode.NotFound, (await wang.GetAsync($"/api/hand-overs/{_report + 1}.csv")).StatusCode);
    }

    [Fact]
    public async Task Report_ForAnybodyElse_IsRefused()
    {
        var zhao = await SignInAsync("zhao");

        var refused = await zhao.GetAsync($"/api/hand-overs/{_report}.csv");
        Assert.DoesNotContain("销售部", await Visitor.ReadAsync(refused), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await new Visitor(_workspace).GetAsync($"/api/hand-overs/{_report}.csv")).StatusCode);
    }

    /// <summary>What is drawn before a circuit runs holds nothing either.</summary>
    [Theory]
    [InlineData("/administration/organisation", "销售部")]
    [InlineData("/administration/hand-over/2", "离职交接")]
    public async Task Page_ForAMember_ShowsNothingOfOthers(string address, string shows)
    {
        var (refused, shown) = (await ReadAsync("zhao"), await ReadAsync("wang"));

        Assert.DoesNotContain(shows, refused, StringComparison.Ordinal);
        Assert.Contains(shows, shown, StringComparison.Ordinal);

        async Task<string> ReadAsync(string userName) => WebUtility.HtmlDecode(await (await SignInAsync(userName)).ReadAsync(address));
    }

    [Fact]
    public async Task Leaver_WhoseAccountWasDeactivated_CannotSignIn()
    {
        var li = new Visitor(_workspace);

        await li.SignInAsync("li");

        Assert.Equal(HttpStatusCode.Redirect, (await li.GetAsync("/account/absence")).StatusCode);
    }

    private T Service<T>() where T : notnull => _workspace.Services.GetRequiredService<T>();

    private async Task<Visitor> SignInAsync(string userName)
    {
        var visitor = new Visitor(_workspace);
        await visitor.SignInAsync(userName);
        return visitor;
    }
}
