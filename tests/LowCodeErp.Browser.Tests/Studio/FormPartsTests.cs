using LowCodeErp.Browser.Tests.Formulas;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Studio;

/// <summary>What forms are made of beyond their fields: columns of sub-tables, checks, views; and how several fields are handled at once.</summary>
public sealed class FormPartsTests(BrowserFixture browser, DesignWorkspace workspace) : IClassFixture<DesignWorkspace>
{
    [Fact]
    public async Task Columns_OfASubTable_AreAddedNamedOrderedAndRemovedUnlessInUse()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering?form=order");
        await page.Locator(".palette button").GetByText("子表单", new() { Exact = true }).ClickAsync();
        await AddColumnAsync(page, "money", "单价");
        await page.ClickAsync(".properties .back");
        await AddColumnAsync(page, "number", "数量");
        await page.ClickAsync(".properties .back");
        await AddColumnAsync(page, "money", "小计");
        await page.ClickAsync("details:has(#field-formula) summary");
        await page.FillAsync("#field-formula", "[单价] * [数量]");
        await page.Keyboard.PressAsync("Tab");
        await page.ClickAsync(".properties .back");
        await Expect(page.Locator("[data-column] .label")).ToHaveTextAsync(["单价", "数量", "小计"]);
        await Expect(page.Locator(".problems")).ToContainTextAsync("没有问题");

        await page.Locator("[data-column=dan-jia]").FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Expect(page.Locator("[data-column]").Nth(1)).ToHaveAttributeAsync("data-column", "dan-jia");
        await page.ClickAsync("li:has([data-column=dan-jia]) [data-act=remove]");
        await Expect(page.Locator(".columns .said")).ToContainTextAsync("小计");
        await Expect(page.Locator("[data-column]")).ToHaveCountAsync(3);
        await window.CheckAccessibilityAsync();
        await window.SaveScreenshotAsync("designer-columns-1280", wholePage: false);
        await page.ClickAsync("li:has([data-column=xiao-ji]) [data-act=remove]");
        await Expect(page.Locator("[data-column]")).ToHaveCountAsync(2);
        await page.ClickAsync("[data-undo]");
        await Expect(page.Locator("[data-column]")).ToHaveCountAsync(3);
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Rollup_OnlyOfRecordsThatMeetACondition_HasItPutTogetherFromTheirFields()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering?form=customer");
        await page.Locator(".palette button").GetByText("汇总", new() { Exact = true }).ClickAsync();
        await page.Locator("#setting-form").SelectOptionAsync("order");
        await page.Locator("#setting-reference").SelectOptionAsync("customer");
        await page.Locator("#setting-operation").SelectOptionAsync(new SelectOptionValue { Label = "条数" });
        var entry = page.Locator(".formula-entry").Filter(new() { Has = page.Locator("#setting-condition") });
        await entry.Locator("[data-add-condition]").ClickAsync();
        await entry.GetByLabel("字段", new() { Exact = true }).SelectOptionAsync("status");
        await entry.GetByLabel("怎么比较").SelectOptionAsync(new SelectOptionValue { Label = "等于" });
        await entry.GetByLabel("值", new() { Exact = true }).SelectOptionAsync("confirmed");
        await Expect(entry.Locator(".formula-sentence")).ToHaveTextAsync("状态等于“已确认”");
        await window.CheckAccessibilityAsync();
        await window.SaveScreenshotAsync("rollup-condition-1280", wholePage: false);
        await entry.Locator("[data-switch]").ClickAsync();
        await Expect(page.Locator("textarea#setting-condition")).ToHaveValueAsync("[状态] = \"confirmed\"");
        await Expect(page.Locator(".problems")).ToContainTextAsync("没有问题");
        await page.ClickAsync("[data-undo]");
        await Expect(page.Locator("textarea#setting-condition")).ToHaveValueAsync("");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Fields_CopiedByKeyboardToAnotherForm_AreThereAndWhatCouldNotComeIsSaid()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering?form=customer");
        await page.ClickAsync("[data-field=phone] [data-choose]");
        await Expect(page.Locator("[data-field=phone] [data-choose]")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("[data-field=email] [data-choose]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Shift+Enter");
        await Expect(page.Locator(".properties h2")).ToContainTextAsync("2");
        await page.SelectOptionAsync("#several-required", "true");
        await Expect(page.Locator("[data-field=phone] .required")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-field=email] .required")).ToBeVisibleAsync();
        await window.SaveScreenshotAsync("designer-several-1280", wholePage: false);

        await page.Locator("[data-field=email] [data-choose]").FocusAsync();
        await page.Keyboard.PressAsync("Control+c");
        await Expect(page.Locator(".designer .said")).ToContainTextAsync("已复制");
        await page.ClickAsync(".tree a:has-text('产品')");
        await Expect(page.Locator("[data-field=phone]")).ToHaveCountAsync(0);
        await page.ClickAsync("[data-paste]");
        await Expect(page.Locator("[data-field=phone] .required")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-field=email] [data-choose]")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Expect(page.Locator("[data-field]").Last).Not.ToHaveAttributeAsync("data-field", "email");
        await Expect(page.Locator("[data-field=email] [data-choose]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+d");
        await Expect(page.Locator("[data-field=email-2] [data-choose]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+x");
        await Expect(page.Locator("[data-field=email-2]")).ToHaveCountAsync(0);
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Text_PastedThatIsADamagedClip_IsRefusedWithWords()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering?form=product");
        await page.Locator("[data-field] [data-choose]").First.ClickAsync();
        var before = await page.Locator("[data-field]").CountAsync();

        foreach (var (text, problem) in (IEnumerable<(string, string)>)
        [
            ("""{"kind": "lowcode-form-items", "form": "x", "fields": [{"kye": "a"}], "items": []}""", "kye"),
            ("""{"kind": "lowcode-form-items", "form": "x", "fields": [{"key": "a", "ty""", "读不懂"),
            ("""{"kind": "lowcode-form-items", "form": 7, "fields": "none", "items": [null]}""", "读不懂"),
            ("""{"kind": "lowcode-form-items"}""", "fields"),
            (string.Concat(Enumerable.Repeat("""{"kind": "lowcode-form-items", "items": [""", 200)), "读不懂"),
        ])
        {
            await PasteAsync(page, text);
            await Expect(page.Locator(".designer .said")).ToContainTextAsync(problem);
            await Expect(page.Locator("[data-field]")).ToHaveCountAsync(before);
            await page.ClickAsync(".form-name");
            await Expect(page.Locator(".designer .said")).ToBeEmptyAsync();
            await page.Locator("[data-field] [data-choose]").First.ClickAsync();
        }

        await PasteAsync(page, """{"kind": "lowcode-form-items", "form": "x", "fields": [{"key": "colour", "type": "text", "label": {"zh-CN": "颜色"}}], "items": []}""");

        await Expect(page.Locator("[data-field=colour]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-field]")).ToHaveCountAsync(before + 1);

        // Of a type that nobody knows, twice, and standing nowhere and everywhere: the canvas can draw it, and the compiler says what is wrong.
        await PasteAsync(page, """{"kind": "lowcode-form-items", "form": "x", "fields": [{"key": "odd", "type": "hologram", "label": {"zh-CN": "怪"}}, {"key": "odd", "type": "text", "label": {"zh-CN": "怪"}}], "items": [{"type": "tab", "items": [{"type": "field", "settings": {"field": "odd"}}, {"type": "field", "settings": {"field": "odd"}}, {"type": "field", "settings": {"field": "gone"}}]}, {"type": "nonsense"}]}""");
        await Expect(page.Locator("[data-field=odd]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-field]")).ToHaveCountAsync(before + 2);
        await Expect(page.Locator(".problems")).ToContainTextAsync("hologram");
        await page.ClickAsync("[data-undo]");
        await Expect(page.Locator("[data-field=odd]")).ToHaveCountAsync(0);
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task ViewAndCheck_OfAForm_AreDesignedAndKeepTheirFieldFromBeingRemoved()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering?form=customer-feedback");
        await page.Locator(".palette button").GetByText("数字", new() { Exact = true }).ClickAsync();
        await page.FillAsync("#field-label", "分数");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("[data-field=fen-shu]")).ToBeVisibleAsync();
        await page.ClickAsync(".form-name");
        await page.ClickAsync("details:has([data-views]) summary");
        await page.ClickAsync("[data-add-view]");
        await page.FillAsync("#view-0-label", "高分");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("[data-views] strong")).ToHaveTextAsync("高分");
        await page.SelectOptionAsync("#view-0-columns", "fen-shu");
        await page.SelectOptionAsync("#view-0-sort", "fen-shu");
        await page.SelectOptionAsync("#first-view", new SelectOptionValue { Label = "高分" });
        await FormulaBoxes.OpenAsync(page, "view-0-where");
        await page.FillAsync("#view-0-where", "[没有] > 1");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("[data-views] .problem")).ToContainTextAsync("高分");
        await page.FillAsync("#view-0-where", "[分数] > 1");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".problems")).ToContainTextAsync("没有问题");
        await page.ClickAsync("details:has([data-validations]) summary");
        await page.ClickAsync("[data-add-validation]");
        await FormulaBoxes.OpenAsync(page, "validation-0-condition");
        await page.FillAsync("#validation-0-condition", "[分数] < 10");
        await page.FillAsync("#validation-0-message", "分数要小于 10");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".problems")).ToContainTextAsync("没有问题");
        await window.CheckAccessibilityAsync();
        await window.SaveScreenshotAsync("designer-views-1280", wholePage: false);
        await page.SetViewportSizeAsync(375, 812);
        await page.Locator("#view-0-label").ScrollIntoViewIfNeededAsync();
        await window.SaveScreenshotAsync("designer-views-375", wholePage: false);
        await window.ExpectNoSidewaysScrollAsync();
        await page.SetViewportSizeAsync(1280, 800);

        await page.ClickAsync("[data-field=fen-shu] [data-choose]");
        await Expect(page.Locator("[data-field=fen-shu] [data-choose]")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.Locator(".designer .said")).ToContainTextAsync("视图“高分”");
        await page.ClickAsync("[data-publish]");
        await Expect(page.Locator("[data-confirm]")).ToBeEnabledAsync();
        await page.ClickAsync("[data-confirm]");
        await Expect(page.Locator("[data-publish]")).ToBeDisabledAsync();
        Assert.Equal("高分", workspace.FindForm("customer-feedback")!.FirstView!.Label.Chinese);

        await window.GoToAsync("/forms/customer-feedback");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("view=xin-shi-tu$"));
        Assert.Empty(window.Errors);
    }

    private static async Task AddColumnAsync(IPage page, string type, string label)
    {
        await page.SelectOptionAsync("#add-column", type);
        await Expect(page.Locator(".properties .back")).ToBeVisibleAsync();
        await page.FillAsync("#field-label", label);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".properties h2")).ToHaveTextAsync(label);
    }

    private static Task PasteAsync(IPage page, string text) => page.EvaluateAsync(
        """
        text => {
          const data = new DataTransfer();
          data.setData('text/plain', text);
          document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
        }
        """, text);
}
