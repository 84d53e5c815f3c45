using System.Text;
using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Runtime.Spreadsheets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Importing;

public sealed class ImportDialogTests(BrowserFixture browser)
{
    private const string Products = "产品ID,产品名称,类别,单价\nX-1,墨盒,耗材,12.5\nX-2,,耗材,8\nX-3,支架,配件,不详\nX-4,鼠标,配件,59\n";

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(375, ColorScheme.Light)]
    public async Task Steps_OnEveryScreen_AreAccessibleAndFit(int width, ColorScheme scheme)
    {
        await using var workspace = await TieringWorkspace.StartAsync(isFilled: false);
        await using var window = await OpenAsync(workspace, width, scheme);

        await CheckAsync(window, $"import-1-file-{width}-{scheme}");
        await SendAsync(window, "产品.csv", Products);
        await Expect(window.Page.Locator("td.bad")).ToHaveCountAsync(2);
        await CheckAsync(window, $"import-2-columns-{width}-{scheme}");
        await window.Page.ClickAsync("text=检查数据");
        await Expect(window.Page.Locator("[data-count=bad]")).ToHaveTextAsync("2");
        await CheckAsync(window, $"import-3-check-{width}-{scheme}");
        await window.Page.CheckAsync("[data-skip]");
        await window.Page.ClickAsync("footer .lc-button-primary");
        await Expect(window.Page.Locator("[data-count=created]")).ToHaveTextAsync("2");
        await Expect(window.Page.Locator(".verdict")).ToContainTextAsync("跳过了 2 行");
        await CheckAsync(window, $"import-4-done-{width}-{scheme}");
        await window.Page.ClickAsync("footer .lc-button-primary");

        await Expect(window.Page.Locator("dialog")).ToHaveCountAsync(0);
        await Expect(window.Page.Locator(".page")).ToContainTextAsync("鼠标");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Errors_OfACheck_CanBeDownloadedWithTheirValues()
    {
        await using var workspace = await TieringWorkspace.StartAsync(isFilled: false);
        await using var window = await OpenAsync(workspace);
        await SendAsync(window, "产品.csv", Products);
        await window.Page.ClickAsync("text=检查数据");

        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.ClickAsync("text=下载清单"));

        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal("行,列,值,问题", lines[0].TrimStart('\uFEFF'));
        Assert.StartsWith("3,产品名称,,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("4,单价,不详,", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_AboveTheLimit_IsRefusedBeforeItIsSent()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.csv");
        await using var large = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite, 4096, FileOptions.DeleteOnClose);
        large.SetLength(SpreadsheetLimits.Default.MaximumBytes + 1);
        await using var workspace = await TieringWorkspace.StartAsync(isFilled: false);
        await using var window = await OpenAsync(workspace);

        await window.Page.ChooseFilesAsync(".drop-zone input", path);

        await Expect(window.Page.Locator("dialog .error-summary")).ToContainTextAsync("超过 200 MB 的上限");
        await Expect(window.Page.Locator(".drop-zone")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task File_ThatIsNoSpreadsheet_IsRefusedInWords()
    {
        await using var workspace = await TieringWorkspace.StartAsync(isFilled: false);
        await using var window = await OpenAsync(workspace);

        await SendAsync(window, "照片.xlsx", "\u0000\u0001\u0002 not a workbook");

        await Expect(window.Page.Locator("dialog .error-summary")).ToContainTextAsync("照片.xlsx");
        await Expect(window.Page.Locator(".drop-zone")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Closing_WhileACheckRuns_AsksFirst()
    {
        await using var workspace = await TieringWorkspace.StartAsync(isFilled: false);
        await using var window = await OpenAsync(workspace);
        await SendAsync(window, "产品.csv", Products);
        await using var writer = await workspace.HoldWriterAsync();

        await window.Page.ClickAsync("text=检查数据");
        await Expect(window.Page.Locator("dialog progress")).ToBeVisibleAsync();
        await window.Page.Keyboard.PressAsync("Escape");
        await Expect(window.Page.Locator("dialog .question")).ToContainTextAsync("不会保存任何数据");
        await window.Page.ClickAsync("text=停止并关闭");

        await Expect(window.Page.Locator("dialog")).ToHaveCountAsync(0);
        await Expect(window.Page.Locator("[data-import]")).ToBeFocusedAsync();
    }

    private async Task<Window> OpenAsync(TieringWorkspace workspace, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var window = await browser.OpenSignedInAsync(width, scheme, workspace);
        await window.Page.GotoAsync("/forms/product");
        await window.CircuitStartedAsync();
        await window.Page.ClickAsync("[data-import]");
        await window.Page.WaitForSelectorAsync("dialog[open]");
        return window;
    }

    private static Task SendAsync(Window window, string name, string content)
        => window.Page.ChooseFilesAsync(".drop-zone input", new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content) });

    private static async Task CheckAsync(Window window, string screenshot)
    {
        await window.SaveScreenshotAsync(screenshot);
        await window.CheckAccessibilityAsync();
        Assert.True(await window.Page.EvaluateAsync<bool>("document.querySelector('dialog .body').scrollWidth <= document.querySelector('dialog .body').clientWidth"),
            "The dialog scrolls sideways.");
    }
}
