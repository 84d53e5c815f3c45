using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Studio;

/// <summary>Somebody else publishes the app while one is changing it.</summary>
public sealed class StalePublicationTests(BrowserFixture browser, DesignWorkspace workspace) : IClassFixture<DesignWorkspace>
{
    [Theory]
    [InlineData(Screens.Desk)]
    [InlineData(Screens.Phone)]
    public async Task Publish_AfterSomebodyElseDid_IsRefusedWithTheReasonAndNothingIsLost(int width)
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering?form=order");
        var fields = page.Locator("[data-field]");
        await Expect(fields.First).ToBeVisibleAsync();
        var before = await fields.CountAsync();
        await page.Locator(".palette button").GetByText("颜色", new() { Exact = true }).ClickAsync();
        await Expect(fields).ToHaveCountAsync(before + 1);
        await workspace.ChangeFormAsync("order", form => form.Replace("\"订单", $"\"{width} 订单", StringComparison.Ordinal));
        await page.SetViewportSizeAsync(width, 812);
        await page.ClickAsync("[data-publish]");

        await Expect(page.Locator("dialog .errors")).ToContainTextAsync("已由他人发布为第");
        await Expect(page.Locator("dialog .errors")).ToContainTextAsync("请先合并，再发布");
        await Expect(page.Locator("[data-confirm]")).ToBeDisabledAsync();
        await window.SaveScreenshotAsync($"publish-stale-{width}", wholePage: false);
        await window.CheckAccessibilityAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "继续修改" }).ClickAsync();
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        await Expect(fields).ToHaveCountAsync(before + 1);
        Assert.Empty(window.Errors);
    }
}
