using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Formulas;

/// <summary>Computed fields and conditions on the page of a record.</summary>
public sealed class FormulaFieldTests(BrowserFixture browser) : IAsyncLifetime
{
    private NorthwindWorkspace _northwind = null!;

    public async ValueTask InitializeAsync() => _northwind = await NorthwindWorkspace.StartAsync();

    public ValueTask DisposeAsync() => _northwind.DisposeAsync();

    [Theory]
    [InlineData(Screens.Desk)]
    [InlineData(Screens.Phone)]
    public async Task Order_WhileTyping_ShowsWhatFollowsAndHow(int width)
    {
        var id = await _northwind.AddOrderAsync("10248", (14m, 12m), (9.8m, 10m));
        await using var window = await browser.OpenSignedInAsync(width, workspace: _northwind);
        var page = window.Page;
        await window.GoToAsync($"/forms/order/{id}");
        await Expect(page.Locator("#field-total")).ToHaveTextAsync("USD 266.0000");

        await page.Locator("#field-line-0-quantity").PressAsync("End");
        await page.Keyboard.TypeAsync("0");
        await Expect(page.Locator("#field-line-0-amount")).ToHaveTextAsync("USD 1,680.0000");
        await Expect(page.Locator("#field-total")).ToHaveTextAsync("USD 1,778.0000");
        await Expect(page.Locator("#field-line-0-quantity")).ToBeFocusedAsync();

        await page.Locator("#field-line-0-discount").FillAsync("0.25");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#field-line-0-amount")).ToHaveTextAsync("USD 1,260.0000");

        await page.Locator("summary[aria-label*='第 1 行 金额']").ClickAsync();
        await Expect(page.Locator(".computed-explanation:visible")).ToContainTextAsync("[单价] * [数量]");
        await Expect(page.Locator(".computed-explanation:visible")).ToContainTextAsync("= 1260");
        await window.SaveScreenshotAsync($"formula-explained-{width}", wholePage: false);
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        await page.Keyboard.PressAsync("Escape");

        await page.ClickAsync("[data-save]");
        await Expect(page.Locator(".bar .status")).ToHaveTextAsync("已保存");
        await page.ReloadAsync();
        await Expect(page.Locator("#field-total")).ToHaveTextAsync("USD 1,358.0000");
        await page.ClickAsync(".history .toggle");
        await Expect(page.Locator("#history-entries > ol > li").First).ToContainTextAsync("订单金额");
        Assert.Empty(window.Errors);
    }

    [Theory]
    [InlineData(Screens.Desk)]
    [InlineData(Screens.Phone)]
    public async Task Condition_NotMet_IsShownOnLeavingTheFieldAndOnSaving(int width)
    {
        var id = await _northwind.AddOrderAsync("10249", (14m, 12m));
        await using var window = await browser.OpenSignedInAsync(width, workspace: _northwind);
        var page = window.Page;
        await window.GoToAsync($"/forms/order/{id}");

        await page.Locator("#field-required-date").FillAsync("1998-04-01");
        await page.Locator("#field-line-0-discount").FillAsync("0.9");
        await Expect(page.Locator("#field-required-date-error")).ToHaveTextAsync("要求日期不能早于订单日期。");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#field-line-0-discount-error")).ToHaveTextAsync("折扣须在 0 到 0.5 之间。");
        await window.SaveScreenshotAsync($"formula-conditions-{width}");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();

        await page.ClickAsync("[data-save]");
        await Expect(page.Locator(".error-summary li")).ToHaveCountAsync(2);
        await Expect(page.Locator("#field-required-date")).ToBeFocusedAsync();

        await page.Locator("#field-required-date").FillAsync("1998-06-01");
        await page.Locator("#field-line-0-discount").FillAsync("0.1");
        await page.Locator("#field-freight").FillAsync("1000");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#field-required-date-error")).ToHaveCountAsync(0);
        await Expect(page.Locator(".verdicts")).ToContainTextAsync("运费超过订单金额的两倍");
        await page.ClickAsync("[data-save]");
        await page.ClickAsync("[data-confirm]");
        await Expect(page.Locator(".bar .status")).ToHaveTextAsync("已保存");
        Assert.Empty(window.Errors);
    }
}
