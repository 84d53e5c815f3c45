using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Forms;

/// <summary>A record that is missing when another one wants to refer to it is entered on the spot, by keyboard alone, on a desk and on a phone.</summary>
public sealed class NewReferredRecordTests(BrowserFixture browser, NorthwindWorkspace workspace) : IClassFixture<NorthwindWorkspace>
{
    [Theory]
    [InlineData(Screens.Desk)]
    [InlineData(Screens.Phone)]
    public async Task Reference_ToARecordThatIsMissing_CreatesItAndChoosesIt(int width)
    {
        var name = $"新来的客户{width}";
        await using var window = await browser.OpenSignedInAsync(width, workspace: workspace);
        var (page, keyboard) = (window.Page, window.Page.Keyboard);
        await window.GoToAsync("/forms/order/new");
        await page.FillAsync("#field-number", $"N-{width}");
        await page.FocusAsync("#field-customer");
        await keyboard.TypeAsync(name);
        await Expect(page.Locator(".record-picker-empty")).ToContainTextAsync("按回车新建客户");
        await window.SaveScreenshotAsync($"new-referred-offer-{width}", wholePage: false);
        await keyboard.PressAsync("Enter");

        await Expect(page.Locator("#new-name")).ToHaveValueAsync(name);
        await page.ClickAsync("#create-record");
        await Expect(page.Locator("#new-code-error")).ToBeVisibleAsync();
        await window.SaveScreenshotAsync($"new-referred-dialog-{width}", wholePage: false);
        await window.CheckAccessibilityAsync();
        await page.FocusAsync("#new-code");
        await keyboard.TypeAsync($"NEW{width}");
        await keyboard.PressAsync("Tab");
        await page.FocusAsync("#create-record");
        await keyboard.PressAsync("Enter");

        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        await Expect(page.Locator("#field-customer")).ToHaveValueAsync(name);
        await Expect(page.Locator("#field-number")).ToHaveValueAsync($"N-{width}");
        await page.FillAsync("#field-freight", "0");
        await page.FillAsync("#field-order-date", "2026-03-01");
        await keyboard.PressAsync("Tab");
        await page.ClickAsync("[data-save]");
        await Expect(page.Locator("h1")).ToHaveTextAsync($"N-{width}", new() { Timeout = 30_000 });
        await Expect(page.Locator("#field-customer")).ToHaveValueAsync(name);
        Assert.Empty(window.Errors);
    }
}
