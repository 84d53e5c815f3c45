using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Forms;

/// <summary>Rows that were copied from a spreadsheet, pasted into the lines of a record.</summary>
public sealed class PasteTests(BrowserFixture browser, NorthwindWorkspace workspace) : IClassFixture<NorthwindWorkspace>
{
    private const string FirstCell = "#field-line-0-product";

    [Fact]
    public async Task Rows_PastedIntoACell_BecomeLinesWithWhatFollowsFromThem()
    {
        await using var window = await OpenAsync();
        var page = window.Page;
        await PasteAsync(page, FirstCell, "茶\t18\t2\t0.1\n\"茶\"\t2.5\t4\t0\n查无此物\t一元\t1\t0\n");

        await Expect(page.Locator(".sub-table tbody tr")).ToHaveCountAsync(3);
        await Expect(page.Locator(FirstCell)).ToHaveValueAsync("茶");
        await Expect(page.Locator("#field-line-0-amount")).ToContainTextAsync("32.4");
        await Expect(page.Locator("#field-line-1-amount")).ToContainTextAsync("10");
        await Expect(page.Locator("#field-total")).ToContainTextAsync("42.4");
        await Expect(page.Locator("#field-line-2-price-error")).ToContainTextAsync("不是数字");
        await Expect(page.Locator("#field-line-2-price")).ToHaveValueAsync("一元");
        await Expect(page.Locator(".sub-table-status")).ToContainTextAsync("已粘贴 3 行");
        await window.SaveScreenshotAsync("paste-rows");
        await window.CheckAccessibilityAsync();
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator(".error-summary li").First).ToBeVisibleAsync();
        await Expect(page.Locator("#field-line-2-product-error")).ToContainTextAsync("查无此物");
        Assert.Empty(window.Errors);
    }

    /// <summary>By the keyboard and by the button; what stood there before the paste is back, and what was added is gone.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rows_Pasted_AreUndoneInOneStep(bool byKeyboard)
    {
        await using var window = await OpenAsync();
        var page = window.Page;
        await page.FillAsync("#field-line-0-quantity", "7");
        await page.Keyboard.PressAsync("Tab");
        await PasteAsync(page, FirstCell, "茶\t18\t2\t0.1\n茶\t2.5\t4\t0\n茶\t1\t1\t0\n");
        await Expect(page.Locator(".sub-table tbody tr")).ToHaveCountAsync(3);
        await Expect(page.Locator("#field-line-0-quantity")).ToHaveValueAsync("2");
        await Expect(page.Locator("[data-undo-paste]")).ToBeVisibleAsync();
        await (byKeyboard ? page.Keyboard.PressAsync("Control+z") : page.ClickAsync("[data-undo-paste]"));

        await Expect(page.Locator(".sub-table tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator(FirstCell)).ToHaveValueAsync("");
        await Expect(page.Locator("#field-line-0-quantity")).ToHaveValueAsync("7");
        await Expect(page.Locator(FirstCell)).ToBeFocusedAsync();
        await Expect(page.Locator("[data-undo-paste]")).ToHaveCountAsync(0);
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Rows_ThousandPasted_ShowTheirProgressAndThePageAnswersMeanwhile()
    {
        await using var window = await OpenAsync();
        var page = window.Page;
        await page.EvaluateAsync(
            """
            () => {
              window.seenProgress = new Set();
              new MutationObserver(() => {
                const bar = document.querySelector('.sub-table-progress progress');
                bar && window.seenProgress.add(bar.value);
              }).observe(document.querySelector('.sub-table'), { subtree: true, childList: true, attributes: true });
            }
            """);
        await PasteAsync(page, FirstCell, string.Concat(Enumerable.Repeat("茶\t1\t1\t0\n", 1000)));
        await page.FillAsync("#field-number", "边画边填");
        await page.Keyboard.PressAsync("Tab");

        await Expect(page.Locator(".sub-table tbody tr")).ToHaveCountAsync(1000, new() { Timeout = 60_000 });
        await Expect(page.Locator(".sub-table-progress")).ToHaveCountAsync(0);
        await Expect(page.Locator("#field-number")).ToHaveValueAsync("边画边填");
        Assert.True(await page.EvaluateAsync<int>("window.seenProgress.size") > 5, "the lines came all at once");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Rows_AsManyAsARecordMayHave_AreTaken()
    {
        await using var window = await OpenAsync();
        var page = window.Page;
        await PasteAsync(page, FirstCell, string.Concat(Enumerable.Repeat("茶\t1\t1\t0\n", 1000)));

        await Expect(page.Locator("#field-total")).ToContainTextAsync("1,000", new() { Timeout = 60_000 });
        await Expect(page.Locator(".sub-table tbody tr")).ToHaveCountAsync(1000, new() { Timeout = 60_000 });
        Assert.Empty(window.Errors);
    }

    [Theory]
    [InlineData(10_000, "x\t1\t1\t0\n", "粘贴的内容有 10,000 行，这里最多允许 1,000 行")]
    [InlineData(100_000, "一行里有很长的文字，一共有十兆字节那么多，连接一次送不了这么多，所以不能送过去而要说清楚\t1\n", "粘贴的内容有 100,000 行，这里最多允许 1,000 行")]
    [InlineData(100, "很长的一行\t", "一次最多 300,000 个")]
    public async Task Rows_TooMany_AreRefusedWithTheLimitAndTheRemedyAndThePageGoesOn(int times, string row, string refusal)
    {
        await using var window = await OpenAsync();
        var page = window.Page;
        await page.FillAsync("#field-freight", "12");
        var text = row.EndsWith('\n') ? row : row + new string('长', 10_000);
        await PasteAsync(page, FirstCell, string.Concat(Enumerable.Repeat(text, times)));

        await Expect(page.Locator(".sub-table-refused")).ToContainTextAsync(refusal);
        await Expect(page.Locator(".sub-table-refused")).ToContainTextAsync("“导入”");
        await Expect(page.Locator(".sub-table tbody tr")).ToHaveCountAsync(1);
        await window.CheckAccessibilityAsync();
        await page.FillAsync("#field-line-0-quantity", "3");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#field-freight")).ToHaveValueAsync("USD 12.0000");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task TenMegabytes_IntoAnyBox_DoNotEndTheConnection()
    {
        await using var window = await OpenAsync();
        var page = window.Page;
        foreach (var box in new[] { "#field-number", "#field-customer", "#field-freight", FirstCell })
        {
            await PasteAsync(page, box, string.Concat(Enumerable.Repeat("十兆字节", 900_000)));
            await page.Keyboard.PressAsync("Tab");
        }

        await Expect(page.Locator("#field-number-error")).ToContainTextAsync("最多允许", new() { Timeout = 60_000 });
        await Expect(page.Locator("#field-freight-error")).ToBeVisibleAsync();
        await page.FillAsync("#field-freight", "1");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#field-freight-error")).ToHaveCountAsync(0);
        Assert.Empty(window.Errors);
    }

    private async Task<Window> OpenAsync()
    {
        var window = await browser.OpenSignedInAsync(workspace: workspace);
        await window.GoToAsync("/forms/order/new");
        var (add, leaveDrafts) = (window.Page.Locator("#field-line-add"), window.Page.Locator("#leave-drafts"));
        await Expect(add.Or(leaveDrafts).First).ToBeVisibleAsync();
        if (await leaveDrafts.IsVisibleAsync())
        {
            // The server ends the window of the test before in its own time, and then keeps what was pasted there.
            await leaveDrafts.ClickAsync();
        }

        await add.ClickAsync();
        await Expect(window.Page.Locator(FirstCell)).ToBeFocusedAsync();
        return window;
    }

    /// <summary>Through the browser's own clipboard, as Ctrl+V does it.</summary>
    private static async Task PasteAsync(IPage page, string box, string text)
    {
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);
        await page.FocusAsync(box);
        await page.Keyboard.PressAsync("Control+v");
    }
}
