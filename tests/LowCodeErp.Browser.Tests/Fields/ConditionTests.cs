using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Fields;

/// <summary>Fields that come and go, become required and read-only while somebody types, on a desk and on a phone.</summary>
public sealed class ConditionTests(BrowserFixture browser, FieldWorkspace workspace) : IClassFixture<FieldWorkspace>
{
    [Theory]
    [InlineData(Screens.Desk)]
    [InlineData(Screens.Phone)]
    public async Task Conditions_WhileTyping_ShowRequireAndLockFields(int width)
    {
        await using var window = await browser.OpenSignedInAsync(width, workspace: workspace);
        var (page, keyboard) = (window.Page, window.Page.Keyboard);
        await window.GoToAsync("/forms/partner/new");
        await page.FillAsync("#field-name", "样例商行");
        await page.ClickAsync("#field-contact-add");
        await Expect(page.Locator("#field-contact-0-person")).ToBeFocusedAsync();
        await Expect(page.Locator("#field-tax-no, #field-contact-0-post")).ToHaveCountAsync(0);

        // The field comes below while the keyboard stays where it is, and those who do not see it are told.
        await page.FocusAsync("#field-kind");
        await keyboard.TypeAsync("企业");
        await Expect(page.Locator("#field-tax-no")).ToBeVisibleAsync();
        await Expect(page.Locator("#field-contact-0-post")).ToBeVisibleAsync();
        await Expect(page.Locator("#field-kind")).ToBeFocusedAsync();
        await Expect(page.Locator("#fields-coming-and-going")).ToHaveTextAsync("已显示字段：税号。");
        await Expect(page.Locator("#field-tax-no")).ToHaveAttributeAsync("aria-required", "true");

        await page.FillAsync("#field-credit", "200000");
        await keyboard.PressAsync("Tab");
        await Expect(page.Locator("#field-reason")).ToHaveAttributeAsync("aria-required", "true");
        await page.FillAsync("#field-approved", "通过");
        await keyboard.PressAsync("Tab");
        await Expect(page.Locator("#field-term")).ToBeDisabledAsync();
        await window.SaveScreenshotAsync($"conditions-shown-{width}");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();

        await page.FillAsync("#field-contact-0-person", "张三");
        await keyboard.PressAsync("Control+s");
        await Expect(page.Locator(".error-summary li")).ToHaveTextAsync([new Regex("税号"), new Regex("授信理由")]);
        await Expect(page.Locator("#field-tax-no")).ToBeFocusedAsync();
        await keyboard.TypeAsync("T1");
        await keyboard.PressAsync("Tab");

        // Hidden, it no longer keeps anybody from saving; and it is blank when it is shown again.
        await page.FillAsync("#field-kind", "个人");
        await Expect(page.Locator("#field-tax-no, #field-contact-0-post")).ToHaveCountAsync(0);
        await page.FillAsync("#field-reason", "老客户");
        await keyboard.PressAsync("Tab");
        await page.ClickAsync("[data-save]");
        await Expect(page).ToHaveURLAsync(new Regex("/forms/partner/[0-9]+$"));
        await page.ReloadAsync();
        await window.CircuitStartedAsync();
        await Expect(page.Locator("#field-term")).ToBeDisabledAsync();
        await page.FillAsync("#field-kind", "企业");
        await Expect(page.Locator("#field-tax-no")).ToHaveValueAsync("");
        Assert.Empty(window.Errors);
    }
}
