using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Browser.Tests.Studio;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Accounts;

/// <summary>An administrator sees the list of customers as somebody of sales, at a desk and on a phone, and comes back to himself (R110).</summary>
public sealed class ViewingStory(BrowserFixture browser, DesignWorkspace workspace) : IClassFixture<DesignWorkspace>
{
    private const string Seller = "xiaoli";

    [Fact]
    public async Task View_OfASeller_ShowsHisListWithoutAnythingToChangeUntilItIsEnded()
    {
        await workspace.AddMemberAsync(Seller);
        await workspace.GiveRoleAsync(Seller, "customer-tiering", "sales");
        await workspace.AddCustomerOfAsync("李家的客户", Seller);
        await workspace.AddCustomersAsync("别人的客户");
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await using var other = await OpenAnotherPageAsync(page);

        await BeginAsync(window);

        var banner = page.Locator("[data-viewing]");
        await Expect(banner).ToContainTextAsync($"正在以 {Seller} 的身份查看");
        await Expect(banner).ToContainTextAsync("核对他的权限");
        await Expect(other.Page.Locator("[data-viewing]")).ToBeVisibleAsync();
        await Expect(page.Locator("nav a[href='administration/members']")).ToHaveCountAsync(0);
        await page.ClickAsync("nav a[href='forms/customer']");
        await LookAtListAsync(window, 1280);
        await page.SetViewportSizeAsync(375, 812);
        await LookAtListAsync(window, 375);
        await page.SetViewportSizeAsync(1280, 800);

        await page.ClickAsync("text=李家的客户");
        await Expect(page.Locator(".comments")).ToBeVisibleAsync();
        await Expect(page.Locator("#new-comment")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-save]")).ToHaveCountAsync(0);
        await window.SaveScreenshotAsync("viewing-record-1280");
        await window.CheckAccessibilityAsync();

        await page.ClickAsync("[data-end-view]");
        await Expect(page.Locator("nav a[href='administration/members']")).ToBeVisibleAsync();
        await Expect(banner).ToHaveCountAsync(0);
        Assert.Empty(window.Errors);
    }

    private static async Task BeginAsync(Window window)
    {
        var page = window.Page;
        await page.ClickAsync("nav a[href='administration/members']");
        await page.ClickAsync($"[data-member={Seller}] .name");
        await page.ClickAsync("#view-as");
        await Expect(page.Locator("h1")).ToHaveTextAsync($"以“{Seller}”的身份查看");
        await window.SaveScreenshotAsync("viewing-begin");
        await window.CheckAccessibilityAsync();
        await page.FillAsync("#reason", "核对他的权限");
        await page.ClickAsync("main button[type=submit].lc-button-primary");
        await window.CircuitStartedAsync();
    }

    private static async Task LookAtListAsync(Window window, int width)
    {
        var page = window.Page;
        await Expect(page.Locator("text=李家的客户").First).ToBeVisibleAsync();
        await Expect(page.Locator("text=别人的客户")).ToHaveCountAsync(0);
        await Expect(page.Locator("main a[href$='/new']")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-view-design]")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-viewing]")).ToBeInViewportAsync();
        await window.SaveScreenshotAsync($"viewing-list-{width}", wholePage: false);
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
    }

    /// <summary>A second page of the same session: it follows when the view begins.</summary>
    private static async Task<OtherPage> OpenAnotherPageAsync(IPage page)
    {
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/");
        await other.WaitForSelectorAsync("[data-interactive=true]");
        return new(other);
    }

    private sealed record OtherPage(IPage Page) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Page.CloseAsync();
    }
}
