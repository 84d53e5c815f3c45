using System.Globalization;
using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.Specifications.ReferenceData;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Story;

/// <summary>A newcomer imports real orders in the browser, presses one button and sees every customer's tier, equal to the published answers.</summary>
public sealed class CustomerTieringStory(BrowserFixture browser)
{
    private const float Patience = 180_000;

    [Fact]
    public async Task RealOrders_ImportedAndTieredInTheBrowser_EqualThePublishedAnswers()
    {
        var customers = SharedData.PathOf("cn/超市_客户.csv");
        await using var workspace = await TieringWorkspace.StartAsync(isFilled: false);
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        window.Page.SetDefaultTimeout(Patience);

        await ImportAsync(window, "customer", customers, 790, ("code", "客户ID"), ("name", "客户名称"), ("segment", "细分"));
        await ImportAsync(window, "product", SharedData.PathOf("cn/超市_产品.csv"), 1955,
            ("code", "产品ID"), ("name", "产品名称"), ("category", "类别"), ("sub-category", "子类别"));
        await ImportAsync(window, "order", SharedData.PathOf("cn/超市_订单.csv"), 4985,
            ("order-no", "订单键"), ("customer", "客户ID"), ("order-date", "订单日期"), ("ship-date", "发货日期"), ("status", ""));
        await ImportAsync(window, "order/line", SharedData.PathOf("cn/超市_订单明细.csv"), 10000,
            ("order", "订单键"), ("product", "产品ID"), ("external-no", "行ID"), ("amount", "销售额"), ("quantity", "数量"), ("discount", "折扣"));

        await window.Page.GotoAsync("/tiering/rfm");
        await window.CircuitStartedAsync();
        await window.Page.FillAsync("#as-of", "2018-01-01");
        await window.Page.ClickAsync("#run-tiers");
        await Expect(window.Page.Locator(".said")).ToContainTextAsync("790", new() { Timeout = Patience });
        await Expect(window.Page.Locator(".results .rz-data-row").First).ToBeVisibleAsync();
        await window.SaveScreenshotAsync("story-tiers-1280");

        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.ClickAsync("#download-csv"));
        Compare(ReadRows(await download.PathAsync()), ReferenceSet.Read("superstore").Answers);
        Assert.Empty(window.Errors);
    }

    /// <param name="form">The form, and after a stroke the sub-table whose lines the file holds.</param>
    private static async Task ImportAsync(Window window, string form, string file, int rows, params (string Field, string Column)[] mapping)
    {
        var page = window.Page;
        var parts = form.Split('/');
        await page.GotoAsync($"/forms/{parts[0]}");
        await window.CircuitStartedAsync();
        await page.ClickAsync("[data-import]");
        await page.ChooseFilesAsync(".drop-zone input", file);
        await page.WaitForSelectorAsync(".fields");
        if (parts.Length > 1)
        {
            await page.SelectOptionAsync("[data-target]", "1");
            await page.WaitForSelectorAsync($"#column-{mapping[0].Field}");
        }

        foreach (var (field, column) in mapping)
        {
            await page.SelectOptionAsync($"#column-{field}", column);
        }

        await window.SaveScreenshotAsync($"story-import-{parts[^1]}-1280");
        await page.ClickAsync("text=检查数据");
        await Expect(page.Locator("[data-count=bad]")).ToHaveTextAsync("0", new() { Timeout = Patience });
        await page.ClickAsync("footer .lc-button-primary");
        await Expect(page.Locator(".verdict")).ToContainTextAsync("导入完成", new() { Timeout = Patience });
        await Expect(page.Locator("[data-count=created]")).ToHaveTextAsync(rows.ToString("N0", CultureInfo.InvariantCulture));
        await page.ClickAsync("footer .lc-button-primary");
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> ReadRows(string path)
    {
        using var file = File.OpenRead(path);
        using var reader = SpreadsheetReader.Open(file, "results.csv", SpreadsheetLimits.Default, new DiagnosticBag())!;
        var header = SheetHeader.Find(reader.ReadRows());
        return reader.ReadRows().Where(row => row.Number > header.RowNumber).ToDictionary(
            row => (string)row[0].Content!,
            IReadOnlyDictionary<string, string> (row) => header.Names.Select((name, index) => (name, index))
                .ToDictionary(column => column.name, column => Convert.ToString(row[column.index].Content, CultureInfo.InvariantCulture) ?? ""));
    }

    private static void Compare(
        Dictionary<string, IReadOnlyDictionary<string, string>> results, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> answers)
    {
        Assert.Equal(790, answers.Count);
        Assert.Equal(answers.Keys.Order(StringComparer.Ordinal), results.Keys.Order(StringComparer.Ordinal));
        var differences = answers.SelectMany(answer => Differ(answer.Key, results[answer.Key], answer.Value)).ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(20)));
    }

    private static IEnumerable<string> Differ(string code, IReadOnlyDictionary<string, string> result, IReadOnlyDictionary<string, string> answer)
    {
        (string Result, string Answer)[] columns =
            [("R", "r_q"), ("F", "f_q"), ("M", "m_q"), ("距今天数", "recency_days"), ("订单数", "orders"), ("金额", "total"), ("首次下单", "first_date"), ("最近下单", "last_date")];
        return columns.Where(column => !AreEqual(result[column.Result], answer[column.Answer]))
            .Select(column => $"{code} {column.Result}: {result[column.Result]}, expected {answer[column.Answer]}");
    }

    /// <summary>0.50 and 0.5 are the same amount; everything else is compared as written.</summary>
    private static bool AreEqual(string one, string other)
        => one == other
            || (decimal.TryParse(one, CultureInfo.InvariantCulture, out var number) && decimal.TryParse(other, CultureInfo.InvariantCulture, out var expected) && number == expected);
}
