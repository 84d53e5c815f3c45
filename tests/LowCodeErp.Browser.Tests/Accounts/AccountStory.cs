using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Web.Identity.SetUp;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Accounts;

/// <summary>A new workspace: its first administrator, a member who is invited, and his end (R115).</summary>
public sealed class AccountStory(BrowserFixture browser)
{
    private const string Password = "seven small green boats";

    [Fact]
    public async Task Member_InvitedThenDeactivated_IsLedAwayFromHisOpenPage()
    {
        await using var workspace = new TemporaryWorkspace();
        workspace.UseKestrel(0);
        workspace.StartServer();
        var address = workspace.ClientOptions.BaseAddress;
        var secret = await workspace.Services.GetRequiredService<FirstRun>().BeginAsync(TestContext.Current.CancellationToken);

        await using var first = await browser.OpenAsync(address: address);
        await first.Page.GotoAsync($"/account/set-up?token={secret}");
        await CheckAsync(first, "accounts-set-up");
        await first.Page.FillAsync("#user-name", "wang");
        await first.Page.FillAsync("#display-name", "王管理");
        await first.Page.FillAsync("#password", Password);
        await first.Page.FillAsync("#password-again", Password);
        await first.Page.ClickAsync("button[type=submit].lc-button-primary");
        await first.CircuitStartedAsync();

        await first.Page.ClickAsync("nav >> text=成员");
        await first.Page.ClickAsync("[data-add]");
        await first.Page.FillAsync("#user-name", "li");
        await first.Page.FillAsync("#display-name", "李销售");
        await first.Page.FillAsync("#email", "li@example.com");
        await first.Page.ClickAsync("#member-save");
        var link = first.Page.Locator("#password-link");
        await Expect(link).ToHaveValueAsync(new Regex("/account/password\\?token="));
        await CheckAsync(first, "accounts-invitation");

        await using var second = await browser.OpenAsync(width: Screens.Phone, address: address);
        await second.Page.GotoAsync(await link.InputValueAsync());
        await CheckAsync(second, "accounts-password");
        await second.Page.FillAsync("#password", Password);
        await second.Page.FillAsync("#password-again", Password);
        await second.Page.ClickAsync("button[type=submit].lc-button-primary");
        await Expect(second.Page.Locator("text=密码已设置")).ToBeVisibleAsync();
        await second.SignInAsync("li", Password);
        await second.GoToAsync("/administration/calendar?year=2026");

        await first.Page.ClickAsync("#deactivate");
        await first.Page.ClickAsync("#deactivate-sure");
        await Expect(first.Page.Locator("[role=status]:has-text('已停用，并已从所有设备退出登录')")).ToBeVisibleAsync();

        await second.Page.WaitForURLAsync("**/account/sign-in?returnUrl=**");
        await second.Page.GotoAsync("/");
        await Expect(second.Page.Locator("h1")).ToHaveTextAsync("登录");
        Assert.Empty(first.Errors);
    }

    [Fact]
    public async Task Members_FromAFile_AreShownWithTheirMistakesAndThenImported()
    {
        await using var window = await browser.OpenSignedInAsync();
        await window.GoToAsync("/administration/members");

        await window.Page.ClickAsync("[data-import]");
        await window.Page.ChooseFilesAsync("dialog input[type=file]", SheetOf("用户名,姓名,邮箱\nimported.one,甲,one@example.com\nimported.two,乙,nowhere\n"));
        await Expect(window.Page.Locator("dialog td.bad")).ToContainTextAsync("邮箱“nowhere”不正确");
        await Expect(window.Page.Locator("#members-import")).ToBeDisabledAsync();
        await CheckAsync(window, "accounts-import");

        await window.Page.ClickAsync("text=另选文件");
        await window.Page.ChooseFilesAsync("dialog input[type=file]", SheetOf("用户名,姓名,邮箱\nimported.one,甲,one@example.com\nimported.two,乙,\n"));
        await window.Page.ClickAsync("#members-import");
        await Expect(window.Page.Locator("#invitations")).ToHaveValueAsync(new Regex("imported\\.one\t甲\thttp.*\nimported\\.two\t乙\thttp"));
        await window.Page.ClickAsync("dialog footer >> text=关闭");
        await Expect(window.Page.Locator("dialog")).ToHaveCountAsync(0);

        await window.Page.FillAsync("#member-search", "imported");
        await window.Page.PressAsync("#member-search", "Enter");
        await Expect(window.Page.Locator("[data-member]")).ToHaveCountAsync(2);
        Assert.Empty(window.Errors);
    }

    [Theory]
    [InlineData(Screens.Desk, ColorScheme.Light)]
    [InlineData(Screens.Phone, ColorScheme.Dark)]
    public async Task OwnAccount_OnEveryScreen_ShowsKeysOnceAndIsAccessible(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenSignedInAsync(width, scheme);
        await window.GoToAsync("/administration/members");
        await Expect(window.Page.Locator("[data-member]").First).ToBeVisibleAsync();
        await CheckAsync(window, $"accounts-members-{width}-{scheme}");

        await window.GoToAsync("/account");
        await window.Page.ClickAsync("#factor-begin");
        await Expect(window.Page.Locator("#factor-key")).ToBeVisibleAsync();
        await window.Page.FillAsync("#key-name", $"夜间导出 {width}");
        await window.Page.ClickAsync("#key-create");
        await Expect(window.Page.Locator("#new-key")).ToHaveValueAsync(new Regex("^lck_"));
        await CheckAsync(window, $"accounts-mine-{width}-{scheme}");

        await window.GoToAsync("/account");
        await Expect(window.Page.Locator($"text=夜间导出 {width}")).ToBeVisibleAsync();
        await Expect(window.Page.Locator("#new-key")).ToHaveCountAsync(0);
        Assert.Empty(window.Errors);
    }

    private static FilePayload SheetOf(string text) => new() { Name = "members.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };

    private static async Task CheckAsync(Window window, string screenshot)
    {
        await window.SaveScreenshotAsync(screenshot);
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
    }
}
