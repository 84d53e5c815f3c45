using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Lists;

public sealed class LargeListTests(BrowserFixture browser)
{
    [Fact]
    public async Task List_ThatGoesThroughManyRecords_OffersAnIndexToAdministrators()
    {
        await using var workspace = await LargeListWorkspace.StartAsync();
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/forms/order");
        await Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(20);
        await Expect(page.Locator(".index-notice")).ToHaveCountAsync(0);

        await page.ClickAsync("th a.sort:has-text('运费')");
        var notice = page.Locator(".index-notice");
        await Expect(notice).ToContainTextAsync("本表单约有 100,000 条数据");
        await Expect(notice).ToContainTextAsync("为“运费”建立索引");
        await window.SaveScreenshotAsync("list-index-1280");
        await window.CheckAccessibilityAsync();
        await page.SetViewportSizeAsync(375, 812);
        await window.SaveScreenshotAsync("list-index-375", wholePage: false);
        await window.ExpectNoSidewaysScrollAsync();
        await page.SetViewportSizeAsync(1280, 800);

        await page.ClickAsync("#add-index");
        await Expect(notice).ToHaveCountAsync(0);
        Assert.Equal(["freight"], await workspace.ReadIndexesAsync());

        await window.GoToAsync("/forms/order?sort=customer");
        await Expect(notice).ToContainTextAsync("另一个表单的标题");
        await Expect(page.Locator("#add-index")).ToHaveCountAsync(0);
        await window.SaveScreenshotAsync("list-index-impossible");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task List_ThatGoesThroughManyRecords_TellsOthersQuietly()
    {
        await using var workspace = await LargeListWorkspace.StartAsync();
        await workspace.AddMemberAsync("李雷");
        await using var window = await browser.OpenAsync(address: workspace.Address);
        await window.SignInAsync("李雷", TemporaryWorkspace.Password);
        await window.GoToAsync("/forms/order?from.freight=90");

        await Expect(window.Page.Locator(".index-hint")).ToContainTextAsync("本表单约有 100,000 条数据");
        await Expect(window.Page.Locator("#add-index")).ToHaveCountAsync(0);
        await window.SaveScreenshotAsync("list-index-hint");
        await window.CheckAccessibilityAsync();
    }
}
