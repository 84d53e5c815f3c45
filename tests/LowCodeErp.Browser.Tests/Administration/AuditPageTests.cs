using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Administration;

public sealed class AuditPageTests(BrowserFixture browser)
{
    [Theory]
    [MemberData(nameof(Screens.All), MemberType = typeof(Screens))]
    public async Task Page_FilteredAndChecked_IsAccessibleAndFits(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenSignedInAsync(width, scheme);
        // Tests beside this one sign in all the time, so that the publication may lie pages below.
        await window.GoToAsync("/administration/audit?kind=Publication");
        await Expect(window.Page.Locator("[data-kind=Publication]").First).ToContainTextAsync("版本");

        await window.Page.GetByLabel("什么").SelectOptionAsync("SignIn");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
        await Expect(window.Page.Locator("[data-kind=Publication]")).ToHaveCountAsync(0);
        await Expect(window.Page.Locator("[data-kind=SignIn]").First).ToContainTextAsync(BrowserFixture.UserName);

        await window.Page.Locator("[data-check]").ClickAsync();
        await Expect(window.Page.Locator("[data-sound]")).ToBeVisibleAsync();
        await window.SaveScreenshotAsync($"audit-{width}-{scheme}");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Page_NothingFound_SaysHowToGoOn()
    {
        await using var window = await browser.OpenSignedInAsync();
        await window.GoToAsync("/administration/audit?words=nobody+ever+wrote+this&kind=Print");
        await Expect(window.Page.GetByText("没有符合条件的记录")).ToBeVisibleAsync();
        await Expect(window.Page.GetByLabel("详情或地址包含")).ToHaveValueAsync("nobody ever wrote this");
        await window.CheckAccessibilityAsync();

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "清除筛选" }).ClickAsync();

        await Expect(window.Page.Locator("[data-entry]").First).ToBeVisibleAsync();
        Assert.EndsWith("/administration/audit", window.Page.Url, StringComparison.Ordinal);
    }
}
