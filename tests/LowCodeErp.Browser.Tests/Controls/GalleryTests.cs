using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Controls;

public sealed class GalleryTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(375, ColorScheme.Light)]
    public async Task Controls_OnEveryScreen_AreAccessible(int width, ColorScheme scheme)
    {
        await using var window = await OpenGalleryAsync(width, scheme);

        await window.SaveScreenshotAsync($"gallery-{width}-{scheme}");
        await window.CheckAccessibilityAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task ErrorSummary_WhenItAppears_TakesTheFocusAndLeadsToTheField()
    {
        await using var window = await OpenGalleryAsync();

        await window.Page.ClickAsync("#save");
        await Expect(window.Page.Locator(".error-summary")).ToBeFocusedAsync();
        await window.SaveScreenshotAsync("gallery-errors");
        await window.CheckAccessibilityAsync();
        await window.Page.ClickAsync("text=请填写客户名称。");

        await Expect(window.Page.Locator("#customer")).ToBeFocusedAsync();
        Assert.Equal("/test/gallery", new Uri(window.Page.Url).AbsolutePath);
    }

    [Fact]
    public async Task ProgressPanel_Cancelled_SaysSo()
    {
        await using var window = await OpenGalleryAsync();

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "取消" }).ClickAsync();

        await Expect(window.Page.Locator(".progress-panel [role=status]")).ToHaveTextAsync("已取消");
    }

    [Fact]
    public async Task RadzenControls_UnderTheContentPolicy_Work()
    {
        await using var window = await OpenGalleryAsync();

        await window.Page.ClickAsync(".rz-dropdown");
        await Expect(window.Page.Locator(".rz-dropdown-item >> text=B 级")).ToBeVisibleAsync();
        await window.SaveScreenshotAsync("gallery-dropdown", wholePage: false);
        await window.Page.ClickAsync(".rz-dropdown-item >> text=B 级");
        await Expect(window.Page.Locator(".rz-dropdown-label")).ToHaveTextAsync("B 级");
        await window.Page.ClickAsync(".rz-datepicker-trigger");
        await Expect(window.Page.Locator(".rz-calendar-view td >> text=18")).ToBeVisibleAsync();
        await window.SaveScreenshotAsync("gallery-datepicker", wholePage: false);
        await window.Page.ClickAsync(".rz-calendar-view td >> text=18");
        await Expect(window.Page.Locator("input[name=date]")).ToHaveValueAsync("2026-03-18");
        await window.Page.FillAsync("input[name=amount]", "88.25");
        await window.Page.ClickAsync("th:has-text('金额')");
        await Expect(window.Page.Locator(".rz-data-row td").First).ToContainTextAsync("SO-2026-0003");

        Assert.Empty(window.Errors);
    }

    private async Task<Window> OpenGalleryAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var window = await browser.OpenSignedInAsync(width, scheme);
        await window.Page.GotoAsync("/test/gallery");
        await window.CircuitStartedAsync();
        return window;
    }
}
