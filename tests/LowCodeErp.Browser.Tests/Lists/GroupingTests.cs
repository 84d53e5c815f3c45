using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Lists;

public sealed class GroupingTests(BrowserFixture browser)
{
    [Theory]
    [MemberData(nameof(Screens.All), MemberType = typeof(Screens))]
    public async Task List_InGroups_LeadsToTheRecordsOfEach(int width, ColorScheme scheme)
    {
        var region = $"分组{width}{scheme}";
        await browser.Records.AddCustomerAsync("组里的甲", region);
        await browser.Records.AddCustomerAsync("组里的乙", region);
        await using var window = await browser.OpenSignedInAsync(width, scheme);
        await window.GoToAsync("/forms/customer?q=组里的");

        await window.Page.SelectOptionAsync("#list-group", "region");
        var group = window.Page.Locator(".group-table tbody tr", new() { HasText = region });
        await Expect(group).ToContainTextAsync(new Regex($"{region}\\s*2"));
        await window.SaveScreenshotAsync($"list-groups-{width}-{scheme}");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();

        await group.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(window.Page.Locator("tr[data-row]")).ToHaveCountAsync(2);
        await Expect(window.Page.Locator("#list-group")).ToHaveValueAsync("");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task NextAndPrevious_BesideARecord_ShowTheSamePagesAsCountingOff()
    {
        await using var window = await browser.OpenSignedInAsync();
        var page = window.Page;
        await window.GoToAsync("/forms/customer?sort=code&page=2");
        await Expect(page.Locator("tr[data-row]").First).ToBeVisibleAsync();
        var counted = await page.Locator("[data-row-link]").AllInnerTextsAsync();
        await window.GoToAsync("/forms/customer?sort=code");
        await Expect(page.Locator("tr[data-row]").First).ToBeVisibleAsync();
        var first = await page.Locator("[data-row-link]").AllInnerTextsAsync();

        await page.GetByLabel("下一页").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("after="));
        await Expect(page.Locator("[data-row-link]").First).ToHaveTextAsync(counted[0]);
        Assert.Equal(counted, await page.Locator("[data-row-link]").AllInnerTextsAsync());
        await page.GetByLabel("下一页").ClickAsync();
        await Expect(page.Locator(".pages")).ToContainTextAsync("3 /");
        // Only beside records that are there a page can begin.
        await Expect(page.Locator(".record-table")).ToHaveAttributeAsync("aria-busy", "false");
        await page.GetByLabel("上一页").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("before="));
        await Expect(page.Locator("[data-row-link]").First).ToHaveTextAsync(counted[0]);
        await page.GetByLabel("上一页").ClickAsync();
        await Expect(page.Locator("[data-row-link]").First).ToHaveTextAsync(first[0]);
    }
}
