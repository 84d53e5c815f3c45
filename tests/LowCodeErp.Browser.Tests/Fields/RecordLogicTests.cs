using System.Globalization;
using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Fields;

/// <summary>Defaults that follow, fields that a choice fills, options and records that depend on others, warnings to be confirmed, what is to be unique.</summary>
public sealed class RecordLogicTests(BrowserFixture browser, FieldWorkspace workspace) : IClassFixture<FieldWorkspace>
{
    [Theory]
    [InlineData(Screens.Desk)]
    [InlineData(Screens.Phone)]
    public async Task Record_FilledInByAPerson_FollowsTheLogicOfItsForm(int width)
    {
        var (company, sister, person) = ($"样例商行{width}", $"样例分行{width}", $"样例个人{width}");
        await workspace.AddPartnerAsync(company, $"企业{width}", 500m);
        await workspace.AddPartnerAsync(sister, $"企业{width}", 80m);
        await workspace.AddPartnerAsync(person, $"个人{width}", 20m);
        await using var window = await browser.OpenSignedInAsync(width, workspace: workspace);
        var (page, keyboard) = (window.Page, window.Page.Keyboard);
        await window.GoToAsync("/forms/quotation/new");

        // Defaults stand there at once, and follow what is typed until they are overwritten.
        var today = DateOnly.Parse(await page.InputValueAsync("#field-start"), CultureInfo.InvariantCulture);
        await Expect(page.Locator("#field-due")).ToHaveValueAsync($"{today.AddDays(7):yyyy-MM-dd}");
        await page.FillAsync("#field-start", "2026-03-01");
        await Expect(page.Locator("#field-due")).ToHaveValueAsync("2026-03-08");

        await page.FillAsync("#field-number", $"Q-{width}");
        await ChooseAsync(page, "partner", company);
        await Expect(page.Locator("#field-credit")).ToHaveValueAsync(new Regex("500"));

        // Only what suits is offered.
        await page.FocusAsync("#field-backup");
        await keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("#field-backup-list li")).ToHaveTextAsync([sister, company], new() { UseInnerText = true });
        await keyboard.PressAsync("Escape");
        await page.SelectOptionAsync("#field-province", "js");
        await Expect(page.Locator("#field-city option")).ToHaveTextAsync([new Regex(".*"), new Regex("南京")]);
        await page.SelectOptionAsync("#field-city", "nj");
        await page.SelectOptionAsync("#field-province", "zj");
        await Expect(page.Locator("#field-city-error")).ToContainTextAsync("不能选“南京”");
        await page.SelectOptionAsync("#field-city", "hz");
        await Expect(page.Locator("#field-city-error")).ToHaveCountAsync(0);

        await page.FillAsync("#field-amount", "50");
        await keyboard.PressAsync("Tab");
        await Expect(page.Locator("#field-amount-error")).ToContainTextAsync("低于 100 元");
        // What stands half below the bar at the top would count as too small for a thumb.
        await page.EvaluateAsync("scrollTo(0, 0)");
        await window.CheckAccessibilityAsync();
        await page.ClickAsync("[data-save]");
        await Expect(page.Locator(".rz-dialog li")).ToHaveTextAsync(["金额低于 100 元，请确认没有漏填。"]);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "返回修改" })).ToBeVisibleAsync();
        await window.SaveScreenshotAsync($"warning-asked-{width}", wholePage: false);
        await page.GetByRole(AriaRole.Button, new() { Name = "返回修改" }).ClickAsync();
        await Expect(page.Locator(".rz-dialog")).ToHaveCountAsync(0);
        await Expect(page).ToHaveURLAsync(new Regex("/new$"));

        await page.ClickAsync("[data-save]");
        await page.ClickAsync("[data-confirm]");
        await Expect(page).ToHaveURLAsync(new Regex("/forms/quotation/[0-9]+$"));
        await page.ClickAsync(".history .toggle");
        await Expect(page.Locator(".history .confirmed")).ToHaveTextAsync("已确认警告：金额低于 100 元，请确认没有漏填。");
        await window.SaveScreenshotAsync($"warning-confirmed-{width}");
        await window.ExpectNoSidewaysScrollAsync();

        // The same number in another spelling, and more than the customer is trusted with.
        await window.GoToAsync("/forms/quotation/new");
        await page.FillAsync("#field-number", $"q - {width}");
        await ChooseAsync(page, "partner", company);
        await page.FillAsync("#field-amount", "460");
        await page.ClickAsync("[data-save]");
        await Expect(page.Locator("#field-number-error")).ToContainTextAsync($"同一客户的单号不能重复：已有报价单“Q-{width}”。");
        await page.FillAsync("#field-number", $"R-{width}");
        await page.ClickAsync("[data-save]");
        await Expect(page.Locator(".error-summary li")).ToHaveTextAsync([new Regex("超过授信额度")]);
        await page.FillAsync("#field-amount", "450");
        await page.ClickAsync("[data-save]");
        await Expect(page).ToHaveURLAsync(new Regex("/forms/quotation/[0-9]+$"));
        Assert.Empty(window.Errors);
    }

    private static async Task ChooseAsync(IPage page, string field, string name)
    {
        await page.FillAsync($"#field-{field}", name);
        await Expect(page.Locator($"#field-{field}-list li")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator($"#field-{field}")).ToHaveValueAsync(name);
    }
}
