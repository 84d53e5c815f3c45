using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Browser.Tests.Layout;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Drafts;

/// <summary>A form that is published anew while somebody fills it in.</summary>
public sealed class PublishedAnewTests(BrowserFixture browser, LayoutWorkspace workspace) : IClassFixture<LayoutWorkspace>
{
    [Fact]
    public async Task Form_PublishedWhileItIsFilledIn_CarriesOverWhatStillHasAPlace()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/forms/account/new");
        await page.FillAsync("#field-name", "边填边发布");
        await page.GetByRole(AriaRole.Tab, new() { Name = "开票" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "税务" }).ClickAsync();
        await page.FillAsync("#field-bank", "招商银行");
        await page.FocusAsync("#field-tax-no");
        await page.Keyboard.TypeAsync("9133");

        await workspace.ChangeFormAsync("account", form => form.Replace("\"bank\"", "\"credit\"", StringComparison.Ordinal).Replace("开户行", "授信", StringComparison.Ordinal));

        await Expect(page.Locator(".draft-notice")).ToContainTextAsync(new Regex("“开户行”.*“招商银行”没有带过来"));
        await Expect(page.GetByRole(AriaRole.Tab, new() { Name = "开票" })).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(page.Locator("#field-tax-no")).ToHaveValueAsync("9133");
        await Expect(page.Locator("#field-credit")).ToHaveValueAsync("");
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("边填边发布");
        Assert.Empty(window.Errors);
    }
}
