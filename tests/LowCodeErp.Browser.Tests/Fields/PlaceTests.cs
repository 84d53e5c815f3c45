using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Fields;

/// <summary>Where something is: points on earth, departments, and buttons that lead elsewhere.</summary>
public sealed class PlaceTests(BrowserFixture browser, FieldWorkspace workspace) : IClassFixture<FieldWorkspace>
{
    private const string New = "/forms/shape/new";

    [Fact]
    public async Task Location_TypedPastedAndTakenFromTheDevice_IsStoredAndLeadsToAMap()
    {
        await using var window = await OpenAsync(New);
        var page = window.Page;
        await page.FillAsync("#field-name", "外滩");
        await TypeAsync(page, "#field-place-longitude", "121.4906", "Tab");
        await TypeAsync(page, "#field-place-latitude", "91", "Tab");
        await Expect(page.Locator("#field-place-latitude-error")).ToContainTextAsync("不能大于 90");
        await Expect(page.Locator("#field-place-longitude")).ToHaveValueAsync("121.490600");
        await page.FillAsync("#field-place-latitude", "");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#field-place-error, #field-place-latitude-error")).ToContainTextAsync("请把经度和纬度都填上");

        // A pair in one box fills both; one that says nothing of east or north is not guessed at.
        await PasteAsync(page, "#field-place-longitude", "北纬31.2397°，东经121.4998°");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#field-place-latitude")).ToHaveValueAsync("31.239700");
        await Expect(page.Locator(".location-editor a")).ToHaveAttributeAsync("href", "https://map.example.com/?at=31.2397,121.4998");

        await page.Context.GrantPermissionsAsync(["geolocation"]);
        await page.Context.SetGeolocationAsync(new() { Longitude = 113.9345f, Latitude = 22.5405f, Accuracy = 12 });
        await page.FocusAsync("#field-place-locate");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#field-place-latitude")).ToHaveValueAsync(new Regex("^22\\.5405"));
        await Expect(page.Locator(".location-editor .note")).ToHaveTextAsync("误差约 12 米");
        await page.Keyboard.PressAsync("Control+s");

        await Expect(page).ToHaveURLAsync(new Regex("/forms/shape/[0-9]+$"));
        await page.ReloadAsync();
        await window.CircuitStartedAsync();
        await Expect(page.Locator("#field-place-longitude")).ToHaveValueAsync(new Regex("^113\\.9345"));
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Location_WhereTheBrowserRefuses_SaysSoAndKeepsTheRest()
    {
        await using var window = await OpenAsync(New);
        var page = window.Page;
        await page.FillAsync("#field-name", "某处");
        await page.ClickAsync("#field-place-locate");

        await Expect(page.Locator(".location-editor .note")).ToContainTextAsync("浏览器不允许使用位置");
        await Expect(page.Locator("#field-name")).ToHaveValueAsync("某处");
        await window.CheckAccessibilityAsync();
    }

    [Fact]
    public async Task Department_ByKeyboardPasteAndUnclearName_IsChosenOrExplained()
    {
        await using var window = await OpenAsync(New);
        var (page, keyboard) = (window.Page, window.Page.Keyboard);
        await page.FillAsync("#field-name", "采购申请");
        await page.FocusAsync("#field-department");
        await keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("#field-department-list li .record-picker-title")).ToHaveTextAsync(["总公司", "上海", "销售部", "北京", "销售部", "财务部"]);
        await window.SaveScreenshotAsync("department-tree", wholePage: false);
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("Enter");
        await Expect(page.Locator("#field-department")).ToHaveValueAsync("上海");

        await page.FillAsync("#field-department", "销售部");
        await keyboard.PressAsync("Escape");
        await keyboard.PressAsync("Tab");
        await PasteAsync(page, "#field-department", "销售部");
        await page.ClickAsync("#field-name");
        await Expect(page.Locator("#field-department-error")).ToContainTextAsync("总公司/北京/销售部");
        await Expect(page.Locator("#field-department")).ToHaveAttributeAsync("aria-invalid", "true");

        await PasteAsync(page, "#field-department", "总公司/北京/销售部");
        await page.ClickAsync("#field-name");
        await Expect(page.Locator("#field-department")).ToHaveValueAsync("总公司/北京/销售部");
        await keyboard.PressAsync("Control+s");
        await Expect(page).ToHaveURLAsync(new Regex("/forms/shape/[0-9]+$"));
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task List_FilteredByADepartment_FindsThoseBelow()
    {
        await workspace.AddShapeAsync("上海的一条");
        await using var window = await OpenAsync("/forms/shape?q=上海的一条");
        var page = window.Page;
        await page.Locator(".list-toolbar button[aria-controls=list-filters]").ClickAsync();
        await page.FillAsync("#filter-department-pick", "总公司");
        await page.Locator("#filter-department-pick-list li").First.ClickAsync();
        await Expect(page.Locator(".column-filter .hint")).ToHaveTextAsync("含下级部门");
        await Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Button, new() { Name = "移除 总公司" }).ClickAsync();
        await page.FillAsync("#filter-department-pick", "财务部");
        await page.Locator("#filter-department-pick-list li").First.ClickAsync();
        await Expect(page.Locator(".empty-state")).ToBeVisibleAsync();
        Assert.Empty(window.Errors);
    }

    [Theory]
    [InlineData(Screens.Desk)]
    [InlineData(Screens.Phone)]
    public async Task Buttons_OnARecord_LeadOnWithItsValues(int width)
    {
        var id = await workspace.AddShapeAsync("甲 & 乙");
        await using var window = await browser.OpenSignedInAsync(width, workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/forms/shape/new");
        await Expect(page.Locator("#field-look-up")).ToHaveCountAsync(0);
        await page.FillAsync("#field-name", "还没保存");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#field-look-up")).ToBeDisabledAsync();
        await Expect(page.Locator("#field-look-up-obstacle")).ToHaveTextAsync("请先保存，再使用此按钮。");

        await window.GoToAsync($"/forms/shape/{id}");
        await Expect(page.Locator("#field-look-up")).ToHaveAttributeAsync("href", $"https://www.example.com/search?q=%E7%94%B2%20%26%20%E4%B9%99&id={id}");
        await window.SaveScreenshotAsync($"buttons-{width}");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        await page.FocusAsync("#field-copy");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/forms/shape/new\\?fill"));
        await Expect(page.Locator("#field-name")).ToHaveValueAsync("甲 & 乙");
        await Expect(page.Locator("#field-place-longitude")).ToHaveValueAsync("113.934500");
        await Expect(page.Locator("#field-department")).ToHaveValueAsync("总公司/上海/销售部");
        Assert.Empty(window.Errors);
    }

    private static async Task TypeAsync(IPage page, string box, string text, string key)
    {
        await page.FillAsync(box, "");
        await page.FocusAsync(box);
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync(key);
    }

    private static async Task PasteAsync(IPage page, string box, string text)
    {
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);
        await page.FillAsync(box, "");
        await page.FocusAsync(box);
        await page.Keyboard.PressAsync("Control+v");
    }

    private async Task<Window> OpenAsync(string address)
    {
        var window = await browser.OpenSignedInAsync(Screens.Desk, ColorScheme.Light, workspace);
        await window.GoToAsync(address);
        await Expect(window.Page.Locator("h1")).ToBeVisibleAsync();
        return window;
    }
}
