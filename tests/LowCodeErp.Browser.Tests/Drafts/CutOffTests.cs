using System.Diagnostics;
using System.Globalization;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Drafts;

/// <summary>
/// Somebody types without a pause, and the server or the browser is killed: whatever was typed more than five seconds before is
/// offered again. Typing on must not postpone the keeping.
/// </summary>
public sealed class CutOffTests(BrowserFixture browser)
{
    private const string Administrator = "admin";
    private const string Password = "lowcode-demo";

    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TypingTime = TimeSpan.FromSeconds(8);

    [Theory]
    [InlineData("/forms/customer/new", "#field-remark", true)]
    [InlineData("/forms/customer/new", "#field-remark", false)]
    [InlineData("/forms/order/new", "#field-line-0-external-no", true)]
    [InlineData("/forms/order/new", "#field-line-0-external-no", false)]
    public async Task Typing_CutOffByAKill_LosesAtMostFiveSeconds(string form, string box, bool killsServer)
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        await using var own = await browser.LaunchAnotherAsync();
        await using var window = await browser.OpenAsync(address: server.Address, browser: own);
        await window.SignInAsync(Administrator, Password);
        await OpenAsync(window, form, box);

        var typed = await TypeAsync(window.Page, box);
        var killed = Stopwatch.GetTimestamp();
        await (killsServer ? server.KillAsync() : BrowserFixture.KillAsync(own));
        if (killsServer)
        {
            await server.StartAsync();
        }

        await using var again = await browser.OpenAsync(address: server.Address);
        await again.SignInAsync(Administrator, Password);
        await again.GoToAsync(form);
        await again.Page.ClickAsync("#continue-draft");
        await Expect(again.Page.Locator(box)).ToBeEnabledAsync();
        // A blank at the end of a text is not kept.
        var kept = await again.Page.InputValueAsync(box) + " ";
        var due = typed.Last(word => Stopwatch.GetElapsedTime(word.At, killed) > Promise);
        Assert.Contains(due.Text, kept, StringComparison.Ordinal);
        Assert.StartsWith(typed[0].Text, kept, StringComparison.Ordinal);
    }

    private static async Task OpenAsync(Window window, string form, string box)
    {
        await window.GoToAsync(form);
        if (box.Contains("-line-", StringComparison.Ordinal))
        {
            await window.Page.ClickAsync("#field-line-add");
        }

        await window.Page.ClickAsync(box);
        await Expect(window.Page.Locator(box)).ToBeFocusedAsync();
    }

    /// <summary>Numbers, one after another, each with the moment when it stood in the box.</summary>
    private static async Task<List<(string Text, long At)>> TypeAsync(IPage page, string box)
    {
        var (typed, started) = (new List<(string, long)>(), Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(started) < TypingTime)
        {
            var word = $"{typed.Count:000} ";
            await page.Keyboard.TypeAsync(word, new() { Delay = 40 });
            typed.Add((word, Stopwatch.GetTimestamp()));
        }

        await Expect(page.Locator(box)).ToHaveValueAsync(string.Concat(typed.Select(word => word.Item1)));
        return typed;
    }
}
