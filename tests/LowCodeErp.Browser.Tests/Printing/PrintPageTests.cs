using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Printing;

public sealed class PrintPageTests(BrowserFixture browser)
{
    [Theory]
    [MemberData(nameof(Screens.All), MemberType = typeof(Screens))]
    public async Task Print_OnEveryScreen_IsAccessibleAndFits(int width, ColorScheme scheme)
    {
        var order = await browser.Records.AddOrderAsync(await browser.Records.AddCustomerAsync($"打印{width}{scheme}"));
        await using var window = await browser.OpenSignedInAsync(width, scheme);
        await window.GoToAsync($"/forms/order/{order}");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "打印", Exact = true }).ClickAsync();

        await Expect(window.Page.Locator(".print header")).ToContainTextAsync(new Regex("订单.*打印时间 20", RegexOptions.Singleline));
        await Expect(window.Page.Locator("table tbody")).ToContainTextAsync("120.00");
        await window.SaveScreenshotAsync($"print-{width}-{scheme}");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Print_OnPaper_HasNoButtonsAndRepeatsTheHeadings()
    {
        var order = await browser.Records.AddOrderAsync(await browser.Records.AddCustomerAsync("打印到纸上"));
        await using var window = await browser.OpenSignedInAsync();
        await window.GoToAsync($"/forms/order/{order}/print");
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "打印", Exact = true })).ToBeVisibleAsync();

        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "打印", Exact = true })).ToBeHiddenAsync();
        Assert.Equal("table-header-group", await window.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('thead')).display"));
        await window.SaveScreenshotAsync("print-paper");
    }
}
