using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Browser.Tests.Studio;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Formulas;

/// <summary>Formulas and conditions of a form, as a designer writes them: by keyboard, with suggestions, mistakes shown, and tried on a record.</summary>
public sealed class FormulaEditorTests(BrowserFixture browser, DesignWorkspace workspace) : IClassFixture<DesignWorkspace>
{
    [Theory]
    [InlineData(Screens.Desk, ColorScheme.Light)]
    [InlineData(Screens.Phone, ColorScheme.Dark)]
    public async Task Formula_TypedByKeyboard_IsSuggestedCheckedAndKeptByItsKeys(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenSignedInAsync(width, scheme, workspace);
        var (page, box) = (window.Page, window.Page.Locator("#field-formula"));
        await OpenFieldAsync(window, "order", "remark");
        await box.FillAsync("");

        await page.Keyboard.TypeAsync("[kh");
        await Expect(page.Locator("#field-formula-suggestions [aria-selected=true]")).ToContainTextAsync("客户");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#field-formula-suggestions [role=option]")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("zuoqu");
        var first = page.Locator("#field-formula-suggestions [aria-selected=true]");
        await Expect(first).ToContainTextAsync("LEFT 左取");
        await window.SaveScreenshotAsync($"formula-suggestions-{width}", wholePage: false);
        await window.CheckAccessibilityAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(box).ToHaveValueAsync("LEFT()");
        await page.Keyboard.TypeAsync("[订单");
        // The answer to the last letter, since each of them begins the list anew.
        await Expect(page.Locator(".formula-popup[aria-busy=false]").Filter(new() { Has = first })).ToHaveCountAsync(1);
        await Expect(first).ToContainTextAsync("订单号");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(first).ToContainTextAsync("订单日期");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Tab");
        await Expect(box).ToHaveValueAsync("LEFT([订单号])");
        await page.Keyboard.TypeAsync("，2");
        await Expect(box).ToHaveValueAsync("LEFT([订单号]，2)");
        await page.Keyboard.PressAsync("Tab");

        await Expect(box).ToHaveValueAsync("LEFT([订单号], 2)");
        await Expect(page.Locator(".formula-field").First).ToHaveTextAsync("[订单号]");
        await Expect(page.Locator("#field-formula-said")).ToHaveTextAsync("");
        await window.ExpectNoSidewaysScrollAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Chinese_WhileItIsComposed_IsLeftAloneAndSuggestedForAfterwards()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var (page, box) = (window.Page, window.Page.Locator("#field-default-formula"));
        await OpenFieldAsync(window, "order", "remark");
        await box.FillAsync("");
        var options = page.Locator("#field-default-formula-suggestions [role=option]");
        var keyboard = await page.Context.NewCDPSessionAsync(page);

        foreach (var composed in new[] { "q", "qiu", "qiu h" })
        {
            await keyboard.SendAsync("Input.imeSetComposition", new() { ["text"] = composed, ["selectionStart"] = composed.Length, ["selectionEnd"] = composed.Length });
            await Expect(box).ToHaveValueAsync(composed);
        }

        await Expect(options).ToHaveCountAsync(0);
        await keyboard.SendAsync("Input.insertText", new() { ["text"] = "求和" });
        await Expect(options.First).ToContainTextAsync("SUM 求和");
        await page.Keyboard.PressAsync("Enter");
        await Expect(box).ToHaveValueAsync("SUM()");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Formula_WithAMistake_IsUnderlinedAndSaysWhatToDo()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var (page, box) = (window.Page, window.Page.Locator("#field-formula"));
        await OpenFieldAsync(window, "order", "remark");

        await box.FillAsync("1 + [没有的字段]");
        await Expect(page.Locator("#field-formula-said")).ToContainTextAsync("没有字段“没有的字段”");
        await Expect(page.Locator(".formula-error")).ToHaveTextAsync("[没有的字段]");
        await Expect(box).ToHaveAttributeAsync("aria-invalid", "true");
        await window.SaveScreenshotAsync("formula-error", wholePage: false);
        await window.CheckAccessibilityAsync();

        await box.FillAsync("1 > 0");
        await Expect(page.Locator("#field-formula-said")).ToContainTextAsync("公式的结果应为文本，这里是真假值");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".problems")).ToContainTextAsync("公式的结果应为文本");
        await Expect(box).ToHaveValueAsync("1 > 0");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Formula_TriedOnARecord_ShowsItsStepsAndFunctionsAreInserted()
    {
        await workspace.AddOrderAsync("SO-0042");
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var (page, box) = (window.Page, window.Page.Locator("#field-formula"));
        await OpenFieldAsync(window, "order", "remark");

        var entry = page.Locator(".formula-entry").Filter(new() { Has = box });
        await box.FillAsync("");
        await entry.Locator("[data-functions]").ClickAsync();
        await entry.GetByRole(AriaRole.Searchbox).FillAsync("右取");
        await entry.Locator("[data-function=RIGHT]").ClickAsync();
        await Expect(box).ToHaveValueAsync("RIGHT()");
        await Expect(box).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("[订单号], 4) & \"号\"");
        await entry.Locator("[data-try]").ClickAsync();
        await page.FillAsync("#field-formula-record", "SO-0042");
        await page.Locator("#field-formula-record-list [role=option]").First.ClickAsync();

        await Expect(entry.Locator(".formula-value strong")).ToHaveTextAsync("0042号");
        await Expect(entry.Locator(".formula-steps")).ToContainTextAsync("[订单号] = SO-0042");
        await window.SaveScreenshotAsync("formula-trial", wholePage: false);
        await window.CheckAccessibilityAsync();
        Assert.Empty(window.Errors);
    }

    [Theory]
    [InlineData(Screens.Desk, ColorScheme.Light)]
    [InlineData(Screens.Phone, ColorScheme.Dark)]
    public async Task Condition_BuiltByKeyboardWithAGroup_BecomesAFormulaAndASentence(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenSignedInAsync(width, scheme, workspace);
        var page = window.Page;
        await OpenFieldAsync(window, "order", "remark");
        var entry = page.Locator(".formula-entry").Filter(new() { Has = page.Locator("#field-visible-when") });
        await ClearAsync(entry);

        await entry.Locator("[data-add-condition]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await FillRowAsync(page, entry.Locator(".condition-row").First, "状态", "等于");
        // On the way to the field its neighbours were chosen, whose values are entered otherwise.
        await entry.Locator(".condition-row").First.GetByLabel("值", new() { Exact = true }).And(page.Locator("select")).SelectOptionAsync("已确认");
        await Expect(entry.Locator(".formula-sentence")).ToHaveTextAsync("状态等于“已确认”");
        await entry.Locator("[data-add-group]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var group = entry.Locator(".condition-group:not(.top)");
        await FillRowAsync(page, group.Locator(".condition-row").First, "订单日期", "早于");
        await group.Locator(".condition-row").First.GetByLabel("和什么比较").SelectOptionAsync("今天");
        await group.Locator("[data-add-condition]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await FillRowAsync(page, group.Locator(".condition-row").Nth(1), "发货日期", "为空");

        await Expect(entry.Locator(".formula-sentence")).ToHaveTextAsync("状态等于“已确认”，并且（订单日期早于今天，或者发货日期为空）");
        await window.SaveScreenshotAsync($"condition-{width}", wholePage: true);
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        await FormulaBoxes.OpenAsync(page, "field-visible-when");
        await Expect(page.Locator("textarea#field-visible-when")).ToHaveValueAsync("[状态] = \"confirmed\" AND ([订单日期] < TODAY() OR ISBLANK([发货日期]))");
        await entry.Locator("[data-switch]").ClickAsync();
        await Expect(entry.Locator(".condition-row")).ToHaveCountAsync(3);
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Condition_ThatTheBuilderCannotExpress_StaysAFormula()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await OpenFieldAsync(window, "order", "remark");
        var entry = page.Locator(".formula-entry").Filter(new() { Has = page.Locator("#field-read-only-when") });

        await FormulaBoxes.OpenAsync(page, "field-read-only-when");
        await page.FillAsync("#field-read-only-when", "LEN([订单号]) * 2 > 10");
        await page.Keyboard.PressAsync("Tab");

        await Expect(entry).ToContainTextAsync("超出了条件生成器能表达的范围");
        await Expect(entry.Locator("[data-switch]")).ToHaveCountAsync(0);
        await Expect(page.Locator("#field-read-only-when")).ToHaveValueAsync("LEN([订单号]) * 2 > 10");
        await page.FillAsync("#field-read-only-when", "[订单号] <> \"\"");
        await page.Keyboard.PressAsync("Tab");
        await entry.Locator("[data-switch]").ClickAsync();
        await Expect(entry.Locator(".condition-row")).ToHaveCountAsync(1);
        Assert.Empty(window.Errors);
    }

    /// <summary>The list has gone on to the next option, and its browser has not told yet, when the answer to the first arrives.</summary>
    [Fact]
    public async Task Choice_InTheBuilder_IsNotDrawnBackByALateAnswer()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await OpenFieldAsync(window, "order", "remark");
        var entry = page.Locator(".formula-entry").Filter(new() { Has = page.Locator("#field-required-when") });
        await ClearAsync(entry);
        await entry.Locator("[data-add-condition]").ClickAsync();
        var (field, asked) = (entry.GetByLabel("字段", new() { Exact = true }), entry.GetByLabel("怎么比较"));

        await field.EvaluateAsync("list => { list.value = 'order-no'; list.dispatchEvent(new Event('change', { bubbles: true })); list.value = 'remark'; }");
        await Expect(asked).ToBeVisibleAsync();
        await Expect(field).ToHaveValueAsync("remark");

        await asked.EvaluateAsync("list => { list.value = 'IsBlank'; list.dispatchEvent(new Event('change', { bubbles: true })); list.value = 'Contains'; }");
        await Expect(entry.Locator(".formula-sentence")).ToContainTextAsync("为空");
        await Expect(asked).ToHaveValueAsync("Contains");

        await entry.Locator("[data-add-group]").ClickAsync();
        await Expect(entry.Locator(".condition-group:not(.top) > .condition-head select option:checked")).ToHaveTextAsync("满足任一条件");
        await Expect(entry.Locator(".condition-group.top > .condition-head select option:checked")).ToHaveTextAsync("满足所有条件");
        Assert.Empty(window.Errors);
    }

    /// <summary>Of what another test has left.</summary>
    private static async Task ClearAsync(ILocator entry)
    {
        await Expect(entry.Locator("[data-add-condition]").First).ToBeVisibleAsync();
        for (var rows = await entry.Locator(".condition-row").CountAsync(); rows > 0; rows--)
        {
            await entry.Locator(".condition-row button").Last.ClickAsync();
            await Expect(entry.Locator(".condition-row")).ToHaveCountAsync(rows - 1);
        }
    }

    private static async Task FillRowAsync(IPage page, ILocator row, string field, string asked)
    {
        await Expect(row.GetByLabel("字段", new() { Exact = true })).ToBeFocusedAsync();
        await PickAsync(page, field);
        await Expect(row.GetByLabel("怎么比较")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await PickAsync(page, asked);
    }

    /// <summary>With the arrow keys, in the box that has the focus.</summary>
    private static async Task PickAsync(IPage page, string option)
    {
        var chosen = page.Locator("select:focus option:checked");
        for (var before = await chosen.TextContentAsync(); before!.Trim() != option; before = await chosen.TextContentAsync())
        {
            await page.Keyboard.PressAsync("ArrowDown");
            await Expect(chosen).Not.ToHaveTextAsync(before);
        }
    }

    private static async Task OpenFieldAsync(Window window, string form, string field)
    {
        await window.GoToAsync($"/studio/customer-tiering?form={form}");
        await window.Page.ClickAsync($"[data-field={field}] [data-choose]");
        await Expect(window.Page.Locator("#field-label")).ToBeVisibleAsync();
        var logic = window.Page.Locator("details").Filter(new() { Has = window.Page.Locator("#field-formula") });
        await logic.First.EvaluateAsync("element => { element.open = true; }");
        await Expect(window.Page.Locator("#field-formula")).ToBeVisibleAsync();
        await Expect(window.Page).ToHaveURLAsync(new Regex("studio"));
    }
}
