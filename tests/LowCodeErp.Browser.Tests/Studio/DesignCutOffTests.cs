using System.Diagnostics;
using System.Globalization;
using LowCodeErp.Browser.Tests.Formulas;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static LowCodeErp.Browser.Tests.Studio.Designer;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Studio;

/// <summary>
/// Somebody designs without a pause, and the server or the browser is killed, or the connection breaks: what was done more than five seconds
/// before is there again, and the work goes on from it.
/// </summary>
public sealed class DesignCutOffTests(BrowserFixture browser)
{
    private const string Administrator = "admin";
    private const string Password = "lowcode-demo";
    private const string Address = "/studio/customer-tiering?form=customer";
    private const string Label = "[data-field=remark] .label";

    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DesigningTime = TimeSpan.FromSeconds(12);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Edits_CutOffByAKill_LoseAtMostFiveSeconds(bool killsServer)
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        await using var own = await browser.LaunchAnotherAsync();
        await using var window = await OpenAsync(server, own);
        var edits = await RenameWithoutPauseAsync(window.Page);
        var killed = Stopwatch.GetTimestamp();
        await (killsServer ? server.KillAsync() : BrowserFixture.KillAsync(own));
        if (killsServer)
        {
            await server.StartAsync();
        }

        await using var again = await OpenAsync(server);
        var kept = (await again.Page.Locator(Label).TextContentAsync())!;
        var due = edits.Last(edit => Stopwatch.GetElapsedTime(edit.At, killed) > Promise);
        Assert.InRange(kept, due.Label, edits[^1].Label);
        await Expect(again.Page.Locator("[data-publish]")).ToBeEnabledAsync();
        await RenameAsync(again.Page, "继续");
        await again.Page.ClickAsync("[data-undo]");
        await Expect(again.Page.Locator(Label)).ToHaveTextAsync(kept);
    }

    [Fact]
    public async Task Server_StartedAnewMidEdit_PageSaysSoAndIsLoadedAnewWithTheDraft()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        await using var window = await OpenAsync(server);
        var (page, dialog) = (window.Page, window.Page.Locator("#components-reconnect-modal"));
        await RenameAsync(page, "断线之前");
        await server.DesignIsKeptAsync("断线之前");

        await server.KillAsync();
        await Expect(dialog).ToContainTextAsync("连接中断，正在重新连接");
        await server.StartAsync();
        await Expect(dialog.Locator(".rejected")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(dialog.Locator(".rejected")).ToContainTextAsync("修改会自动保留");
        await window.SaveScreenshotAsync("designer-server-anew", wholePage: false);
        await dialog.Locator("[data-reload]").ClickAsync();

        await Expect(page.Locator(Label)).ToHaveTextAsync("断线之前");
        await Expect(page.Locator("[data-publish]")).ToBeEnabledAsync();
    }

    [Fact]
    public async Task Connection_LostAndRestored_KeepsEditsAndTheirHistory()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        await using var window = await OpenAsync(server);
        var (page, dialog) = (window.Page, window.Page.Locator("#components-reconnect-modal"));
        var before = await page.Locator(Label).TextContentAsync();
        await RenameAsync(page, "断线之前");

        await page.EvaluateAsync("Blazor._internal.forceCloseConnection()");
        await Expect(dialog).ToContainTextAsync("正在重新连接");
        await Expect(dialog).ToBeHiddenAsync();
        await RenameAsync(page, "恢复之后");

        await page.ClickAsync("[data-undo]");
        await Expect(page.Locator(Label)).ToHaveTextAsync("断线之前");
        await page.ClickAsync("[data-undo]");
        await Expect(page.Locator(Label)).ToHaveTextAsync(before!);
    }

    /// <summary>A long help text or formula takes its time; nobody leaves the box meanwhile.</summary>
    [Theory]
    [InlineData("field-help", "写到一半的说明", "写到一半的说明")]
    [InlineData("field-visible-when", "[备注] = \"写到一半的公式", "写到一半的公式")]
    public async Task Text_OfABoxThatWasNeverLeft_IsThereAfterTheServerWasKilled(string box, string text, string kept)
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        await using var window = await OpenAsync(server);
        var page = window.Page;
        await RevealAsync(page, box);
        await page.FocusAsync($"#{box}");
        await page.Keyboard.InsertTextAsync(text);
        await server.DesignIsKeptAsync(kept);
        await Expect(page.Locator("[data-undo]")).ToBeDisabledAsync();

        await server.KillAsync();
        await server.StartAsync();

        await using var again = await OpenAsync(server);
        await RevealAsync(again.Page, box);
        await Expect(again.Page.Locator($"#{box}")).ToHaveValueAsync(text);
        await again.Page.FocusAsync($"#{box}");
        await again.Page.Keyboard.PressAsync("End");
        await again.Page.Keyboard.InsertTextAsync("。");
        await again.Page.Keyboard.PressAsync("Tab");
        await again.Page.ClickAsync("[data-undo]");
        await Expect(again.Page.Locator($"#{box}")).ToHaveValueAsync(text);
    }

    /// <summary>Views and settings hold on to changes until the page has taken them over; what is only being typed is none yet.</summary>
    [Fact]
    public async Task TextInAViewAndInSettings_ThatWasNeverLeft_IsKeptAndStillOneStep()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        await using var window = await OpenAsync(server);
        var page = window.Page;
        var before = await page.InputValueAsync("#setting-maximumLength");
        await TypeAsync(page, "setting-maximumLength", "777");
        await server.DesignIsKeptAsync("777");
        await Expect(page.Locator("[data-undo]")).ToBeDisabledAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.ClickAsync("[data-undo]");
        await Expect(page.Locator("#setting-maximumLength")).ToHaveValueAsync(before);

        await OpenViewsAsync(page);
        await page.ClickAsync("[data-add-view]");
        await TypeAsync(page, "view-0-label", "写到一半的视图");
        await server.DesignIsKeptAsync("写到一半的视图");
        await Expect(page.Locator("[data-views] strong")).Not.ToHaveTextAsync("写到一半的视图");
        await server.KillAsync();
        await server.StartAsync();

        await using var again = await OpenAsync(server);
        await OpenViewsAsync(again.Page);
        await Expect(again.Page.Locator("[data-views] strong")).ToHaveTextAsync("写到一半的视图");
    }

    /// <summary>In the place of what stands there, without leaving the box.</summary>
    private static async Task TypeAsync(IPage page, string box, string text)
    {
        await page.Locator($"#{box}").SelectTextAsync();
        await page.Keyboard.InsertTextAsync(text);
    }

    private static async Task OpenViewsAsync(IPage page)
    {
        await page.ClickAsync(".form-name");
        await page.ClickAsync("details:has([data-views]) summary");
    }

    /// <summary>Conditions are put together at first, and what has none is folded up.</summary>
    private static async Task RevealAsync(IPage page, string box)
    {
        if (box.EndsWith("-when", StringComparison.Ordinal))
        {
            await page.EvaluateAsync("document.querySelectorAll('.properties details').forEach(part => part.open = true)");
            await FormulaBoxes.OpenAsync(page, box);
        }
    }

    /// <summary>Signed in, with the field chosen whose name is changed.</summary>
    private async Task<Window> OpenAsync(ServerProcess server, IBrowser? own = null)
    {
        var window = await browser.OpenAsync(address: server.Address, browser: own);
        await window.SignInAsync(Administrator, Password);
        await window.GoToAsync(Address);
        await ChooseAsync(window.Page, "remark");
        return window;
    }

    /// <summary>Names with rising numbers, each with the moment when the canvas showed it.</summary>
    private static async Task<List<(string Label, long At)>> RenameWithoutPauseAsync(IPage page)
    {
        var (edits, started) = (new List<(string, long)>(), Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(started) < DesigningTime)
        {
            var label = string.Create(CultureInfo.InvariantCulture, $"备注 {edits.Count:0000}");
            await RenameAsync(page, label);
            edits.Add((label, Stopwatch.GetTimestamp()));
        }

        return edits;
    }
}
