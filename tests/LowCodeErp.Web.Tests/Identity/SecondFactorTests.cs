using System.Net;
using LowCodeErp.Data.Accounts;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Web.Identity.MyAccount;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Web.Tests.Identity;

public sealed class SecondFactorTests(TemporaryWorkspace workspace) : IClassFixture<TemporaryWorkspace>
{
    private OwnAccount Account => workspace.Services.GetRequiredService<OwnAccount>();

    [Fact]
    public async Task SignIn_WithTheSecondFactor_AsksForTheCode()
    {
        var (_, key, _) = await TurnOnAsync("careful");
        var visitor = new Visitor(workspace);

        var afterPassword = await visitor.SignInAsync("careful", returnUrl: "/tiering");

        Assert.Contains("/account/second-factor", afterPassword.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/tiering")).StatusCode);
        Assert.Contains("验证码不正确", WebUtility.HtmlDecode(await Visitor.ReadAsync(await EnterAsync(visitor, "123 456"))), StringComparison.Ordinal);
        // The first was used up when the second factor was turned on.
        var answer = await EnterAsync(visitor, TestAuthenticator.CodeOf(key, TimeProvider.System, ahead: 1));
        Assert.EndsWith("/tiering", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/tiering")).StatusCode);
    }

    [Fact]
    public async Task Code_EnteredTwice_IsRefusedTheSecondTime()
    {
        var (_, key, _) = await TurnOnAsync("watched");
        var code = TestAuthenticator.CodeOf(key, TimeProvider.System, ahead: 1);
        var (first, second) = (new Visitor(workspace), new Visitor(workspace));
        await first.SignInAsync("watched");
        await second.SignInAsync("watched");

        Assert.Equal(HttpStatusCode.Redirect, (await EnterAsync(first, code)).StatusCode);
        Assert.Contains("验证码不正确", WebUtility.HtmlDecode(await Visitor.ReadAsync(await EnterAsync(second, code))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await EnterAsync(second, TestAuthenticator.CodeOf(key, TimeProvider.System, ahead: 2))).StatusCode);
    }

    [Fact]
    public async Task Key_OfTheSecondFactor_IsEncryptedInTheDatabase()
    {
        var (member, key, _) = await TurnOnAsync("kept-safe");
        await using var context = workspace.Services.GetRequiredService<PlatformContextFactory>().CreateDbContext();

        var stored = await context.UserTokens.Where(token => token.UserId == member.Id).Select(token => token.Value!).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Contains(stored, value => value.StartsWith("enc1:", StringComparison.Ordinal));
        Assert.DoesNotContain(stored, value => value.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RecoveryCode_Entered_WorksOnce()
    {
        var (_, _, codes) = await TurnOnAsync("without-phone");
        Assert.Equal(10, codes.Distinct().Count());
        await using (var context = workspace.Services.GetRequiredService<PlatformContextFactory>().CreateDbContext())
        {
            var stored = await context.UserTokens.Select(token => token.Value).ToListAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain(stored, value => codes.Any(code => value!.Contains(code, StringComparison.Ordinal)));
        }

        var first = new Visitor(workspace);
        await first.SignInAsync("without-phone");
        Assert.Equal(HttpStatusCode.Redirect, (await EnterAsync(first, codes[0])).StatusCode);

        var second = new Visitor(workspace);
        await second.SignInAsync("without-phone");

        Assert.Equal(HttpStatusCode.OK, (await EnterAsync(second, codes[0])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await EnterAsync(second, codes[1].ToLowerInvariant())).StatusCode);
    }

    [Theory]
    [InlineData("by-codes", "000000")]
    [InlineData("by-recovery-codes", "AAAAA-BBBBB")]
    public async Task Codes_GuessedFiveTimes_LockTheAccount(string userName, string guess)
    {
        var (_, key, codes) = await TurnOnAsync(userName);
        var visitor = new Visitor(workspace);
        await visitor.SignInAsync(userName);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await EnterAsync(visitor, guess);
        }

        foreach (var right in new[] { TestAuthenticator.CodeOf(key, TimeProvider.System), codes[0] })
        {
            Assert.Contains("账号已暂时锁定", WebUtility.HtmlDecode(await Visitor.ReadAsync(await EnterAsync(visitor, right))), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task SecondFactor_NotConfirmedOrResetByAnAdministrator_IsNotAskedFor()
    {
        var begun = await workspace.AddMemberAsync("only-begun");
        await Account.BeginSecondFactorAsync(begun.Id);
        Assert.Null(await Account.ConfirmSecondFactorAsync(begun.Id, "000000"));
        Assert.EndsWith("/", (await new Visitor(workspace).SignInAsync("only-begun")).Headers.Location!.ToString(), StringComparison.Ordinal);

        var (lost, _, _) = await TurnOnAsync("phone-lost");
        Assert.Empty(await workspace.Services.GetRequiredService<MemberAccounts>().ResetSecondFactorAsync(lost.Id, Actor.System, TestContext.Current.CancellationToken));
        var visitor = new Visitor(workspace);
        await visitor.SignInAsync("phone-lost");
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task SecondFactorPage_WithoutThePassword_LeadsToTheSignIn()
    {
        var answer = await new Visitor(workspace).GetAsync("/account/second-factor");

        Assert.EndsWith("/account/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_ChangedWithTheWrongOldOne_LocksInTheEndAndChangesNothing()
    {
        var member = await workspace.AddMemberAsync("at-an-open-desk");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.Equal("member.password-wrong", Assert.Single(await Account.ChangePasswordAsync(member.Id, "guess", "seven small green boats", null)).Code);
        }

        Assert.Equal("member.locked-out", Assert.Single(await Account.ChangePasswordAsync(member.Id, TemporaryWorkspace.Password, "seven small green boats", null)).Code);
    }

    [Fact]
    public async Task Password_Changed_SignsOutEverywhereElse()
    {
        var member = await workspace.AddMemberAsync("changer");
        var (kept, other) = (new Visitor(workspace), new Visitor(workspace));
        await kept.SignInAsync("changer");
        var session = Assert.Single(await workspace.Services.GetRequiredService<MemberSessions>().ListAsync(member.Id, TestContext.Current.CancellationToken));
        await other.SignInAsync("changer");

        Assert.Equal("member.password-common", Assert.Single(await Account.ChangePasswordAsync(member.Id, TemporaryWorkspace.Password, "Password123", session.Id)).Code);
        Assert.Empty(await Account.ChangePasswordAsync(member.Id, TemporaryWorkspace.Password, "seven small green boats", session.Id));

        Assert.Equal(HttpStatusCode.OK, (await kept.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await new Visitor(workspace).SignInAsync("changer")).StatusCode);
    }

    private static async Task<HttpResponseMessage> EnterAsync(Visitor visitor, string code)
    {
        const string address = "/account/second-factor?returnUrl=%2Ftiering";
        var token = Visitor.TokenOf(await visitor.ReadAsync(address));
        return await visitor.PostAsync(address, ("_handler", "second-factor"), ("__RequestVerificationToken", token), ("Form.Code", code));
    }

    private async Task<(Member Member, string Key, IReadOnlyList<string> Codes)> TurnOnAsync(string userName)
    {
        var member = await workspace.AddMemberAsync(userName);
        var key = (await Account.BeginSecondFactorAsync(member.Id))!;
        var codes = await Account.ConfirmSecondFactorAsync(member.Id, TestAuthenticator.CodeOf(key, TimeProvider.System));
        Assert.NotNull(codes);
        Assert.Null(await Account.BeginSecondFactorAsync(member.Id));
        return (member, key, codes);
    }
}
