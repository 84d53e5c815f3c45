using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Studio;

/// <summary>The published versions of an app beside each other.</summary>
public sealed class VersionTests(BrowserFixture browser, DesignWorkspace workspace) : IClassFixture<DesignWorkspace>
{
    [Theory]
    [InlineData(Screens.Desk, ColorScheme.Dark)]
    [InlineData(Screens.Phone, ColorScheme.Light)]
    public async Task Versions_AnyTwo_AreComparedInWords(int width, ColorScheme scheme)
    {
        await workspace.ChangeFormAsync("order", form => form.Replace("\"订单", $"\"{width} 甲 订单", StringComparison.Ordinal));
        await workspace.ChangeFormAsync("product", form => form.Replace("\"产品", $"\"{width} 乙 产品", StringComparison.Ordinal));
        await using var window = await browser.OpenSignedInAsync(width, scheme, workspace);
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering/versions");
        var (from, differences) = (page.Locator("#compare-from"), page.Locator("[data-differences]"));
        // The second change was made of the template as it is shipped, and so took the first one back.
        await Expect(differences).ToContainTextAsync($"{width} 乙 产品");
        await Expect(differences).ToContainTextAsync($"{width} 甲 订单");

        var first = await from.Locator("option").Last.GetAttributeAsync("value");
        await from.SelectOptionAsync(first!);

        await Expect(differences).Not.ToContainTextAsync($"{width} 甲 订单");
        await Expect(differences).ToContainTextAsync($"{width} 乙 产品");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        await window.SaveScreenshotAsync($"versions-{width}-{scheme}", wholePage: false);
        await page.SelectOptionAsync("#compare-to", first!);
        await Expect(differences.Locator("li")).ToHaveCountAsync(0);
        Assert.Empty(window.Errors);
    }
}
