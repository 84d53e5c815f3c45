using System.Text;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Studio;

/// <summary>A form is made of a spreadsheet, corrected, published and filled with its rows.</summary>
public sealed class SheetTests(BrowserFixture browser, DesignWorkspace workspace) : IClassFixture<DesignWorkspace>
{
    private const string Visits = """
        2026 年拜访记录,,,,,,
        拜访编号,拜访日期,方式,费用,联系手机,客户,登记日期
        007,2026年3月5日,上门,"¥1,200.00",13800138000,{0},46200
        008,2026/3/6,电话,0,13800138001,{1},46201
        009,2026-03-07,上门,¥85.5,13800138002,{0},46202
        010,20260308,电话,¥12,13800138003,{1},46203
        011,2026.3.9,上门,¥7,13800138004,{0},46204
        012,2026-03-10,电话,¥3,13800138005,{1},46205

        """;

    [Fact]
    public async Task Spreadsheet_SentAndCorrected_BecomesAPublishedFormWithItsRows()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await workspace.AddCustomersAsync("甲方公司", "乙方公司");
        await window.GoToAsync("/studio/customer-tiering");
        await SendAsync(page, "拜访记录.csv", Visits.Replace("{0}", "甲方公司", StringComparison.Ordinal).Replace("{1}", "乙方公司", StringComparison.Ordinal));

        await Expect(TypeOf(page, "拜访编号")).ToHaveValueAsync("text");
        await Expect(TypeOf(page, "拜访日期")).ToHaveValueAsync("date");
        await Expect(TypeOf(page, "方式")).ToHaveValueAsync("choice");
        await Expect(TypeOf(page, "费用")).ToHaveValueAsync("money");
        await Expect(TypeOf(page, "联系手机")).ToHaveValueAsync("phone");
        await Expect(TypeOf(page, "客户")).ToHaveValueAsync("reference");
        await Expect(TypeOf(page, "登记日期")).ToHaveValueAsync("date");
        await Expect(page.Locator("[data-column=方式] .evidence")).ToContainTextAsync("共 6 个值，2 种");
        await Expect(page.Locator("[data-code-column]")).ToHaveValueAsync("0");
        await window.CheckAccessibilityAsync();
        await window.SaveScreenshotAsync("sheet-columns-1280", wholePage: false);
        await page.ClickAsync("[data-add-form]");
        await Expect(page.Locator("[data-waiting]")).ToContainTextAsync("拜访记录.csv");
        await Expect(page.Locator("[data-field]")).ToHaveCountAsync(7);

        // Nothing is lost when the browser goes away in between.
        await window.GoToAsync("/studio");
        await window.GoToAsync("/studio/customer-tiering?form=bai-fang-ji-lu");
        await page.ClickAsync("[data-import-sheet]");
        await Expect(page.Locator("[data-confirm]")).ToBeEnabledAsync();
        await page.ClickAsync("[data-confirm]");
        await page.ClickAsync("dialog footer >> text=检查数据");
        await page.ClickAsync("dialog footer >> text=导入 6 行");
        await Expect(page.Locator("[data-count=created]")).ToHaveTextAsync("6");
        await page.ClickAsync("dialog footer >> text=关闭");
        await Expect(page.Locator("[data-waiting]")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-publish]")).ToBeDisabledAsync();

        await window.GoToAsync("/forms/bai-fang-ji-lu");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(6);
        await Expect(page.Locator("tbody")).ToContainTextAsync("007");
        await Expect(page.Locator("tbody")).ToContainTextAsync("甲方公司");
        await Expect(page.Locator("tbody")).ToContainTextAsync("2026-06-27");
        await Expect(page.Locator("tbody")).ToContainTextAsync("2026-07-02");
        Assert.Empty(window.Errors);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(375, ColorScheme.Light)]
    public async Task Columns_OnEveryScreen_AreAccessibleAndFitAndCancelled(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenSignedInAsync(width, scheme, workspace);
        await window.GoToAsync("/studio/customer-tiering");
        await SendAsync(window.Page, "价目表.csv", "品名,价格\n茶,12.5\n咖啡,三十\n" + string.Concat(Enumerable.Range(1, 60).Select(row => $"品{row},{row}.5\n")));

        await Expect(window.Page.Locator("[data-column=价格] .evidence")).ToContainTextAsync("第 3 行“三十”");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        await window.SaveScreenshotAsync($"sheet-columns-{width}-{scheme}", wholePage: false);
        await window.Page.Keyboard.PressAsync("Escape");

        await Expect(window.Page.Locator("dialog")).ToHaveCountAsync(0);
        await Expect(window.Page.Locator("[data-waiting]")).ToHaveCountAsync(0);
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Spreadsheets_WithoutRowsOrOfThreeHundredColumns_AreRefusedOrTaken()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering?form=product");
        await Designer.AddAsync(page, "颜色");
        var before = await page.Locator("[data-field]").CountAsync();
        await page.ClickAsync("[data-new-from-sheet]");
        foreach (var (name, content, problem) in ((string, byte[], string)[])[("空.csv", [], "是空的"), ("表头.csv", "名称,数量\n"u8.ToArray(), "没有数据。"), ("乱.csv", [0, 1], "既不是"), ("照片.xlsx", Picture, "照片.xlsx")])
        {
            await page.ChooseFilesAsync("dialog input[type=file]", new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
            await Expect(page.Locator("dialog [role=alert]")).ToContainTextAsync(problem);
        }

        await window.SaveScreenshotAsync("sheet-no-spreadsheet", wholePage: false);

        var columns = Enumerable.Range(1, 300).ToList();
        var wide = string.Join(',', columns.Select(column => $"第{column}列")) + "\n" + string.Concat(Enumerable.Range(1, 3).Select(row => string.Join(',', columns.Select(column => $"{row * column}")) + "\n"));
        await page.ChooseFilesAsync("dialog input[type=file]", new FilePayload { Name = "宽表.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(wide) });
        await Expect(page.Locator("[data-column]")).ToHaveCountAsync(300);
        await page.ClickAsync("[data-add-form]");
        await Expect(page.Locator("[data-field]")).ToHaveCountAsync(300);
        await Expect(page.Locator(".problems")).ToContainTextAsync("没有问题");
        await page.ClickAsync("[data-undo]");
        await Expect(page.Locator("[data-waiting]")).ToHaveCountAsync(0);
        await window.GoToAsync("/studio/customer-tiering?form=product");
        await Expect(page.Locator("[data-field]")).ToHaveCountAsync(before);
        await Expect(page.Locator("[data-publish]")).ToBeEnabledAsync();
        Assert.Empty(window.Errors);
    }

    /// <summary>The smallest picture there is: one dot.</summary>
    private static byte[] Picture => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private static ILocator TypeOf(IPage page, string column) => page.Locator($"[data-column={column}] .type select").First;

    private static async Task SendAsync(IPage page, string name, string text)
    {
        await page.ClickAsync("[data-new-from-sheet]");
        await page.ChooseFilesAsync("dialog input[type=file]", new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await Expect(page.Locator("[data-column]").First).ToBeVisibleAsync();
    }
}
