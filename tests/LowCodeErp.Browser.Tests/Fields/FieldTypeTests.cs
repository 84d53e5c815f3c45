using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Forms;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Fields;

/// <summary>
/// What every field type promises to whoever sits before it: it can be filled with the keyboard alone and by pasting, says at
/// its place what is wrong while the others keep what they hold, and fits a phone.
/// </summary>
public sealed class FieldTypeTests(BrowserFixture browser, FieldWorkspace workspace) : IClassFixture<FieldWorkspace>
{
    private const string New = "/forms/sample/new";

    /// <summary>Types whose editor is more than a text box, and the tests that go through the same with them.</summary>
    private static readonly Dictionary<string, Type> OwnTests = new()
    {
        ["address"] = typeof(ShapeTests),
        ["auto-number"] = typeof(FormPageTests),
        ["choice"] = typeof(RecordLogicTests),
        ["date-range"] = typeof(ShapeTests),
        ["division"] = typeof(ShapeTests),
        ["location"] = typeof(ShapeTests),
        ["member"] = typeof(FormPageTests),
        ["members"] = typeof(ShapeTests),
        ["multi-choice"] = typeof(ShapeTests),
        ["rating"] = typeof(FieldTypeTests),
        ["reference"] = typeof(NewReferredRecordTests),
        ["references"] = typeof(ShapeTests),
        ["rich-text"] = typeof(FieldTypeTests),
        ["sub-table"] = typeof(PasteTests),
        ["tags"] = typeof(ShapeTests),
        ["yes-no"] = typeof(FieldTypeTests),
    };

    /// <summary>Files, departments and buttons bring tests of their own; a rollup takes no entry.</summary>
    private static readonly string[] Elsewhere = ["attachment", "button", "department", "image", "rollup", "signature"];

    [Fact]
    public void EveryType_HasACaseOfItsOwn()
    {
        var covered = FieldCase.All.Select(field => workspace.TypeOf("sample", field.Field)).Concat(OwnTests.Keys).Concat(Elsewhere);
        Assert.Empty(workspace.Types.Except(covered));
    }

    [Fact]
    public async Task EveryType_FilledByKeyboard_IsStored()
    {
        await using var window = await OpenAsync(New);
        var (page, keyboard) = (window.Page, window.Page.Keyboard);
        foreach (var field in FieldCase.All)
        {
            await page.FocusAsync(field.Box);
            await keyboard.TypeAsync(field.Typed);
            await keyboard.PressAsync("Tab");
            await Expect(page.Locator(field.Box)).ToHaveValueAsync(field.Shown);
        }

        await PressAsync(page, "#field-paid-no", "Space");
        await PressAsync(page, "#field-active", "Space");
        await PressAsync(page, "#field-stars-1", "Space", "ArrowRight", "ArrowRight");
        await page.FocusAsync("#field-story");
        await keyboard.TypeAsync("普通");
        await keyboard.PressAsync("Control+b");
        await keyboard.TypeAsync("粗体");
        await keyboard.PressAsync("Control+b");
        await keyboard.PressAsync("Enter");
        await keyboard.PressAsync("Control+Shift+8");
        await keyboard.TypeAsync("见手册");
        await PressAsync(page, "#field-story", "Shift+ArrowLeft", "Shift+ArrowLeft", "Control+k");
        await keyboard.TypeAsync("example.com/manual");
        await keyboard.PressAsync("Enter");
        await keyboard.PressAsync("Control+s");

        await Expect(page).ToHaveURLAsync(new Regex("/forms/sample/[0-9]+$"));
        await page.ReloadAsync();
        await window.CircuitStartedAsync();
        foreach (var field in FieldCase.All)
        {
            await Expect(page.Locator(field.Box)).ToHaveValueAsync(field.Shown);
        }

        await Expect(page.Locator("#field-paid-no")).ToBeCheckedAsync();
        await Expect(page.Locator("#field-active")).ToBeCheckedAsync();
        await Expect(page.Locator("#field-stars-3")).ToBeCheckedAsync();
        Assert.Equal("<p>普通<strong>粗体</strong></p><ul><li>见<a href=\"https://example.com/manual\">手册</a></li></ul>", await MarkupAsync(page));
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task EveryType_Pasted_IsReadLikeTyped()
    {
        await using var window = await OpenAsync(New);
        var page = window.Page;
        foreach (var field in FieldCase.All)
        {
            await PasteAsync(page, field.Box, field.Typed);
            await page.Keyboard.PressAsync("Tab");
            await Expect(page.Locator(field.Box)).ToHaveValueAsync(field.Shown);
        }

        await PasteMarkupAsync(page, "#field-story", "<h1 style='color:red' onclick='alert(1)'>标题</h1><p>文字<img src=x onerror='document.title=\"x\"'></p>");
        await Expect(page.Locator("#field-story h2")).ToHaveTextAsync("标题");
        await page.Keyboard.PressAsync("Tab");
        await page.FocusAsync("#field-name");
        await Expect(page.Locator("#field-story img")).ToHaveCountAsync(0);
        Assert.Equal("<h2>标题</h2><p>文字</p>", await MarkupAsync(page));
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task EveryType_WithAnInvalidValue_SaysSoAtItsPlaceAndTheOthersKeepTheirs()
    {
        await using var window = await OpenAsync(New);
        var page = window.Page;
        await PressAsync(page, "#field-paid-yes", "Space");
        await page.FillAsync("#field-name", "样例");
        foreach (var field in FieldCase.All.Where(field => field.Wrong is not null))
        {
            await page.FillAsync(field.Box, field.Wrong!);
            await page.Keyboard.PressAsync("Tab");
            await Expect(page.Locator(field.Error)).ToContainTextAsync(field.Complaint);
            await Expect(page.Locator(field.Box)).ToHaveAttributeAsync("aria-invalid", "true");
        }

        await PasteAsync(page, "#field-story", new string('长', 201));
        await page.Keyboard.PressAsync("Control+s");

        await Expect(page.Locator("#field-story-error")).ToContainTextAsync("最多允许 200 个");
        await Expect(page.Locator(".error-summary li")).ToHaveCountAsync(FieldCase.All.Count);
        foreach (var field in FieldCase.All.Where(field => field.Wrong is not null))
        {
            await Expect(page.Locator(".error-summary")).ToContainTextAsync(workspace.LabelOf("sample", field.Field));
        }

        foreach (var field in FieldCase.All.Where(field => field.Wrong is not null))
        {
            await Expect(page.Locator(field.Box)).ToHaveValueAsync(field.Wrong!);
        }

        await Expect(page.Locator("#field-name")).ToHaveValueAsync("样例");
        await Expect(page.Locator("#field-paid-yes")).ToBeCheckedAsync();
        await window.SaveScreenshotAsync("fields-wrong");
        await window.CheckAccessibilityAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task VeryLongText_Pasted_IsRefusedAndThePageGoesOn()
    {
        await using var window = await OpenAsync(New);
        var page = window.Page;
        await page.FillAsync("#field-name", "样例");
        await PasteAsync(page, "#field-remark", string.Concat(Enumerable.Repeat("一二三四五六七八九\n", 10_000)));
        await page.Keyboard.PressAsync("Tab");

        await Expect(page.Locator("#field-remark-error")).ToContainTextAsync("最多允许 50 个");
        await Expect(page.Locator("#field-name")).ToHaveValueAsync("样例");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task EveryType_OnEveryScreen_IsAccessibleAndFits()
    {
        var id = await workspace.AddFilledAsync("样例");
        await using var window = await OpenAsync($"/forms/sample/{id}");
        foreach (var (width, scheme) in Screens.All.Select(row => row.Data))
        {
            await window.Page.SetViewportSizeAsync(width, 812);
            await window.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await window.GoToAsync($"/forms/sample/{id}");
            await Expect(window.Page.Locator("#field-story h2")).ToHaveTextAsync("安装说明");
            await CheckAsync(window, $"fields-{width}-{scheme}");
            await window.GoToAsync("/forms/sample");
            await Expect(window.Page.Locator("tr[data-row]").First).ToBeVisibleAsync();
            await CheckAsync(window, $"fields-list-{width}-{scheme}");
        }

        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task List_FilteredByAnswerAndDay_FindsTheRecord()
    {
        await workspace.AddFilledAsync("要找到的");
        await using var window = await OpenAsync("/forms/sample?in.paid=false&from.at=2026-11-22&to.at=2026-11-22&q=要找到的");
        await Expect(window.Page.Locator("tr[data-row]")).ToHaveCountAsync(1);

        await window.GoToAsync("/forms/sample?in.paid=true&q=要找到的");
        await Expect(window.Page.Locator(".empty-state")).ToBeVisibleAsync();
        await window.GoToAsync("/forms/sample?to.at=2026-11-21&q=要找到的");
        await Expect(window.Page.Locator(".empty-state")).ToBeVisibleAsync();
    }

    private async Task<Window> OpenAsync(string address, int width = Screens.Desk, ColorScheme scheme = ColorScheme.Light)
    {
        var window = await browser.OpenSignedInAsync(width, scheme, workspace);
        await window.GoToAsync(address);
        await Expect(window.Page.Locator("h1")).ToBeVisibleAsync();
        return window;
    }

    private static async Task CheckAsync(Window window, string screenshot)
    {
        await window.SaveScreenshotAsync(screenshot);
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
    }

    private static async Task PressAsync(IPage page, string box, params string[] keys)
    {
        await page.FocusAsync(box);
        foreach (var key in keys)
        {
            await page.Keyboard.PressAsync(key);
        }
    }

    /// <summary>Through the browser's own clipboard, as Ctrl+V does it.</summary>
    private static async Task PasteAsync(IPage page, string box, string text)
    {
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);
        await page.FocusAsync(box);
        await page.Keyboard.PressAsync("Control+v");
    }

    /// <summary>As an event: the browser would clean what a page puts into its clipboard, but not what another program does.</summary>
    private static Task PasteMarkupAsync(IPage page, string box, string markup) => page.Locator(box).EvaluateAsync(
        """
        (box, markup) => {
          const data = new DataTransfer();
          data.setData('text/html', markup);
          box.focus();
          box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """,
        markup);

    private static Task<string> MarkupAsync(IPage page) => page.Locator("#field-story").EvaluateAsync<string>("area => area.innerHTML");
}
