using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Administration;

/// <summary>The list of members, of a company as large as they come (R115).</summary>
public sealed class MembersPageTests(BrowserFixture browser, ManyMembersWorkspace workspace) : IClassFixture<ManyMembersWorkspace>
{
    private const int PageSize = 50;

    [Theory]
    [InlineData(Screens.Desk)]
    [InlineData(Screens.Phone)]
    public async Task List_OfFiveThousand_IsPagedAndSearched(int width)
    {
        await using var window = await browser.OpenSignedInAsync(width, workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/administration/members");
        var members = page.Locator("[data-member]");
        await Expect(page.Locator(".members .count")).ToHaveTextAsync($"{ManyMembersWorkspace.Count + 1} 位成员");
        await Expect(members).ToHaveCountAsync(PageSize);
        await CheckAsync(window, $"members-{width}");

        await page.ClickAsync("[data-next]");
        await Expect(page.Locator(".pages")).ToContainTextAsync("第 2 页，共 101 页");
        await Expect(page.Locator("[data-member=m0001]")).ToHaveCountAsync(0);

        await page.FillAsync("#member-search", "M012");
        await page.PressAsync("#member-search", "Enter");
        await Expect(members).ToHaveCountAsync(10);
        await Expect(members.First).ToContainTextAsync("成员0120");
        await page.SelectOptionAsync("#member-department", new SelectOptionValue { Label = ManyMembersWorkspace.Department });
        await Expect(members).ToHaveCountAsync(1);
        await Expect(members).ToContainTextAsync("成员0121");
        await Expect(members).ToContainTextAsync($"m0121 · {ManyMembersWorkspace.Department}");

        await page.ClickAsync("text=清除筛选");
        await Expect(page.Locator(".members .count")).ToHaveTextAsync($"{ManyMembersWorkspace.Count + 1} 位成员");
        await page.SelectOptionAsync("#member-state", "Deactivated");
        await Expect(page.Locator(".members .count")).ToHaveTextAsync("50 位成员");
        await Expect(members).ToHaveCountAsync(PageSize);
        await Expect(page.Locator(".pages")).ToHaveCountAsync(0);
        await page.GoBackAsync();
        await Expect(page.Locator("#member-state")).ToHaveValueAsync("");
        await Expect(page.Locator(".members .count")).ToHaveTextAsync($"{ManyMembersWorkspace.Count + 1} 位成员");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Dialog_OfAMemberOnALaterPage_SavesAndStaysThere()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/administration/members?words=m4999&page=1");
        await page.ClickAsync("[data-member=m4999] .name");
        await page.FillAsync("#email", "m4999@example.com");
        await page.ClickAsync("#member-save");
        await Expect(page.Locator("dialog .said")).ToHaveTextAsync("已保存。");
        await page.ClickAsync("dialog footer >> text=关闭");
        await Expect(page.Locator("[data-member=m4999]")).ToContainTextAsync("m4999@example.com");

        await window.GoToAsync("/administration/members?page=9999");
        await Expect(page.Locator("text=没有找到成员")).ToBeVisibleAsync();
        await page.ClickAsync("[data-previous]");
        await Expect(page.Locator(".pages")).ToContainTextAsync("第 101 页，共 101 页");
        Assert.Empty(window.Errors);
    }

    private static async Task CheckAsync(Window window, string screenshot)
    {
        await window.SaveScreenshotAsync(screenshot, wholePage: false);
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
    }
}
