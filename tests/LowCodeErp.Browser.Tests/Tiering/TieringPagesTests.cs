using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Tiering;

public sealed class TieringPagesTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(375, ColorScheme.Light)]
    public async Task Pages_OnEveryScreen_AreAccessibleAndFit(int width, ColorScheme scheme)
    {
        await using var workspace = await TieringWorkspace.StartAsync(isFilled: true);
        await using var window = await browser.OpenSignedInAsync(width, scheme, workspace);

        await window.Page.GotoAsync("/tiering");
        await window.CircuitStartedAsync();
        await Expect(window.Page.Locator(".tier-bar")).ToHaveCountAsync(2);
        await CheckAsync(window, $"tiering-{width}-{scheme}");
        foreach (var model in new[] { "rfm", "abc" })
        {
            await window.Page.GotoAsync($"/tiering/{model}");
            await window.CircuitStartedAsync();
            await window.Page.WaitForSelectorAsync(".results .rz-data-row");
            await CheckAsync(window, $"tiering-{model}-{width}-{scheme}");
        }

        await window.Page.ClickAsync(".explain >> nth=0");
        await window.Page.WaitForSelectorAsync("dialog[open] .steps li");
        await CheckAsync(window, $"tiering-explanation-{width}-{scheme}");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Results_FilteredAndSearched_AreReadFromTheServer()
    {
        await using var workspace = await TieringWorkspace.StartAsync(isFilled: true);
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        await window.Page.GotoAsync("/tiering/rfm");
        await window.CircuitStartedAsync();
        var rows = window.Page.Locator(".results .rz-data-row");
        await Expect(rows).ToHaveCountAsync(20);
        var name = await rows.First.Locator(".explain").InnerTextAsync();

        await window.Page.SelectOptionAsync("#tier-filter", "A");
        await Expect(rows.Locator("td:nth-child(2) .tier-badge:not(:text-is('A'))")).ToHaveCountAsync(0);
        await window.Page.SelectOptionAsync("#tier-filter", "");
        await window.Page.FillAsync("#tier-search", name);
        await window.Page.Keyboard.PressAsync("Enter");

        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows.Locator(".explain")).ToHaveTextAsync(name);
        await rows.Locator(".explain").ClickAsync();
        await window.Page.ClickAsync("dialog footer a");
        await Expect(window.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/forms/customer/[0-9]+"));
    }

    [Fact]
    public async Task DryRun_ShowsItsResult_AndStoresNothing()
    {
        await using var workspace = await TieringWorkspace.StartAsync(isFilled: true);
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        await window.Page.GotoAsync("/tiering/rfm");
        await window.CircuitStartedAsync();
        await Expect(window.Page.Locator(".runs li")).ToHaveCountAsync(2);

        await window.Page.FillAsync("#as-of", "2020-01-01");
        await window.Page.CheckAsync("#dry-run");
        await window.Page.ClickAsync("#run-tiers");

        await Expect(window.Page.Locator("[data-rehearsal]")).ToContainTextAsync("2020-01-01");
        await Expect(window.Page.Locator(".runs li")).ToHaveCountAsync(2);
    }

    private static async Task CheckAsync(Window window, string screenshot)
    {
        await window.SaveScreenshotAsync(screenshot);
        await window.CheckAccessibilityAsync();
        Assert.True(await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");
    }
}
