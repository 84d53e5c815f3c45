using System.Net;
using System.Security.Claims;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Accounts;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Web.Identity.Keys;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Web.Tests.Identity;

public sealed class ApiKeyTests(TemporaryWorkspace workspace) : IClassFixture<TemporaryWorkspace>
{
    /// <summary>There is no such file, which whoever may ask is told.</summary>
    private const string Endpoint = "/files/999999";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ApiKeys Keys => workspace.Services.GetRequiredService<ApiKeys>();

    [Fact]
    public async Task Key_OfAnActiveMember_OpensEndpointsAndNoPage()
    {
        var (_, key) = await MakeAsync("with-a-program");

        Assert.Equal(HttpStatusCode.NotFound, (await CallAsync(Endpoint, key)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await CallAsync("/api/export/nothing.csv", key)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await CallAsync("/api/tier-runs/1/results.csv", key)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await CallAsync("/", key)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await CallAsync("/account", key)).StatusCode);
    }

    [Fact]
    public async Task Key_ThatIsNone_IsRefusedInWords()
    {
        var answer = await CallAsync(Endpoint, "lck_guessed");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("API 密钥无效", await Visitor.ReadAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_RevokedOrOfALeaver_IsRefused()
    {
        var (owner, revoked) = await MakeAsync("revoker");
        var listed = Assert.Single(await Keys.ListAsync(new(owner.Id, "", false), null, Cancellation));
        Assert.Null(listed.LastUsedAt);
        await CallAsync(Endpoint, revoked);
        await IsUsedAsync(revoked);
        await Keys.RevokeAsync(new(owner.Id + 1, "", false), listed.Id, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, (await CallAsync(Endpoint, revoked)).StatusCode);
        await Keys.RevokeAsync(new(owner.Id, "", false), listed.Id, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(Endpoint, revoked)).StatusCode);

        var (leaver, key) = await MakeAsync("leaver-with-key");
        await workspace.Services.GetRequiredService<MemberAccounts>().DeactivateAsync(leaver.Id, Actor.System, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(Endpoint, key)).StatusCode);
    }

    [Theory]
    [InlineData(ApiKeyAuthentication.ReadScope, "GET", true)]
    [InlineData(ApiKeyAuthentication.ReadScope, "HEAD", true)]
    [InlineData(ApiKeyAuthentication.ReadScope, "POST", false)]
    [InlineData(ApiKeyAuthentication.ReadScope, "DELETE", false)]
    [InlineData("write", "POST", true)]
    public async Task Scope_OfAKey_DecidesWhatItMayDo(string scope, string method, bool isAllowed)
    {
        var context = new DefaultHttpContext { Request = { Method = method } };
        var user = new ClaimsPrincipal(new ClaimsIdentity([new(ApiKeyAuthentication.ScopeClaim, scope)], "test"));

        var verdict = await workspace.Services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, context, ApiAccess.Policy);

        Assert.Equal(isAllowed, verdict.Succeeded);
    }

    [Fact]
    public async Task Key_BesideTheCookieOfSomebodyElse_Counts()
    {
        await workspace.AddMemberAsync("with-cookie");
        var visitor = new Visitor(workspace);
        await visitor.SignInAsync("with-cookie");

        var answer = await visitor.GetAsync(Endpoint, request => request.Headers.Authorization = new("Bearer", "lck_guessed"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    /// <summary>Uses are written down a little later.</summary>
    private async Task IsUsedAsync(string key)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while ((await Keys.FindAsync(key, limit.Token))!.LastUsedAt is null)
        {
            await glance.WaitForNextTickAsync(limit.Token);
        }
    }

    private Task<HttpResponseMessage> CallAsync(string address, string key)
        => new Visitor(workspace).GetAsync(address, request => request.Headers.Authorization = new("Bearer", key));

    private async Task<(Member Owner, string Key)> MakeAsync(string userName)
    {
        var member = await workspace.AddMemberAsync(userName);
        var diagnostics = new DiagnosticBag();
        var key = await Keys.CreateAsync(new(member.Id, "", false), "test", canWrite: false, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(1), diagnostics, Cancellation);
        Assert.True(key is not null, string.Join(" ", diagnostics.Items));
        return (member, key);
    }
}
