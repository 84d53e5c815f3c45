using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Story;

/// <summary>Somebody quotes, sells, delivers and is paid; what was shipped and what is still open follow by themselves.</summary>
public sealed class OrderToCashStory(BrowserFixture browser)
{
    private const string Customer = "苏州中益进出口有限公司";
    private const float Patience = 60_000;

    [Fact]
    public async Task Quotation_OrderDeliveryAndReceipt_FilledByAPerson_ChangeStockAndOpenAmount()
    {
        await using var workspace = await OrderToCashWorkspace.StartAsync();
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        window.Page.SetDefaultTimeout(Patience);
        var page = window.Page;

        await window.GoToAsync("/forms/quotation/new");
        await PickAsync(page, "#field-customer", Customer);
        await FillAsync(page, "#field-quoted-on", "2026-03-02");
        await AddLineAsync(page, 0, "会议平板", "2", "12000");
        await FillAsync(page, "#field-line-0-discount", "10%");
        await AddLineAsync(page, 1, "投影仪", "1", "5000");
        await Expect(page.Locator("#field-total")).ToHaveTextAsync(new Regex("26,600"));
        var quotation = await SaveAsync(window, "quotation");
        await window.SaveScreenshotAsync("order-to-cash-quotation-1280");

        await window.GoToAsync($"/forms/sales-order/new?fill.quotation={quotation}");
        await Expect(page.Locator("#field-customer")).ToHaveValueAsync(Customer);
        await FillAsync(page, "#field-order-date", "2026-03-05");
        await AddLineAsync(page, 0, "会议平板", "2", "10800");
        await AddLineAsync(page, 1, "投影仪", "1", "5000");
        var order = await SaveAsync(window, "sales-order");
        await Expect(page.Locator("#field-unshipped")).ToHaveTextAsync(new Regex("3"));

        await window.GoToAsync($"/forms/delivery-note/new?fill.sales-order={order}");
        await FillAsync(page, "#field-shipped-on", "2026-03-09");
        await page.SelectOptionAsync("#field-status", "shipped");
        await AddLineAsync(page, 0, "会议平板", "2", price: null);
        await SaveAsync(window, "delivery-note");

        await window.GoToAsync($"/forms/receivable/new?fill.sales-order={order}");
        await Expect(page.Locator("#field-customer")).ToHaveValueAsync(Customer);
        await FillAsync(page, "#field-billed-on", "2026-03-09");
        await FillAsync(page, "#field-due-date", "2026-04-08");
        await FillAsync(page, "#field-amount", "26600");
        await Expect(page.Locator("#field-open")).ToHaveTextAsync(new Regex("26,600"));
        var receivable = await SaveAsync(window, "receivable");
        await Expect(page.Locator("#field-overdue-days")).Not.ToHaveTextAsync("0");

        await window.GoToAsync($"/forms/receipt/new?fill.receivable={receivable}");
        await FillAsync(page, "#field-received-on", "2026-04-01");
        await FillAsync(page, "#field-amount", "30000");
        await page.ClickAsync("[data-save]");
        await Expect(page.Locator(".error-summary")).ToContainTextAsync("收款合计超过应收金额");
        await FillAsync(page, "#field-amount", "20000");
        await SaveAsync(window, "receipt");

        await window.GoToAsync($"/forms/receivable/{receivable}");
        await Expect(page.Locator("#field-received")).ToHaveTextAsync(new Regex("20,000"));
        await Expect(page.Locator("#field-open")).ToHaveTextAsync(new Regex("6,600"));
        await page.Locator(".computed-rollup summary").First.ClickAsync();
        await Expect(page.Locator(".computed-explanation").First).ToContainTextAsync("“收款金额”的合计");
        await window.SaveScreenshotAsync("order-to-cash-receivable-1280", wholePage: false);
        await window.CheckAccessibilityAsync();
        await page.Locator(".computed-explanation a").First.ClickAsync();
        await Expect(page.Locator("[data-row-link]")).ToHaveCountAsync(1);

        await window.GoToAsync($"/forms/sales-order/{order}");
        await Expect(page.Locator("#field-shipped")).ToHaveTextAsync(new Regex("2"));
        await Expect(page.Locator("#field-unshipped")).ToHaveTextAsync(new Regex("1"));
        await Expect(page.Locator("#field-open")).ToHaveTextAsync(new Regex("6,600"));
        await window.SaveScreenshotAsync("order-to-cash-order-1280");
        await page.SetViewportSizeAsync(Screens.Phone, 812);
        await window.ExpectNoSidewaysScrollAsync();
        await window.SaveScreenshotAsync("order-to-cash-order-375");
        Assert.Empty(window.Errors);
    }

    private static async Task<string> SaveAsync(Window window, string form)
    {
        await window.Page.ClickAsync("[data-save]");
        await Expect(window.Page).ToHaveURLAsync(new Regex($"/forms/{form}/[0-9]+$"));
        await Expect(window.Page.Locator(".bar .status")).ToHaveTextAsync("已保存");
        return window.Page.Url.Split('/')[^1];
    }

    /// <param name="price">Null where lines have none.</param>
    private static async Task AddLineAsync(IPage page, int line, string item, string quantity, string? price)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "添加一行" }).ClickAsync();
        await PickAsync(page, $"#field-line-{line}-item", item);
        await FillAsync(page, $"#field-line-{line}-quantity", quantity);
        if (price is not null)
        {
            await FillAsync(page, $"#field-line-{line}-price", price);
        }
    }

    private static async Task FillAsync(IPage page, string field, string text)
    {
        await page.FillAsync(field, text);
        await page.Keyboard.PressAsync("Tab");
    }

    private static async Task PickAsync(IPage page, string field, string text)
    {
        await page.FocusAsync(field);
        await page.Keyboard.TypeAsync(text);
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = text }).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(field)).ToHaveValueAsync(text);
    }
}
