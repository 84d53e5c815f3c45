using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Tiering;

/// <summary>The tiers of customers where people work with customers: on their page and in their list.</summary>
public sealed class CustomerTiersTests(BrowserFixture browser)
{
    [Theory]
    [MemberData(nameof(Screens.All), MemberType = typeof(Screens))]
    public async Task Tiers_AfterRuns_ShowOnThePageAndInTheList(int width, ColorScheme scheme)
    {
        await using var workspace = await TieringWorkspace.StartAsync(isFilled: true);
        await using var window = await browser.OpenSignedInAsync(width, scheme, workspace);
        var page = window.Page;

        // The list: tier and last change at a glance, found and grouped by.
        await window.GoToAsync("/forms/customer?where=" + Uri.EscapeDataString("[tier-move] <> \"first\"") + "&sort=tier");
        await Expect(page.Locator("td[data-label='RFM 等级'] .choice-cell").First).ToBeVisibleAsync();
        await Expect(page.Locator("td[data-label='等级变动'] .choice-cell").First).ToHaveTextAsync(new Regex("^(升级|降级)$"));
        await Expect(page.Locator("td[data-label='变动日期']").First).ToHaveTextAsync(new Regex("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));
        await CheckAsync(window, $"customer-tiers-list-{width}-{scheme}");

        // The page: the way there, and why.
        await page.Locator("[data-row-link]").First.ClickAsync();
        var trajectories = page.Locator(".tier-trajectory .model");
        await Expect(trajectories).ToHaveCountAsync(2);
        await Expect(page.Locator("#field-tier")).ToHaveTextAsync(new Regex("^[ABCD] "));
        await Expect(page.Locator("#field-suggestion")).Not.ToHaveTextAsync("");
        var rfm = page.Locator(".tier-trajectory [data-model=rfm]");
        await Expect(rfm.Locator(".now")).ToContainTextAsync(new Regex("从 [ABCD] (升|降)为 [ABCD]"));
        await Expect(rfm.Locator(".plot i")).ToHaveCountAsync(2);
        await rfm.Locator("summary").ClickAsync();
        await Expect(rfm.Locator("tbody tr")).ToHaveCountAsync(2);
        await page.Locator(".tier-trajectory").EvaluateAsync("element => scrollTo(0, element.getBoundingClientRect().top + scrollY - 80)");
        await window.SaveScreenshotAsync($"customer-tiers-trajectory-{width}-{scheme}", wholePage: false);
        await CheckAsync(window, $"customer-tiers-page-{width}-{scheme}");

        var name = await page.Locator("#field-name").InputValueAsync();
        await rfm.Locator(".now a").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync(name);
        await Expect(page.Locator("dialog .steps li").First).ToBeVisibleAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task List_GroupedByTier_CountsItsCustomers()
    {
        await using var workspace = await TieringWorkspace.StartAsync(isFilled: true);
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);

        await window.GoToAsync("/forms/customer?group=tier");

        await Expect(window.Page.Locator("body")).ToContainTextAsync(new Regex("A 重点客户"));
        await window.SaveScreenshotAsync("customer-tiers-grouped");
        Assert.Empty(window.Errors);
    }

    [Theory]
    [InlineData(Screens.Desk)]
    [InlineData(Screens.Phone)]
    public async Task Trajectory_BeforeARun_LeadsToTheRun(int width)
    {
        await using var workspace = await TieringWorkspace.StartAsync(isFilled: false);
        await using var window = await browser.OpenSignedInAsync(width, workspace: workspace);
        var page = window.Page;

        await window.GoToAsync("/forms/customer/new");
        await Expect(page.Locator(".tier-trajectory")).ToContainTextAsync("保存并运行分级后");
        await page.FillAsync("#field-name", "等级样例有限公司");
        await page.ClickAsync("[data-save]");
        await Expect(page).ToHaveURLAsync(new Regex("/forms/customer/[0-9]+$"));
        await Expect(page.Locator(".tier-trajectory [data-model=rfm]")).ToContainTextAsync("还没有分级");
        await CheckAsync(window, $"customer-tiers-none-{width}");
        var address = page.Url;

        await page.Locator(".tier-trajectory [data-model=rfm] a").ClickAsync();
        await page.ClickAsync("#run-tiers");
        await Expect(page.Locator(".said")).ToContainTextAsync("完成");
        await window.GoToAsync(new Uri(address).AbsolutePath);
        await Expect(page.Locator(".tier-trajectory [data-model=rfm] .now")).ToContainTextAsync("首次定级");
        await Expect(page.Locator("#field-tier")).ToHaveTextAsync("D 未下单");
        Assert.Empty(window.Errors);
    }

    /// <summary>At the end of the page, where the bar that stays at the edge of the screen covers nothing.</summary>
    private static async Task CheckAsync(Window window, string screenshot)
    {
        await window.SaveScreenshotAsync(screenshot);
        await window.Page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
    }
}
