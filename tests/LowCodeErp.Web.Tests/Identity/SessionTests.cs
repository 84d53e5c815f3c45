using System.Net;
using System.Security.Claims;
using LowCodeErp.Data.Accounts;
using LowCodeErp.Data.Platform;
using LowCodeErp.Portal.Navigation;
using LowCodeErp.Runtime.Members;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Web.Identity.Sessions;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Web.Tests.Identity;

public sealed class SessionTests(TemporaryWorkspace workspace) : IClassFixture<TemporaryWorkspace>
{
    /// <summary>Only a test that fails waits so long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private MemberSessions Sessions => workspace.Services.GetRequiredService<MemberSessions>();

    private MemberAccounts Accounts => workspace.Services.GetRequiredService<MemberAccounts>();

    [Fact]
    public async Task Request_AfterDeactivation_LeadsToSignIn()
    {
        var (member, visitor) = await SignInAsync("leaver");
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).StatusCode);

        Assert.Empty(await Accounts.DeactivateAsync(member.Id, Actor.System, Cancellation));

        await AssertOutAsync(visitor);
        Assert.Empty(await Accounts.ActivateAsync(member.Id, Actor.System, Cancellation));
        await AssertOutAsync(visitor);
    }

    [Fact]
    public async Task Request_OfAnEndedSession_LeadsToSignInWhileTheOtherGoesOn()
    {
        var (member, first) = await SignInAsync("two-devices");
        var second = new Visitor(workspace);
        await second.SignInAsync("two-devices");
        var sessions = await Sessions.ListAsync(member.Id, Cancellation);
        Assert.Equal(2, sessions.Count);

        await Sessions.EndAsync(member.Id, sessions.Min(session => session.Id), Cancellation);

        await AssertOutAsync(first);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task SignOut_FromABrowser_EndsItsSession()
    {
        var (member, visitor) = await SignInAsync("goer-home");
        Assert.Single(await Sessions.ListAsync(member.Id, Cancellation));

        await visitor.PostAsync("/account/sign-out", ("__RequestVerificationToken", Visitor.TokenOf(await visitor.ReadAsync("/"))));

        Assert.Empty(await Sessions.ListAsync(member.Id, Cancellation));
    }

    [Fact]
    public async Task Session_OfSomebodyElse_IsNotEndedByItsNumber()
    {
        var (member, visitor) = await SignInAsync("owner-of-session");
        var session = Assert.Single(await Sessions.ListAsync(member.Id, Cancellation));

        await Sessions.EndAsync(member.Id + 1, session.Id, Cancellation);

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Cookie_OfASession_IsForThisSiteAndNoScript()
    {
        await workspace.AddMemberAsync("cookie-owner");

        var answer = await new Visitor(workspace).SignInAsync("cookie-owner");

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("lowcode-session=", StringComparison.Ordinal));
        foreach (var flag in new[] { "secure", "httponly", "samesite=lax" })
        {
            Assert.Contains(flag, cookie, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Rights_TakenAway_AreGoneWithTheNextRequest()
    {
        await workspace.AddMemberAsync("other-admin", member => member.IsAdministrator = true);
        var (member, visitor) = await SignInAsync("demoted", member => member.IsAdministrator = true);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/administration/members")).StatusCode);

        Assert.Empty(await Accounts.EditAsync(member.Id, new MemberEntry("demoted", "demoted", "", IsAdministrator: false), Actor.System, Cancellation));

        var answer = await visitor.GetAsync("/administration/members");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/account/access-denied", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Circuit_OfAMemberWhoIsDeactivated_EndsAndListensNoMore()
    {
        var member = await workspace.AddMemberAsync("at-a-page");
        await using var circuit = await OpenCircuitAsync(member);
        var heard = 0;
        var door = circuit.Handler.CreateInboundActivityHandler(_ =>
        {
            heard++;
            return Task.CompletedTask;
        });
        await door(null!);
        Assert.Equal(1, heard);

        Assert.Empty(await Accounts.DeactivateAsync(member.Id, Actor.System, Cancellation));

        Assert.False((await circuit.Changed.WaitAsync(Patience, Cancellation)).User.Identity!.IsAuthenticated);
        await door(null!);
        Assert.Equal(1, heard);
    }

    [Fact]
    public async Task Circuit_OfAnEndedSession_EndsWhileTheOtherGoesOn()
    {
        var member = await workspace.AddMemberAsync("at-two-pages");
        await using var ended = await OpenCircuitAsync(member);
        await using var other = await OpenCircuitAsync(member);

        await Sessions.EndAllAsync(member.Id, other.Session, Cancellation);

        await ended.Changed.WaitAsync(Patience, Cancellation);
        Assert.False(other.Changed.IsCompleted);
    }

    [Fact]
    public async Task Circuit_OfAnAdministratorWhoBeginsToViewAMember_Ends()
    {
        var member = await workspace.AddMemberAsync("viewed-at-a-page");
        var administrator = await workspace.AddMemberAsync("begins-a-view", added => added.IsAdministrator = true);
        await using var circuit = await OpenCircuitAsync(administrator, new Claim(PortalClaims.IsAdministrator, bool.TrueString));
        await using var other = await OpenCircuitAsync(administrator, new Claim(PortalClaims.IsAdministrator, bool.TrueString));

        var actor = new Actor(administrator.Id, "begins-a-view", IsAdministrator: true);
        Assert.Null(await workspace.Services.GetRequiredService<MemberViewings>().BeginAsync(circuit.Session, member.Id, "a question", actor, Cancellation));

        await circuit.Changed.WaitAsync(Patience, Cancellation);
        Assert.False(other.Changed.IsCompleted);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0", "Edge，Windows", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.44", "微信，iPhone", "WeChat, iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36", "Chrome，安卓", "Chrome, Android")]
    [InlineData("curl/8.5.0", "未知设备", "Unknown device")]
    [InlineData("", "未知设备", "Unknown device")]
    public void Device_OfABrowser_IsNamedInPlainWords(string userAgent, string chinese, string english)
        => Assert.Equal((chinese, english), (DeviceName.Of(userAgent).Chinese, DeviceName.Of(userAgent).English));

    private static async Task AssertOutAsync(Visitor visitor)
    {
        var answer = await visitor.GetAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/account/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private async Task<(Member Member, Visitor Visitor)> SignInAsync(string userName, Action<Member>? change = null)
    {
        var member = await workspace.AddMemberAsync(userName, change);
        var visitor = new Visitor(workspace);
        await visitor.SignInAsync(userName);
        return (member, visitor);
    }

    private async Task<OpenCircuit> OpenCircuitAsync(Member member, params IEnumerable<Claim> claims)
    {
        var session = await Sessions.StartAsync(member.Id, "test", "", Cancellation);
        var circuit = new OpenCircuit(workspace.Services.CreateAsyncScope(), session, claims);
        await circuit.Handler.OnConnectionUpAsync(null!, Cancellation);
        return circuit;
    }

    /// <summary>The services of one circuit, as the framework sets them up for a signed-in person.</summary>
    private sealed class OpenCircuit : IAsyncDisposable
    {
        private readonly AsyncServiceScope _scope;
        private readonly TaskCompletionSource<AuthenticationState> _changed = new();

        public OpenCircuit(AsyncServiceScope scope, long session, IEnumerable<Claim> claims)
        {
            (_scope, Session) = (scope, session);
            var authentication = (ServerAuthenticationStateProvider)scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
            var user = new ClaimsPrincipal(new ClaimsIdentity([SessionClaim.Of(session), new(PortalClaims.DisplayName, "somebody"), .. claims], "test"));
            authentication.SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
            authentication.AuthenticationStateChanged += async state => _changed.TrySetResult(await state);
            Handler = scope.ServiceProvider.GetServices<CircuitHandler>().OfType<CircuitSession>().Single();
        }

        public long Session { get; }

        public CircuitSession Handler { get; }

        public Task<AuthenticationState> Changed => _changed.Task;

        public async ValueTask DisposeAsync()
        {
            await Handler.OnCircuitClosedAsync(null!, CancellationToken.None);
            await _scope.DisposeAsync();
        }
    }
}
