using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Layout;

public sealed class LayoutTests(BrowserFixture browser, LayoutWorkspace workspace) : IClassFixture<LayoutWorkspace>
{
    [Theory]
    [MemberData(nameof(Screens.All), MemberType = typeof(Screens))]
    public async Task Record_OnEveryScreen_IsAccessibleAndFits(int width, ColorScheme scheme)
    {
        var id = await workspace.AddAccountAsync("版式样例");
        foreach (var number in Enumerable.Range(1, 5))
        {
            await workspace.AddVisitAsync($"第 {number} 次拜访", id);
        }

        await using var window = await OpenAsync($"/forms/account/{id}", width, scheme);
        await Expect(window.Page.Locator(".related-list tbody tr")).ToHaveCountAsync(3);
        await CheckAsync(window, $"layout-tab1-{width}-{scheme}");
        await Tab(window, "开票").ClickAsync();
        await Expect(window.Page.Locator("#field-name")).ToBeHiddenAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "税务" }).ClickAsync();
        await Expect(window.Page.Locator("#field-tax-no")).ToBeVisibleAsync();
        await CheckAsync(window, $"layout-tab2-{width}-{scheme}");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Tabs_ByKeyboard_MoveAndKeepWhatWasTyped()
    {
        await using var window = await OpenAsync("/forms/account/new");
        var (page, keyboard) = (window.Page, window.Page.Keyboard);
        await page.FillAsync("#field-city", "杭州");
        await Tab(window, "基本").FocusAsync();

        await keyboard.PressAsync("ArrowRight");
        await Expect(Tab(window, "开票")).ToBeFocusedAsync();
        await Expect(Tab(window, "开票")).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(page.GetByRole(AriaRole.Tabpanel, new() { Name = "开票" })).ToBeVisibleAsync();
        await keyboard.PressAsync("End");
        await Expect(Tab(window, "联系")).ToBeFocusedAsync();
        await keyboard.PressAsync("ArrowRight");

        await Expect(Tab(window, "基本")).ToBeFocusedAsync();
        await Expect(page.Locator("#field-city")).ToHaveValueAsync("杭州");
        await Expect(page.Locator("#field-source")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Mistake_InAFoldedSectionOfAnotherTab_OpensBothAndTheLinkLeadsThere()
    {
        await using var window = await OpenAsync("/forms/account/new");
        var page = window.Page;
        await page.FillAsync("#field-name", "只有名称");
        await page.ClickAsync("[data-save]");

        await Expect(page.Locator("#field-tax-no")).ToBeFocusedAsync();
        await Expect(Tab(window, "开票")).ToHaveAttributeAsync("aria-selected", "true");
        await Tab(window, "基本").ClickAsync();
        await Expect(page.Locator("#field-tax-no")).ToBeHiddenAsync();
        await Expect(Tab(window, "开票")).ToContainTextAsync("有需要修改的内容");
        await window.SaveScreenshotAsync("layout-errors");
        await window.CheckAccessibilityAsync();
        await page.ClickAsync(".error-summary li a");

        await Expect(page.Locator("#field-tax-no")).ToBeFocusedAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task RelatedList_NewRecord_RefersToThePageAndIsListed()
    {
        var id = await workspace.AddAccountAsync("上海样例公司");
        await using var window = await OpenAsync($"/forms/account/{id}");
        var page = window.Page;
        await Expect(page.Locator(".related-list")).ToContainTextAsync("还没有数据");
        await page.GetByRole(AriaRole.Link, new() { Name = "新建 拜访" }).ClickAsync();

        await Expect(page.Locator("#field-account")).ToHaveValueAsync("上海样例公司");
        await Expect(page.Locator(".bar .status")).ToHaveTextAsync("");
        await page.FillAsync("#field-subject", "首次拜访");
        await page.ClickAsync("[data-save]");
        await Expect(page).ToHaveURLAsync(new Regex("/forms/visit/[0-9]+$"));
        await window.GoToAsync($"/forms/account/{id}");

        await Expect(page.Locator(".related-list .count")).ToHaveTextAsync("1");
        await page.Locator(".related-list").GetByRole(AriaRole.Link, new() { Name = "首次拜访" }).ClickAsync();
        await Expect(page.Locator("#field-subject")).ToHaveValueAsync("首次拜访");
    }

    [Fact]
    public async Task RelatedList_WithMoreThanItShows_LeadsToAllOfThem()
    {
        var (id, other) = (await workspace.AddAccountAsync("常客"), await workspace.AddAccountAsync("别家"));
        foreach (var number in Enumerable.Range(1, 4))
        {
            await workspace.AddVisitAsync($"常客第 {number} 次", id);
        }

        await workspace.AddVisitAsync("别家一次", other);
        await using var window = await OpenAsync($"/forms/account/{id}");
        await Expect(window.Page.Locator(".related-list .count")).ToHaveTextAsync("4");
        await Expect(window.Page.Locator(".related-list tbody tr").First).ToContainTextAsync("常客第 4 次");

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "查看全部" }).ClickAsync();

        await Expect(window.Page.Locator("tr[data-row]")).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task RelatedList_TitlesOfReferences_LeadToTheirRecords()
    {
        var (id, guest) = (await workspace.AddAccountAsync("主人"), await workspace.AddAccountAsync("同行的客人"));
        await workspace.AddVisitAsync("一起拜访", id, guest);
        await using var window = await OpenAsync($"/forms/account/{id}");
        await window.Page.Locator(".related-list tbody").GetByRole(AriaRole.Link, new() { Name = "同行的客人" }).ClickAsync();

        await Expect(window.Page).ToHaveURLAsync(new Regex($"/forms/account/{guest}$"));
        await Expect(window.Page.Locator("#field-name")).ToHaveValueAsync("同行的客人");
    }

    [Fact]
    public async Task RelatedList_RecordAddedInAnotherWindow_IsThereOnComingBack()
    {
        var id = await workspace.AddAccountAsync("两个窗口");
        await using var window = await OpenAsync($"/forms/account/{id}");
        await Expect(window.Page.Locator(".related-list")).ToContainTextAsync("还没有数据");
        await workspace.AddVisitAsync("别处新建的", id);
        // A browser without a screen never loses the focus, so it cannot regain it by itself. Nobody can tell when the page begins to listen.
        await window.Page.WaitForFunctionAsync(
            "() => { dispatchEvent(new Event('focus')); return document.querySelector('.related-list tbody tr'); }", null, new() { PollingInterval = 500 });

        await Expect(window.Page.Locator(".related-list tbody tr")).ToContainTextAsync("别处新建的");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task RelatedList_OfANewRecord_AsksToSaveFirst()
    {
        await using var window = await OpenAsync("/forms/account/new?fill.city=7&fill.account=abc");

        await Expect(window.Page.Locator(".related-list")).ToContainTextAsync("保存后");
        await Expect(window.Page.Locator("#field-city")).ToHaveValueAsync("7");
    }

    private static ILocator Tab(Window window, string name) => window.Page.GetByRole(AriaRole.Tab, new() { Name = name });

    private static async Task CheckAsync(Window window, string screenshot)
    {
        await window.SaveScreenshotAsync(screenshot);
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
    }

    private async Task<Window> OpenAsync(string address, int width = Screens.Desk, ColorScheme scheme = ColorScheme.Light)
    {
        var window = await browser.OpenSignedInAsync(width, scheme, workspace);
        await window.GoToAsync(address);
        await Expect(window.Page.Locator("[data-save]")).ToBeVisibleAsync();
        return window;
    }
}
