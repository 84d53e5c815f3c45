using System.Net;
using LowCodeErp.Web.Tests.Hosting;

namespace LowCodeErp.Web.Tests.Identity;

public sealed class SignInTests(TemporaryWorkspace workspace) : IClassFixture<TemporaryWorkspace>
{
    private const string Refused = "用户名或密码不正确";
    private const string LockedOut = "请 15 分钟后再试";

    [Theory]
    [InlineData("/")]
    [InlineData("/not-found")]
    [InlineData("/anything/else")]
    public async Task Page_WithoutSignIn_LeadsToSignInAndBack(string address)
    {
        var answer = await new Visitor(workspace).GetAsync(address);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith($"/account/sign-in?returnUrl={Uri.EscapeDataString(address)}", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Circuit_WithoutSignIn_IsNotNegotiated()
    {
        var answer = await new Visitor(workspace).PostAsync("/_blazor/negotiate?negotiateVersion=1");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_WithRightPassword_OpensThePageAskedFor()
    {
        await workspace.AddMemberAsync("王芳", member => member.DisplayName = "王 芳（销售）");
        var visitor = new Visitor(workspace);

        var answer = await visitor.SignInAsync("王芳", returnUrl: "/?from=test");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith("/?from=test", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Contains("王 芳（销售）", WebUtility.HtmlDecode(await visitor.ReadAsync("/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithForeignReturnAddress_LeadsHome()
    {
        await workspace.AddMemberAsync("redirected");

        var answer = await new Visitor(workspace).SignInAsync("redirected", returnUrl: "//evil.example/");

        Assert.Equal("https://localhost/", new Uri(new Uri("https://localhost"), answer.Headers.Location!).ToString());
    }

    [Fact]
    public async Task SignIn_WithWrongPasswordOrUnknownName_SaysTheSame()
    {
        await workspace.AddMemberAsync("wrong-password");

        Assert.Contains(Refused, await AttemptAsync("wrong-password", "not the password"), StringComparison.Ordinal);
        Assert.Contains(Refused, await AttemptAsync("nobody", "not the password"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_OfDeactivatedMember_IsRefused()
    {
        await workspace.AddMemberAsync("leaver", member => member.IsActive = false);

        Assert.Contains(Refused, await AttemptAsync("leaver", TemporaryWorkspace.Password), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_AfterFiveWrongAttempts_IsLockedEvenWithTheRightPassword()
    {
        await workspace.AddMemberAsync("guessed");
        for (var attempt = 1; attempt < 5; attempt++)
        {
            Assert.Contains(Refused, await AttemptAsync("guessed", "not the password"), StringComparison.Ordinal);
        }

        Assert.Contains(LockedOut, await AttemptAsync("guessed", "not the password"), StringComparison.Ordinal);
        Assert.Contains(LockedOut, await AttemptAsync("guessed", TemporaryWorkspace.Password), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithBlankFields_AsksForThem()
        => Assert.Contains("请填写用户名和密码", await AttemptAsync(" ", ""), StringComparison.Ordinal);

    [Fact]
    public async Task SignIn_WithoutAntiforgeryToken_IsRefused()
    {
        var answer = await new Visitor(workspace).PostAsync(
            "/account/sign-in", ("_handler", "sign-in"), ("Form.UserName", "a"), ("Form.Password", "b"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task SignOut_WithToken_EndsTheSession()
    {
        await workspace.AddMemberAsync("goer");
        var visitor = new Visitor(workspace);
        await visitor.SignInAsync("goer");
        var token = Visitor.TokenOf(await visitor.ReadAsync("/"));

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/account/sign-out")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).StatusCode);
        var answer = await visitor.PostAsync("/account/sign-out", ("__RequestVerificationToken", token));

        Assert.Equal("/account/sign-in", answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/")).StatusCode);
    }

    private async Task<string> AttemptAsync(string userName, string password)
        => WebUtility.HtmlDecode(await Visitor.ReadAsync(await new Visitor(workspace).SignInAsync(userName, password)));
}
