using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Formulas;

/// <summary>A list filtered by a formula.</summary>
public sealed class FormulaFilterTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(Screens.Desk)]
    [InlineData(Screens.Phone)]
    public async Task List_FilteredByAFormula_RemembersItAndPointsAtMistakes(int width)
    {
        await using var northwind = await NorthwindWorkspace.StartAsync();
        await northwind.AddOrderAsync("10248", (14m, 12m));
        await northwind.AddOrderAsync("10249", (9.8m, 10m), (1m, 3m));
        await using var window = await browser.OpenSignedInAsync(width, workspace: northwind);
        var page = window.Page;
        await window.GoToAsync("/forms/order");
        await Expect(page.Locator("[data-row-link]")).ToHaveCountAsync(2);
        await page.ClickAsync("[aria-controls=list-filters]");

        await page.FillAsync("#list-formula", "[订单金额] > [底价]");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#list-formula-said")).ToContainTextAsync("没有字段“底价”");
        await Expect(page.Locator(".formula-error")).ToHaveTextAsync("[底价]");
        await Expect(page.Locator("[data-row-link]")).ToHaveCountAsync(2);
        await Expect(page.Locator("#list-formula")).ToHaveAttributeAsync("aria-invalid", "true");
        await window.SaveScreenshotAsync($"formula-filter-error-{width}");
        await window.CheckAccessibilityAsync();

        await page.FillAsync("#list-formula", "COUNT([明细]) = 2 且 [客户.国家] = \"\"");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-row-link]")).ToHaveCountAsync(1);
        await Expect(page).ToHaveURLAsync(new Regex("\\?where="));
        await Expect(page.Locator(".chip")).ToContainTextAsync("公式：COUNT([明细]) = 2");
        await window.SaveScreenshotAsync($"formula-filter-{width}");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();

        await page.ReloadAsync();
        await window.CircuitStartedAsync();
        await Expect(page.Locator("[data-row-link]")).ToHaveCountAsync(1);
        await Expect(page.Locator("#list-formula")).ToHaveValueAsync("COUNT([明细]) = 2 AND [客户.国家] = \"\"");
        await page.ClickAsync(".chip a");
        await Expect(page.Locator("[data-row-link]")).ToHaveCountAsync(2);
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Help_OfFunctions_IsAccessibleAndLeadsFromTheList()
    {
        await using var window = await browser.OpenSignedInAsync(Screens.Phone);
        await window.GoToAsync("/help/functions");
        await Expect(window.Page.Locator("#SUM")).ToContainTextAsync("求和");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        await window.Page.FillAsync("input[type=search]", "四舍五入");
        await Expect(window.Page.Locator("#SUM")).ToHaveCountAsync(0);
        await Expect(window.Page.Locator("#ROUND + dd")).ToContainTextAsync("ROUND(数值, [位数])");
    }
}
