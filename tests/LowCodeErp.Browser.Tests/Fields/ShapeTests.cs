using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Fields;

/// <summary>Fields of several values and of several parts, by keyboard and by pasting, on a desk and on a phone.</summary>
public sealed class ShapeTests(BrowserFixture browser, FieldWorkspace workspace) : IClassFixture<FieldWorkspace>
{
    private const string New = "/forms/shape/new";

    [Fact]
    public async Task Shapes_FilledByKeyboard_AreStoredAndShown()
    {
        await using var window = await OpenAsync(New);
        var (page, keyboard) = (window.Page, window.Page.Keyboard);
        await TypeAsync(page, "#field-name", "第一条", "Tab");

        // Chosen by arrow, typed by name, and one of them removed again.
        await page.FocusAsync("#field-channels");
        await keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("#field-channels-list li")).ToHaveCountAsync(3);
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("Enter");
        await Expect(Chips(page, "channels")).ToHaveTextAsync(["门店"]);
        await TypeAsync(page, "#field-channels", "展会、网店", "Enter");
        await Expect(Chips(page, "channels")).ToHaveTextAsync(["门店", "网店", "展会"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "移除 网店" }).FocusAsync();
        await keyboard.PressAsync("Enter");
        await Expect(Chips(page, "channels")).ToHaveTextAsync(["门店", "展会"]);
        await Expect(page.Locator("#field-channels")).ToBeFocusedAsync();

        await TypeAsync(page, "#field-tags", "老客户", "Enter");
        await Expect(Chips(page, "tags")).ToHaveTextAsync(["老客户"]);
        await TypeAsync(page, "#field-tags", "急，大单", "Enter");
        await Expect(Chips(page, "tags")).ToHaveTextAsync(["老客户", "急", "大单"]);

        await TypeAsync(page, "#field-period-start", "2026年1月1日至2026年1月31日", "Tab");
        await Expect(page.Locator("#field-period-end")).ToHaveValueAsync("2026-01-31");
        await Expect(page.Locator(".date-range-editor")).ToContainTextAsync("31 天");

        // Down the levels with the arrows, then the detail.
        await page.FocusAsync("#field-address-province");
        await keyboard.TypeAsync("南山");
        await page.Locator("#field-address-province-list li", new() { HasText = "广东省深圳市南山区" }).First.WaitForAsync();
        await page.Locator("#field-address-province-list li", new() { HasTextRegex = new Regex("^广东省深圳市南山区$") }).ClickAsync();
        await Expect(page.Locator("#field-address-province")).ToHaveValueAsync("广东省深圳市南山区");
        await page.Locator("#field-address-province-list li").First.WaitForAsync();
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("Enter");
        await Expect(page.Locator("#field-address-province")).ToHaveValueAsync(new Regex("^广东省深圳市南山区.+街道$"));
        await TypeAsync(page, "#field-address-detail", "科技园路1号", "Tab");
        await keyboard.PressAsync("Control+s");

        await Expect(page).ToHaveURLAsync(new Regex("/forms/shape/[0-9]+$"));
        await page.ReloadAsync();
        await window.CircuitStartedAsync();
        await Expect(Chips(page, "channels")).ToHaveTextAsync(["门店", "展会"]);
        await Expect(Chips(page, "tags")).ToHaveTextAsync(["老客户", "急", "大单"]);
        await Expect(page.Locator("#field-address-detail")).ToHaveValueAsync("科技园路1号");
        await window.GoToAsync("/forms/shape");
        await Expect(page.Locator("tr[data-row]").First).ToContainTextAsync("2026-01-01 ~ 2026-01-31");
        await Expect(page.Locator("tr[data-row]").First).ToContainTextAsync("科技园路1号");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Shapes_PastedAtOnce_AreTakenApart()
    {
        await using var window = await OpenAsync(New);
        var page = window.Page;
        await TypeAsync(page, "#field-name", "甲, 子", "Control+s");
        await Expect(page).ToHaveURLAsync(new Regex("/forms/shape/[0-9]+$"));
        await window.GoToAsync(New);
        await page.FillAsync("#field-name", "乙");
        await page.FillAsync("#field-related", "甲");
        await page.Locator("#field-related-list li").First.WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(Chips(page, "related")).ToHaveTextAsync(["甲, 子"]);
        await page.FillAsync("#field-address-province", "上海市浦东新区世纪大道100号");
        await page.Keyboard.PressAsync("Tab");

        await Expect(page.Locator("#field-address-province")).ToHaveValueAsync("上海市浦东新区");
        await Expect(page.Locator("#field-address-detail")).ToHaveValueAsync("世纪大道100号");
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page).ToHaveURLAsync(new Regex("/forms/shape/[0-9]+$"));
        await Expect(Chips(page, "related")).ToHaveTextAsync(["甲, 子"]);
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Shapes_WithInvalidInput_SaySoAtTheirPlaceAndKeepIt()
    {
        await using var window = await OpenAsync(New);
        var page = window.Page;
        await page.FillAsync("#field-name", "样例");
        await TypeAsync(page, "#field-channels", "电话", "Tab");
        await Expect(page.Locator("#field-channels-error")).ToContainTextAsync("没有“电话”这个选项");
        await TypeAsync(page, "#field-related", "查无此人", "Tab");
        await Expect(page.Locator("#field-related-error")).ToContainTextAsync("没有找到“查无此人”");
        await TypeAsync(page, "#field-period-start", "2026-02-01", "Tab");
        await TypeAsync(page, "#field-period-end", "2026-01-01", "Tab");
        await Expect(page.Locator("#field-period-error, #field-period-end-error")).ToContainTextAsync("结束日期早于开始日期");
        await TypeAsync(page, "#field-address-province", "火星", "Tab");
        await Expect(page.Locator("#field-address-province-error")).ToContainTextAsync("没有“火星”这个地区");
        await page.Keyboard.PressAsync("Control+s");

        await Expect(page.Locator(".error-summary li")).ToHaveCountAsync(4);
        await Expect(Chips(page, "channels")).ToHaveTextAsync(["电话"]);
        await Expect(page.Locator("#field-address-province")).ToHaveValueAsync("火星");
        await Expect(page.Locator("#field-channels")).ToHaveAttributeAsync("aria-invalid", "true");
        await window.CheckAccessibilityAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Shapes_OnEveryScreen_AreAccessibleAndFit()
    {
        var id = await workspace.AddShapeAsync("样例");
        await using var window = await OpenAsync($"/forms/shape/{id}");
        foreach (var (width, scheme) in Screens.All.Select(row => row.Data))
        {
            await window.Page.SetViewportSizeAsync(width, 812);
            await window.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var address in new[] { $"/forms/shape/{id}", "/forms/shape" })
            {
                await window.GoToAsync(address);
                await Expect(window.Page.Locator(".item-chip").First).ToBeVisibleAsync();
                await window.SaveScreenshotAsync($"shapes-{(address.EndsWith("shape", StringComparison.Ordinal) ? "list" : "record")}-{width}-{scheme}");
                await window.CheckAccessibilityAsync();
                await window.ExpectNoSidewaysScrollAsync();
            }
        }

        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task List_FilteredByItems_MeansAnyAllOrNone()
    {
        await workspace.AddShapeAsync("筛选样例");
        await using var window = await OpenAsync("/forms/shape?in.channels=shop&in.channels=fair&items.channels=all&q=筛选样例");
        await Expect(window.Page.Locator("tr[data-row]")).ToHaveCountAsync(1);
        await window.Page.SelectOptionAsync("#filter-channels-items", "None");
        await Expect(window.Page.Locator(".empty-state")).ToBeVisibleAsync();
        await window.GoToAsync("/forms/shape?has.address-district=南山&q=筛选样例");
        await Expect(window.Page.Locator("tr[data-row]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task List_FilteredByTags_PicksFromThoseInUse()
    {
        await workspace.AddShapeAsync("标签样例");
        await using var window = await OpenAsync("/forms/shape?q=标签样例&in.tags=急");
        var page = window.Page;
        await Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(1);
        await page.FillAsync("#filter-tags-pick", "老客");
        await page.Locator("#filter-tags-pick-list li", new() { HasText = "老客户" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("in\\.tags=.*in\\.tags="));
        await page.SelectOptionAsync("#filter-tags-items", "All");
        await Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(1);
        await window.SaveScreenshotAsync("filter-tags");
        await window.CheckAccessibilityAsync();
        await page.SelectOptionAsync("#filter-tags-items", "None");

        await Expect(page.Locator(".empty-state")).ToBeVisibleAsync();
        await window.GoToAsync("/forms/shape?q=标签样例&has.tags=相当长");
        await Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(1);
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task ListOfReferences_ToARecordThatIsMissing_CreatesItAndAddsIt()
    {
        await using var window = await OpenAsync(New);
        var page = window.Page;
        await page.FillAsync("#field-name", "有新关联");
        await page.FocusAsync("#field-related");
        await page.Keyboard.TypeAsync("当场新建");
        await Expect(page.Locator(".record-picker-empty")).ToContainTextAsync("按回车新建");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#new-name")).ToHaveValueAsync("当场新建");
        await page.ClickAsync("#create-record");

        await Expect(Chips(page, "related")).ToHaveTextAsync(["当场新建"]);
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page).ToHaveURLAsync(new Regex("/forms/shape/[0-9]+$"));
        await Expect(Chips(page, "related")).ToHaveTextAsync(["当场新建"]);
        Assert.Empty(window.Errors);
    }

    private static ILocator Chips(IPage page, string field) => page.Locator($".items-picker:has(#field-{field}) .item-title");

    private static async Task TypeAsync(IPage page, string box, string text, string key)
    {
        await page.FocusAsync(box);
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync(key);
    }

    private async Task<Window> OpenAsync(string address)
    {
        var window = await browser.OpenSignedInAsync(Screens.Desk, ColorScheme.Light, workspace);
        await window.GoToAsync(address);
        await Expect(window.Page.Locator("h1")).ToBeVisibleAsync();
        return window;
    }
}
