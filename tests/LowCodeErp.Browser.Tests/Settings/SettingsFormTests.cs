using System.Text.Encodings.Web;
using System.Text.Json;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Settings;

/// <summary>The form in which somebody sets up a field or a layout item, in a panel of the designer's width.</summary>
public sealed class SettingsFormTests(BrowserFixture browser)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Options = """{"options":[{"key":"vip","label":{"zh-CN":"重点客户","en":"Key account"},"color":"red"},{"key":"pu-tong","label":{"zh-CN":"普通客户"}}]}""";

    [Fact]
    public async Task Options_TypedPastedMovedAndRemoved_ByKeyboard_MakeTheDefinition()
    {
        await using var window = await OpenAsync("field/choice");
        var (page, keyboard) = (window.Page, window.Page.Keyboard);
        await page.FocusAsync("#setting-options");
        await keyboard.TypeAsync("重点客户\n普通客户\n重点客户\n?\n");
        await PasteAsync(page, "#setting-options", "潜在客户\tProspect\r\n黑名单\r\n");
        await ExpectDefinitionAsync(page, """{"options":[{"key":"zhong-dian-ke-hu","label":{"zh-CN":"重点客户"}},{"key":"pu-tong-ke-hu","label":{"zh-CN":"普通客户"}},{"key":"option-3","label":{"zh-CN":"?"}},{"key":"qian-zai-ke-hu","label":{"zh-CN":"潜在客户","en":"Prospect"}},{"key":"hei-ming-dan","label":{"zh-CN":"黑名单"}}]}""");

        await page.GetByRole(AriaRole.Button, new() { Name = "移除“?”" }).FocusAsync();
        await keyboard.PressAsync("Enter");
        await Expect(page.Locator("#setting-options-2-label")).ToHaveValueAsync("潜在客户");
        // The server sends the focus there after it has drawn the list; only then may it go elsewhere.
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "移除“潜在客户”" })).ToBeFocusedAsync();
        await page.FocusAsync("#setting-options-2-label");
        await keyboard.PressAsync("Alt+ArrowUp");
        await Expect(page.Locator("#setting-options-1-label")).ToHaveValueAsync("潜在客户");
        await Expect(page.Locator("#setting-options-1-label")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "上移“潜在客户”" }).FocusAsync();
        await keyboard.PressAsync("Enter");
        await Expect(page.Locator("#setting-options-0-label")).ToHaveValueAsync("潜在客户");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "下移“潜在客户”" })).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "“潜在客户”的更多设置" }).FocusAsync();
        await keyboard.PressAsync("Enter");
        await page.FocusAsync("#setting-options-0-color");
        await keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("#setting-options-0-color")).ToHaveValueAsync("gray");
        await keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator(".hue[data-color=blue]")).ToBeVisibleAsync();
        await page.FocusAsync("#setting-options-0-label");
        await keyboard.PressAsync("Control+a");
        await keyboard.TypeAsync("意向客户");
        await keyboard.PressAsync("Tab");
        await ExpectDefinitionAsync(page, """{"options":[{"key":"qian-zai-ke-hu","label":{"zh-CN":"意向客户","en":"Prospect"},"color":"blue"},{"key":"zhong-dian-ke-hu","label":{"zh-CN":"重点客户"}},{"key":"pu-tong-ke-hu","label":{"zh-CN":"普通客户"}},{"key":"hei-ming-dan","label":{"zh-CN":"黑名单"}}]}""");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Numbers_WithSomethingUnreadable_KeepItSayWhyAndGoOn()
    {
        await using var window = await OpenAsync("field/percent");
        var page = window.Page;
        await FillAsync(page, "#setting-minimum", "５％");
        await ExpectDefinitionAsync(page, """{"minimum":0.05}""");
        await FillAsync(page, "#setting-maximum", "一半");
        await Expect(page.Locator("#setting-maximum-error")).ToHaveTextAsync("请输入百分比，如 12.5%。");
        await Expect(page.Locator("#setting-maximum")).ToHaveAttributeAsync("aria-invalid", "true");
        await FillAsync(page, "#setting-decimals", "9");
        await Expect(page.Locator("#setting-maximum")).ToHaveValueAsync("一半");
        await ExpectDefinitionAsync(page, """{"decimals":9,"minimum":0.05,"maximum":"一半"}""");
        await window.SaveScreenshotAsync("settings-wrong");

        await FillAsync(page, "#setting-maximum", "3%");
        await Expect(page.Locator("#setting-decimals-error")).ToBeVisibleAsync();
        await Expect(page.Locator("#setting-minimum-error")).ToBeVisibleAsync();
        await FillAsync(page, "#setting-decimals", "");
        await Expect(page.Locator("#setting-decimals")).ToHaveValueAsync("2");
        await FillAsync(page, "#setting-minimum", "");
        await ExpectDefinitionAsync(page, """{"maximum":0.03}""");
        await Expect(page.Locator(".error")).ToHaveCountAsync(0);

        await page.ClickAsync("#undo");
        await Expect(page.Locator("#setting-minimum")).ToHaveValueAsync("5%");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task RelatedList_FormThenFields_AreOfferedByLabel()
    {
        await using var window = await OpenAsync("layout/related-list");
        var (page, keyboard) = (window.Page, window.Page.Keyboard);
        await page.SelectOptionAsync("#setting-form", "order");
        await Expect(page.Locator("#setting-field option")).ToHaveTextAsync(["请选择", "客户 · 关联"]);
        await page.SelectOptionAsync("#setting-field", "customer");
        await page.SelectOptionAsync("#setting-columns", "amount");
        await page.SelectOptionAsync("#setting-columns", "number");
        await page.GetByRole(AriaRole.Button, new() { Name = "上移“订单号”" }).FocusAsync();
        await keyboard.PressAsync("Enter");
        await FillAsync(page, "#setting-title-en", "Orders");
        await FillAsync(page, "#setting-title", "历史订单");

        await ExpectDefinitionAsync(page, """{"title":{"zh-CN":"历史订单","en":"Orders"},"form":"order","field":"customer","columns":["number","amount"]}""");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task SubTable_Totals_OfferTheNumbersOfItsLines()
    {
        const string lines = """{"fields":[{"key":"product","type":"text","label":{"zh-CN":"产品"}},{"key":"quantity","type":"number","label":{"zh-CN":"数量"}},{"broken":1}]}""";
        await using var window = await OpenAsync("field/sub-table", lines);
        await Expect(window.Page.Locator("#setting-totals")).ToHaveCountAsync(0);
        await window.Page.GetByText("合计全部数字列").ClickAsync();

        await Expect(window.Page.Locator("#setting-totals option")).ToHaveTextAsync(["添加字段…", "数量 · 数字"]);
        await window.Page.SelectOptionAsync("#setting-totals", "quantity");
        await ExpectDefinitionAsync(window.Page, lines[..^1] + ""","totals":["quantity"]}""");
        Assert.Empty(window.Errors);
    }

    [Theory]
    [InlineData("field/choice", Options)]
    [InlineData("field/date-range", """{"minimum":"2026-01-01","maximumDays":"十"}""")]
    [InlineData("field/tags", """{"vocabulary":["急","老客户"]}""")]
    [InlineData("field/number", null)]
    [InlineData("field/yes-no", null)]
    [InlineData("field/auto-number", null)]
    [InlineData("layout/related-list", """{"form":"order","field":"customer","columns":["number","gone"]}""")]
    [InlineData("layout/text", null)]
    [InlineData("field/email", null)]
    public async Task Form_OnEveryScreen_IsAccessibleAndFits(string extension, string? json)
    {
        await using var window = await OpenAsync(extension, json);
        if (extension == "field/choice")
        {
            await window.Page.GetByRole(AriaRole.Button, new() { Name = "“重点客户”的更多设置" }).ClickAsync();
            await Expect(window.Page.Locator("#setting-options-0-key")).ToBeVisibleAsync();
        }

        foreach (var (width, scheme) in Screens.All.Select(row => row.Data))
        {
            await window.Page.SetViewportSizeAsync(width, 812);
            await window.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await window.SaveScreenshotAsync($"settings-{extension.Split('/')[1]}-{width}-{scheme}");
            await window.CheckAccessibilityAsync();
            await window.ExpectNoSidewaysScrollAsync();
        }

        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Form_InEnglish_IsEnglish()
    {
        await using var window = await OpenAsync("field/choice", Options, "en");

        await Expect(window.Page.Locator("#setting-options-label")).ToHaveTextAsync("Options");
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "More settings of “重点客户”" })).ToBeVisibleAsync();
        await window.SaveScreenshotAsync("settings-english");
    }

    private async Task<Window> OpenAsync(string extension, string? json = null, string? culture = null)
    {
        var window = await browser.OpenSignedInAsync();
        if (culture is not null)
        {
            await window.Page.Context.AddCookiesAsync([new() { Name = ".AspNetCore.Culture", Value = Uri.EscapeDataString($"c={culture}|uic={culture}"), Url = browser.Address.ToString() }]);
        }

        await window.GoToAsync($"/test/settings/{extension}{(json is null ? "" : "?json=" + Uri.EscapeDataString(json))}");
        return window;
    }

    private static async Task FillAsync(IPage page, string box, string text)
    {
        await page.FillAsync(box, text);
        await page.Keyboard.PressAsync("Tab");
    }

    private static async Task ExpectDefinitionAsync(IPage page, string json)
        => await Expect(page.Locator("#definition")).ToHaveTextAsync(JsonSerializer.Serialize(JsonElement.Parse(json), Indented));

    /// <summary>Through the browser's own clipboard, as Ctrl+V does it.</summary>
    private static async Task PasteAsync(IPage page, string box, string text)
    {
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);
        await page.FocusAsync(box);
        await page.Keyboard.PressAsync("Control+v");
    }
}
