using System.Net;
using LowCodeErp.Web.Identity.SetUp;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Web.Tests.Identity;

public sealed class SetUpTests
{
    private const string Password = "a quiet early morning";

    [Fact]
    public async Task FirstRun_WithTheAddress_MakesOneAdministratorAndIsGone()
    {
        await using var workspace = new TemporaryWorkspace();
        var address = $"/account/set-up?token={await workspace.Services.GetRequiredService<FirstRun>().BeginAsync(TestContext.Current.CancellationToken)}";
        var visitor = new Visitor(workspace);
        var token = Visitor.TokenOf(await visitor.ReadAsync(address));

        Assert.Contains("两次输入的密码不一样", await CompleteAsync(visitor, address, token, Password, "another one"), StringComparison.Ordinal);
        Assert.Contains("密码至少要有 10 个字符", await CompleteAsync(visitor, address, token, "short", "short"), StringComparison.Ordinal);
        var answer = await PostAsync(visitor, address, token, Password, Password);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/administration/members")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(new Visitor(workspace), address, token, Password, Password)).StatusCode);
        Assert.Null(await workspace.Services.GetRequiredService<FirstRun>().BeginAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task FirstRun_WithoutTheRightSecret_IsNoPageAndIsNowhereDisclosed()
    {
        await using var workspace = new TemporaryWorkspace();
        var firstRun = workspace.Services.GetRequiredService<FirstRun>();
        var earlier = await firstRun.BeginAsync(TestContext.Current.CancellationToken);
        var secret = await firstRun.BeginAsync(TestContext.Current.CancellationToken);
        var visitor = new Visitor(workspace);

        foreach (var token in new[] { "", "?token=", "?token=guessed", $"?token={earlier}", "/" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/account/set-up{token}")).StatusCode);
        }

        var page = WebUtility.HtmlDecode(await visitor.ReadAsync("/account/sign-in"));
        Assert.Contains("还没有任何成员", page, StringComparison.Ordinal);
        Assert.DoesNotContain("set-up", page, StringComparison.Ordinal);
        Assert.DoesNotContain(secret!, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/account/set-up?token={secret}")).StatusCode);
    }

    [Fact]
    public async Task FirstRun_WithAMemberAddedByCommand_IsOver()
    {
        await using var workspace = new TemporaryWorkspace();
        var secret = await workspace.Services.GetRequiredService<FirstRun>().BeginAsync(TestContext.Current.CancellationToken);
        await workspace.AddMemberAsync("by-command");

        Assert.Equal(HttpStatusCode.NotFound, (await new Visitor(workspace).GetAsync($"/account/set-up?token={secret}")).StatusCode);
    }

    private static async Task<string> CompleteAsync(Visitor visitor, string address, string token, string password, string again)
        => WebUtility.HtmlDecode(await Visitor.ReadAsync(await PostAsync(visitor, address, token, password, again)));

    private static Task<HttpResponseMessage> PostAsync(Visitor visitor, string address, string token, string password, string again) => visitor.PostAsync(
        address, ("_handler", "set-up"), ("__RequestVerificationToken", token), ("Form.UserName", "first"), ("Form.DisplayName", "王管理"), ("Form.Password", password), ("Form.PasswordAgain", again));
}
