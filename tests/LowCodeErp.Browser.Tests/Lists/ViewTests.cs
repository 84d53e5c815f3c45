using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Formulas;
using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Browser.Tests.Studio;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Lists;

/// <summary>Views of a list: one's own, and those that an administrator shares.</summary>
public sealed class ViewTests(BrowserFixture browser, ViewWorkspace workspace) : IClassFixture<ViewWorkspace>
{
    [Fact]
    public async Task PersonalView_WhoseFieldIsGone_SaysSoOnTheList()
    {
        await workspace.KeepViewAsync("third", new() { Key = "old", Label = new("旧视图"), Columns = [new() { Field = "name" }, new() { Field = "gone" }] });
        await using var window = await workspace.OpenAsync(browser, "third");

        await window.GoToAsync("/forms/customer?view=my.old");

        await Expect(window.Page.Locator("[data-view-problems]")).ToContainTextAsync("gone");
        await Expect(window.Page.Locator("tr[data-row]")).ToHaveCountAsync(3);
        await window.CheckAccessibilityAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task View_MadeByKeyboardAndShared_IsSeenByASecondMember()
    {
        await using (var window = await browser.OpenSignedInAsync(workspace: workspace))
        {
            var page = window.Page;
            await window.GoToAsync("/forms/customer");
            await page.FocusAsync("[data-view-design]");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator("dialog h2")).ToBeFocusedAsync();
            await page.FocusAsync("#view-label");
            await page.Keyboard.PressAsync("Control+a");
            await page.Keyboard.TypeAsync("华东客户");
            await FormulaBoxes.OpenAsync(page, "view-where");
            await page.Keyboard.TypeAsync("CONTAINS([name], \"华东\")");
            await page.FocusAsync("[data-add-colour]");
            await page.Keyboard.PressAsync("Enter");
            await FormulaBoxes.OpenAsync(page, "view-colour-0-when");
            await page.Keyboard.TypeAsync("CONTAINS([name], \"二\")");
            await page.Keyboard.PressAsync("Tab");
            await page.FocusAsync("#view-columns");
            await page.Locator("#view-columns").SelectOptionAsync(["name"]);
            await Expect(page.Locator(".view-editor .problem")).ToHaveCountAsync(0);
            await window.CheckAccessibilityAsync();
            await window.SaveScreenshotAsync("view-dialog-1280", wholePage: false);
            await page.FocusAsync("[data-view-share]");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page).ToHaveURLAsync(new Regex("view=hua-dong-ke-hu$"));
            await Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(2);
            await Expect(page.Locator("tr[data-tone=warning]")).ToContainTextAsync("注意");
            var exported = await page.EvaluateAsync<string>("() => fetch('/api/export/customer.csv?view=hua-dong-ke-hu').then(answer => answer.text())");
            Assert.Equal(["客户名称", "华东一", "华东二"], exported.TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            Assert.Empty(window.Errors);
        }

        await using var second = await workspace.OpenAsync(browser, "second");
        await second.GoToAsync("/forms/customer");
        await second.Page.ClickAsync("[data-view=hua-dong-ke-hu]");
        await Expect(second.Page.Locator("tr[data-row]")).ToHaveCountAsync(2);
        await Expect(second.Page.Locator("[aria-current=page][data-view=hua-dong-ke-hu]")).ToBeVisibleAsync();

        // What was looked at last is shown again.
        await second.GoToAsync("/forms/customer");
        await Expect(second.Page).ToHaveURLAsync(new Regex("view=hua-dong-ke-hu$"));
        Assert.Empty(second.Errors);
    }

    [Fact]
    public async Task View_OfAMember_IsUnseenByOthersChangedResetAndRemoved()
    {
        await using (var own = await workspace.OpenAsync(browser, "third"))
        {
            var page = own.Page;
            await own.GoToAsync("/forms/customer?has.name=%E5%8D%8E%E5%8D%97");
            await Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(1);
            await page.ClickAsync("[data-view-design]");
            await Expect(page.Locator("[data-view-share]")).ToHaveCountAsync(0);
            await page.FillAsync("#view-label", "我的华南");
            await page.ClickAsync("[data-view-save]");
            await Expect(page).ToHaveURLAsync(new Regex(@"view=my\.wo-de-hua-nan$"));
            await Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(1);

            await page.ClickAsync("th a.sort >> nth=0");
            await Expect(page).ToHaveURLAsync(new Regex("changed=my"));
            await page.ClickAsync("[data-view-reset]");
            await Expect(page).ToHaveURLAsync(new Regex(@"\?view=my\.wo-de-hua-nan$"));
            Assert.Empty(own.Errors);
        }

        await using (var other = await browser.OpenSignedInAsync(workspace: workspace))
        {
            await other.GoToAsync("/forms/customer?view=");
            await Expect(other.Page.Locator("tr[data-row]")).ToHaveCountAsync(3);
            await Expect(other.Page.Locator("[data-view^='my.']")).ToHaveCountAsync(0);
        }

        await using var again = await workspace.OpenAsync(browser, "third");
        await again.GoToAsync("/forms/customer");
        await Expect(again.Page).ToHaveURLAsync(new Regex(@"view=my\.wo-de-hua-nan$"));
        await again.Page.ClickAsync("[data-view-design]");
        await again.Page.ClickAsync("[data-view-remove]");
        await again.Page.ClickAsync("[data-view-remove]");
        await Expect(again.Page.Locator("[data-view='my.wo-de-hua-nan']")).ToHaveCountAsync(0);
        await Expect(again.Page.Locator("tr[data-row]")).ToHaveCountAsync(3);
        Assert.Empty(again.Errors);
    }

    [Fact]
    public async Task View_WithAMistake_IsNotKeptAndSaysWhatIsWrong()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        await window.GoToAsync("/forms/customer?view=");
        await window.Page.ClickAsync("[data-view-design]");
        await FormulaBoxes.OpenAsync(window.Page, "view-where");
        await window.Page.FillAsync("#view-where", "[没有] > 1");
        await window.Page.ClickAsync("[data-view-save]");

        await Expect(window.Page.Locator(".view-editor .problem")).ToContainTextAsync("没有");
        await Expect(window.Page.Locator("dialog")).ToBeVisibleAsync();
        Assert.Empty(window.Errors);
    }

    [Theory]
    [MemberData(nameof(Screens.All), MemberType = typeof(Screens))]
    public async Task View_WithColours_IsAccessibleOnEveryScreen(int width, ColorScheme scheme)
    {
        await workspace.ShareColoursAsync();
        await using var window = await browser.OpenSignedInAsync(width, scheme, workspace);
        await window.GoToAsync("/forms/customer?view=colours");
        await Expect(window.Page.Locator("tr[data-tone=danger]")).ToHaveCountAsync(1);
        await Expect(window.Page.Locator("td[data-tone=info]")).ToHaveCountAsync(2);
        await window.CheckAccessibilityAsync();
        await window.SaveScreenshotAsync($"view-colours-{width}-{scheme}");
        await window.Page.ClickAsync("[data-view-design]");
        await Expect(window.Page.Locator("#view-label")).ToHaveValueAsync("颜色");
        await window.CheckAccessibilityAsync();
        await window.SaveScreenshotAsync($"view-dialog-{width}-{scheme}", wholePage: false);
        await window.ExpectNoSidewaysScrollAsync();
        Assert.Empty(window.Errors);
    }
}
