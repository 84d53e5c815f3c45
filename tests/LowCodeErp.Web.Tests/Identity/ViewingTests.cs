using System.Net;
using LowCodeErp.Data.Accounts;
using LowCodeErp.Data.Platform;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Web.Tests.Identity;

/// <summary>An administrator sees the program as another member, by real requests.</summary>
public sealed class ViewingTests : IAsyncDisposable
{
    private const string Banner = "data-viewing";

    private readonly ShiftedClock _clock = new();
    private readonly TemporaryWorkspace _workspace;

    public ViewingTests() => _workspace = new() { AddServices = services => services.AddSingleton<TimeProvider>(_clock) };

    public static TheoryData<string> ClosedPages =>
    [
        "/account", "/account/absence", "/account/password", "/account/second-factor", "/administration/members", "/administration/members/1/view", "/administration/roles",
        "/administration/roles/why", "/administration/audit", "/administration/calendar", "/administration/organisation", "/studio", "/studio/crm", "/api/audit.csv", "/%61dministration/roles",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    [Fact]
    public async Task View_Begun_ShowsTheMembersPagesUntilItIsEnded()
    {
        var (_, visitor) = await BeginAsync();

        var page = await visitor.ReadAsync("/");
        Assert.Contains(Banner, page, StringComparison.Ordinal);
        Assert.Contains("Why &lt;b&gt;not&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("administration/members", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"account", page, StringComparison.Ordinal);

        Assert.Equal("/", (await EndAsync(visitor)).Headers.Location!.ToString());
        var own = await visitor.ReadAsync("/");
        Assert.DoesNotContain(Banner, own, StringComparison.Ordinal);
        Assert.Contains("administration/members", own, StringComparison.Ordinal);
        Assert.Equal([("viewing-begun", "chief"), ("viewing-ended", "chief")], await ReadViewingsAsync());
    }

    [Theory]
    [MemberData(nameof(ClosedPages))]
    public async Task View_OfAMember_HasNoWayToAccountsAdministrationAndDesigners(string address)
    {
        var (_, visitor) = await BeginAsync();

        var answer = await visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/account/access-denied", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task View_OfAMember_RefusesWhatWritesWhateverPageItComesFrom()
    {
        var (member, visitor) = await BeginAsync();
        var page = await visitor.ReadAsync("/");

        var refused = await visitor.PostAsync(
            "/account/sign-in", ("_handler", "sign-in"), ("__RequestVerificationToken", Visitor.TokenOf(page)), ("Form.UserName", "seen"), ("Form.Password", "wrong"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("您正在以“seen”的身份查看，不能做任何改动。请先结束查看。", await Visitor.ReadAsync(refused));
        await using var platform = _workspace.Services.GetRequiredService<PlatformContextFactory>().CreateDbContext();
        Assert.Equal(0, (await platform.Users.SingleAsync(row => row.Id == member.Id, Cancellation)).AccessFailedCount);
        Assert.Contains(Banner, await visitor.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task View_AfterAnHour_IsOver()
    {
        var (_, visitor) = await BeginAsync();

        _clock.Advance(MemberViewings.Limit - TimeSpan.FromMinutes(1));
        Assert.Contains(Banner, await visitor.ReadAsync("/"), StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromMinutes(2));

        var page = await visitor.ReadAsync("/");
        Assert.DoesNotContain(Banner, page, StringComparison.Ordinal);
        Assert.Contains("administration/members", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_WhileViewing_EndsTheAdministratorsSessionAndTheView()
    {
        var (member, visitor) = await BeginAsync();
        var other = new Visitor(_workspace);
        await other.SignInAsync("seen");

        await visitor.PostAsync("/account/sign-out", ("__RequestVerificationToken", Visitor.TokenOf(await visitor.ReadAsync("/"))));

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/")).StatusCode);
        await using var platform = _workspace.Services.GetRequiredService<PlatformContextFactory>().CreateDbContext();
        Assert.Equal([member.Id], await platform.Sessions.Select(session => session.MemberId).ToListAsync(Cancellation));
        Assert.Equal([("viewing-begun", "chief"), ("viewing-ended", "chief")], await ReadViewingsAsync());
        Assert.Equal("chief", (await platform.Audit.SingleAsync(row => row.Kind == "sign-out", Cancellation)).ActorName);
    }

    [Fact]
    public async Task View_BySomebodyElseThanAnAdministrator_DoesNotBegin()
    {
        var member = await _workspace.AddMemberAsync("seen");
        await _workspace.AddMemberAsync("curious");
        var visitor = new Visitor(_workspace);
        await visitor.SignInAsync("curious");
        var token = Visitor.TokenOf(await visitor.ReadAsync("/"));

        var answer = await visitor.PostAsync(
            $"/administration/members/{member.Id}/view", ("_handler", "view"), ("__RequestVerificationToken", token), ("Form.Reason", "I want to"));

        Assert.Contains("/account/access-denied", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        var forged = await visitor.GetAsync($"/?seen-by={member.Id}", request => request.Headers.Add("Cookie", $"seen-by={member.Id}; seen-by-name=chief"));
        Assert.DoesNotContain(Banner, await Visitor.ReadAsync(forged), StringComparison.Ordinal);
        Assert.Empty(await ReadViewingsAsync());
    }

    [Fact]
    public async Task View_WithoutAReason_DoesNotBegin()
    {
        var (_, visitor) = await BeginAsync(reason: "  ");

        Assert.DoesNotContain(Banner, await visitor.ReadAsync("/"), StringComparison.Ordinal);
        Assert.Empty(await ReadViewingsAsync());
    }

    [Fact]
    public async Task View_EndedWithoutTheFormsToken_GoesOn()
    {
        var (_, visitor) = await BeginAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/account/end-view")).StatusCode);

        Assert.Contains(Banner, await visitor.ReadAsync("/"), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> EndAsync(Visitor visitor)
        => await visitor.PostAsync("/account/end-view", ("__RequestVerificationToken", Visitor.TokenOf(await visitor.ReadAsync("/"))));

    private async Task<(Member Member, Visitor Visitor)> BeginAsync(string reason = "Why <b>not</b>")
    {
        var member = await _workspace.AddMemberAsync("seen");
        await _workspace.AddMemberAsync("chief", added => added.IsAdministrator = true);
        var visitor = new Visitor(_workspace);
        await visitor.SignInAsync("chief");
        var address = $"/administration/members/{member.Id}/view";
        var page = await visitor.ReadAsync(address);
        await visitor.PostAsync(address, ("_handler", "view"), ("__RequestVerificationToken", Visitor.TokenOf(page)), ("Form.Reason", reason));
        return (member, visitor);
    }

    private async Task<List<(string Kind, string Actor)>> ReadViewingsAsync()
    {
        await using var platform = _workspace.Services.GetRequiredService<PlatformContextFactory>().CreateDbContext();
        var rows = await platform.Audit.Where(row => row.Kind.StartsWith("viewing")).OrderBy(row => row.Id).ToListAsync(Cancellation);
        return [.. rows.Select(row => (row.Kind, row.ActorName))];
    }

    /// <summary>Runs like any clock, some time ahead.</summary>
    private sealed class ShiftedClock : TimeProvider
    {
        private TimeSpan _ahead;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

        public void Advance(TimeSpan time) => _ahead += time;
    }
}
