using System.Net;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Accounts;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Web.Tests.Identity;

public sealed class PasswordLinkTests(TemporaryWorkspace workspace) : IClassFixture<TemporaryWorkspace>
{
    private const string Password = "seven small green boats";

    [Fact]
    public async Task Link_FollowedOnce_SetsThePasswordAndSignsOutEverywhere()
    {
        var member = await workspace.AddMemberAsync("forgetful");
        var elsewhere = new Visitor(workspace);
        await elsewhere.SignInAsync("forgetful");
        var address = await MakeAsync(member);
        var visitor = new Visitor(workspace);
        var token = Visitor.TokenOf(await visitor.ReadAsync(address));

        var refusal = WebUtility.HtmlDecode(await Visitor.ReadAsync(await SetAsync(visitor, address, token, "so forgetful again")));
        Assert.Contains("密码不能包含用户名", refusal, StringComparison.Ordinal);
        var answer = await SetAsync(visitor, address, token, Password);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await new Visitor(workspace).SignInAsync("forgetful", Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(address)).StatusCode);
        Assert.Equal("/account/password", (await SetAsync(visitor, address, token, Password)).Headers.Location?.AbsolutePath ?? "");
    }

    [Fact]
    public async Task Link_WhenTheNextIsMade_IsOfNoUse()
    {
        var member = await workspace.AddMemberAsync("impatient");
        var first = await MakeAsync(member);
        var second = await MakeAsync(member);

        Assert.Equal(HttpStatusCode.Gone, (await new Visitor(workspace).GetAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await new Visitor(workspace).GetAsync(second)).StatusCode);
    }

    [Fact]
    public async Task Link_OfAMemberDeactivatedSince_IsOfNoUse()
    {
        var member = await workspace.AddMemberAsync("gone-since");
        var address = await MakeAsync(member);

        await workspace.Services.GetRequiredService<MemberAccounts>().DeactivateAsync(member.Id, Actor.System, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Gone, (await new Visitor(workspace).GetAsync(address)).StatusCode);
    }

    private static Task<HttpResponseMessage> SetAsync(Visitor visitor, string address, string token, string password) => visitor.PostAsync(
        address, ("_handler", "password"), ("__RequestVerificationToken", token), ("Form.Password", password), ("Form.PasswordAgain", password));

    private async Task<string> MakeAsync(Member member)
        => $"/account/password?token={await workspace.Services.GetRequiredService<PasswordLinks>().CreateAsync(member.Id, Actor.System, new DiagnosticBag(), TestContext.Current.CancellationToken)}";
}
