using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Forms;

public sealed class FormPageTests(BrowserFixture browser)
{
    [Theory]
    [MemberData(nameof(Screens.All), MemberType = typeof(Screens))]
    public async Task Record_OnEveryScreen_IsAccessibleAndFits(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenSignedInAsync(width, scheme);
        await window.GoToAsync("/forms/order");
        await window.Page.Locator("[data-row-link]").First.ClickAsync();
        await Expect(window.Page.Locator("#field-order-no")).ToBeVisibleAsync();
        await window.Page.ClickAsync(".history .toggle");
        await Expect(window.Page.Locator("#history-entries ol")).ToContainTextAsync("新建了这条数据");
        await window.Page.EvaluateAsync("scrollTo(0, 0)");

        await window.SaveScreenshotAsync($"record-{width}-{scheme}");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task NewOrder_ByKeyboard_IsStoredWithItsLines()
    {
        await using var window = await browser.OpenSignedInAsync();
        var (page, keyboard) = (window.Page, window.Page.Keyboard);
        await window.GoToAsync("/forms/order/new");
        await PickByKeyboardAsync(page, "#field-customer", "苏州中益进出口有限公司");
        await page.FocusAsync("#field-order-date");
        await keyboard.TypeAsync("2026/3/5");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加一行" }).PressAsync("Enter");
        await PickByKeyboardAsync(page, "#field-line-0-product", "A4 复印纸");
        await TypeAsync(page, "#field-line-0-amount", "1450");
        await page.FocusAsync("#field-line-0-external-no");
        await keyboard.PressAsync("Enter");
        await PickByKeyboardAsync(page, "#field-line-1-product", "中性笔（盒）");
        await TypeAsync(page, "#field-line-1-amount", "56.5");
        await keyboard.PressAsync("Control+s");

        await Expect(page).ToHaveURLAsync(new Regex("/forms/order/[0-9]+$"));
        await Expect(page.Locator(".bar .status")).ToHaveTextAsync("已保存");
        await Expect(page.Locator("#field-line tfoot")).ToContainTextAsync("1,506.50");
        await Expect(page.Locator("#field-order-date")).ToHaveValueAsync("2026-03-05");
        await page.ReloadAsync();
        await Expect(page.Locator("#field-line tbody tr")).ToHaveCountAsync(2);
        await window.SaveScreenshotAsync("record-new-order");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Change_SavedWithCtrlS_KeepsTheFocusAndStandsInTheHistory()
    {
        var id = await browser.Records.AddCustomerAsync("原来的名称");
        await using var window = await browser.OpenSignedInAsync();
        await window.GoToAsync($"/forms/customer/{id}");
        await window.Page.FillAsync("#field-name", "现在的名称");

        await window.Page.Keyboard.PressAsync("Control+s");

        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("现在的名称");
        await Expect(window.Page.Locator("#field-name")).ToBeFocusedAsync();
        await window.Page.ClickAsync(".history .toggle");
        await Expect(window.Page.Locator("#history-entries > ol > li").First).ToContainTextAsync(new Regex("王芳.*客户名称.*原来的名称.*现在的名称", RegexOptions.Singleline));
    }

    [Fact]
    public async Task Save_WithMistakes_ShowsThemAtTheirPlacesAndFocusesTheFirst()
    {
        await using var window = await browser.OpenSignedInAsync();
        var page = window.Page;
        await window.GoToAsync("/forms/order/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加一行" }).ClickAsync();
        await Expect(page.Locator("#field-line-0-product")).ToBeFocusedAsync();
        await TypeAsync(page, "#field-line-0-quantity", "2");
        await page.ClickAsync("[data-save]");

        await Expect(page.Locator(".error-summary li")).ToHaveCountAsync(3);
        await Expect(page.Locator("#field-customer")).ToBeFocusedAsync();
        await Expect(page.Locator("#field-customer-error")).ToBeVisibleAsync();
        await Expect(page.Locator("#field-line-0-amount")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator("#field-line-0-amount-error")).ToBeVisibleAsync();
        await window.SaveScreenshotAsync("record-errors");
        await window.CheckAccessibilityAsync();

        await page.ClickAsync(".error-summary li:last-child a");
        await Expect(page.Locator("#field-line-0-amount")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Conflict_KeepMine_KeepsBothChanges()
    {
        var id = await browser.Records.AddCustomerAsync("两人同改", region: "华东");
        await using var mine = await browser.OpenSignedInAsync();
        await using var theirs = await browser.OpenSignedInAsync();
        await mine.GoToAsync($"/forms/customer/{id}");
        await theirs.GoToAsync($"/forms/customer/{id}");
        await SaveFieldAsync(theirs, "#field-region", "华南");
        await Expect(theirs.Page.Locator(".bar .status")).ToHaveTextAsync("已保存");

        await SaveFieldAsync(mine, "#field-city", "无锡");
        var dialog = mine.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync(new Regex("王芳.*修改了：地区", RegexOptions.Singleline));
        await Expect(dialog).ToContainTextAsync("华南");
        await mine.SaveScreenshotAsync("record-conflict");
        await mine.CheckAccessibilityAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保留我的修改并保存" }).ClickAsync();

        await Expect(mine.Page.Locator(".bar .status")).ToHaveTextAsync("已保存");
        await Expect(mine.Page.Locator("#field-region")).ToHaveValueAsync("华南");
        await Expect(mine.Page.Locator("#field-city")).ToHaveValueAsync("无锡");
    }

    [Fact]
    public async Task Conflict_TakeTheirs_ShowsWhatIsStored()
    {
        var id = await browser.Records.AddCustomerAsync("以对方为准", region: "华东");
        await using var window = await browser.OpenSignedInAsync();
        await window.GoToAsync($"/forms/customer/{id}");
        await Expect(window.Page.Locator("#field-region")).ToHaveValueAsync("华东");
        await browser.Records.ChangeAsync("customer", id, "region", "华北");

        await SaveFieldAsync(window, "#field-region", "西南");
        await window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "放弃我的，载入最新" }).ClickAsync();

        await Expect(window.Page.Locator("#field-region")).ToHaveValueAsync("华北");
    }

    [Fact]
    public async Task Leaving_WithUnsavedChanges_Asks()
    {
        var id = await browser.Records.AddCustomerAsync("还没保存");
        await using var window = await browser.OpenSignedInAsync();
        var page = window.Page;
        await window.GoToAsync($"/forms/customer/{id}");
        await TypeAsync(page, "#field-city", "扬州");
        await Expect(page.Locator(".bar .status")).ToHaveTextAsync("有未保存的修改");

        await page.ClickAsync("#app-menu a[href='forms/product']");
        await page.GetByRole(AriaRole.Button, new() { Name = "留在此页" }).ClickAsync();
        await Expect(page.Locator("#field-city")).ToHaveValueAsync("扬州");
        await page.ClickAsync("#app-menu a[href='forms/product']");
        await page.GetByRole(AriaRole.Button, new() { Name = "放弃并离开" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("产品");
    }

    [Fact]
    public async Task Delete_AfterTheQuestion_GoesBackToTheList()
    {
        var id = await browser.Records.AddCustomerAsync("要删掉的");
        await using var window = await browser.OpenSignedInAsync();
        await window.GoToAsync($"/forms/customer/{id}?q=要删掉的");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "删除", Exact = true }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "删除" }).ClickAsync();

        await Expect(window.Page.Locator(".empty-state")).ToContainTextAsync("没有符合条件的数据");
    }

    [Fact]
    public async Task Neighbours_OfARecordFromAList_AreThoseOfTheList()
    {
        await using var window = await browser.OpenSignedInAsync();
        var heading = window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        await window.GoToAsync("/forms/product?sort=-code");
        await Expect(window.Page.Locator("tr[data-row]").First).ToBeVisibleAsync();
        var titles = await window.Page.Locator("tr[data-row] td:nth-child(3)").AllInnerTextsAsync();

        await window.Page.Locator("[data-row-link]").First.ClickAsync();
        await Expect(heading).ToHaveTextAsync(titles[0]);
        await window.Page.GetByLabel("下一条").ClickAsync();
        await Expect(heading).ToHaveTextAsync(titles[1]);
        await window.Page.GetByLabel("上一条").ClickAsync();
        await Expect(heading).ToHaveTextAsync(titles[0]);
    }

    [Theory]
    [InlineData("/forms/customer/999999999")]
    [InlineData("/forms/no-such-form/1")]
    public async Task Record_ThatIsNotThere_IsExplained(string address)
    {
        await using var window = await browser.OpenSignedInAsync();
        await window.GoToAsync(address);

        await Expect(window.Page.Locator(".empty-state")).ToContainTextAsync("没有找到这条数据");
        await window.CheckAccessibilityAsync();
    }

    private static async Task SaveFieldAsync(Window window, string field, string text)
    {
        await window.Page.FillAsync(field, text);
        await window.Page.ClickAsync("[data-save]");
    }

    private static async Task TypeAsync(IPage page, string field, string text)
    {
        await page.FocusAsync(field);
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Tab");
    }

    private static async Task PickByKeyboardAsync(IPage page, string field, string text)
    {
        await page.FocusAsync(field);
        await page.Keyboard.TypeAsync(text);
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = text })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(field)).ToHaveValueAsync(text);
    }
}
