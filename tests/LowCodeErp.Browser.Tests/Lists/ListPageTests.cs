using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Lists;

public sealed class ListPageTests(BrowserFixture browser)
{
    [Theory]
    [MemberData(nameof(Screens.All), MemberType = typeof(Screens))]
    public async Task List_OnEveryScreen_IsAccessibleAndFits(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenSignedInAsync(width, scheme);
        await window.GoToAsync("/forms/order");
        await Expect(Rows(window)).ToHaveCountAsync(20);
        await window.SaveScreenshotAsync($"list-{width}-{scheme}");
        await window.CheckAccessibilityAsync();

        await window.Page.ClickAsync(".list-toolbar button[aria-controls=list-filters]");
        await Expect(window.Page.Locator("#list-filters")).ToBeVisibleAsync();
        await window.SaveScreenshotAsync($"list-filters-{width}-{scheme}");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task List_FilteredSortedAndPaged_KeepsItsStateInTheAddress()
    {
        await using var window = await browser.OpenSignedInAsync();
        var page = window.Page;
        await window.GoToAsync("/forms/order");
        await page.ClickAsync("[aria-controls=list-filters]");
        await page.ClickAsync("#list-filters .options summary");
        await page.GetByLabel("已完成").CheckAsync();
        await Expect(page).ToHaveURLAsync(Pattern(@"\?in\.status=completed$"));
        await page.Keyboard.PressAsync("Escape");

        await page.ClickAsync("th a.sort:has-text('订单号')");
        await Expect(page.Locator("th[aria-sort=ascending]")).ToContainTextAsync("订单号");
        await Expect(page.Locator(".record-table")).ToHaveAttributeAsync("aria-busy", "false");
        var first = await FirstRow(window).InnerTextAsync();
        await page.GetByLabel("下一页").ClickAsync();
        await Expect(page).ToHaveURLAsync(Pattern("page=2"));
        await Expect(FirstRow(window)).Not.ToHaveTextAsync(first);

        await page.GoBackAsync();
        await Expect(FirstRow(window)).ToHaveTextAsync(first);
        await page.ReloadAsync();
        await window.CircuitStartedAsync();
        await Expect(FirstRow(window)).ToHaveTextAsync(first);
        await Expect(page.Locator("#list-filters .options summary")).ToContainTextAsync("已完成");
        Assert.DoesNotContain("已取消", await page.Locator(".record-table tbody").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_FilteredByReference_FindsTheRecordsOfThatOne()
    {
        var name = $"筛选客户{Guid.NewGuid():N}"[..12];
        await browser.Records.AddOrderAsync(await browser.Records.AddCustomerAsync(name));
        await using var window = await browser.OpenSignedInAsync();
        var page = window.Page;
        await window.GoToAsync("/forms/order");
        await page.ClickAsync("[aria-controls=list-filters]");

        await page.Locator("#filter-customer-pick").PressSequentiallyAsync(name);
        await page.GetByRole(AriaRole.Option, new() { Name = name }).ClickAsync();

        await Expect(Rows(window)).ToHaveCountAsync(1);
        await Expect(page).ToHaveURLAsync(Pattern(@"\?in\.customer=[0-9]+$"));
        await page.ReloadAsync();
        await window.CircuitStartedAsync();
        await Expect(page.Locator(".chip")).ToContainTextAsync(name);
    }

    [Fact]
    public async Task List_ByKeyboard_OpensTheRecordWithEnter()
    {
        await using var window = await browser.OpenSignedInAsync();
        await window.GoToAsync("/forms/product");
        var second = await Rows(window).Nth(1).Locator("td:nth-child(3)").InnerTextAsync();

        await Rows(window).First.Locator("[data-row-link]").FocusAsync();
        await window.Page.Keyboard.PressAsync("ArrowDown");
        await window.Page.Keyboard.PressAsync("Enter");

        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(second);
    }

    [Fact]
    public async Task List_WhenNothingMatches_OffersToClearTheFilters()
    {
        await using var window = await browser.OpenSignedInAsync();
        await window.GoToAsync("/forms/product");

        await window.Page.FillAsync("#list-search", "没有这样的产品");
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window.Page.Locator(".empty-state")).ToContainTextAsync("没有符合条件的数据");
        await window.SaveScreenshotAsync("list-nothing-found");
        await window.CheckAccessibilityAsync();
        await window.Page.ClickAsync(".empty-state a");

        await Expect(Rows(window)).Not.ToHaveCountAsync(0);
        await Expect(window.Page.Locator("#list-search")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Delete_OfTheSelected_AsksWithTheirNumberAndDeletes()
    {
        var name = $"待删{Guid.NewGuid():N}"[..10];
        await browser.Records.AddCustomerAsync(name + "甲");
        await browser.Records.AddCustomerAsync(name + "乙");
        await using var window = await browser.OpenSignedInAsync();
        await window.GoToAsync($"/forms/customer?q={name}");
        await Expect(Rows(window)).ToHaveCountAsync(2);

        await window.Page.GetByLabel("选择本页全部").CheckAsync();
        await window.Page.ClickAsync(".selection .lc-button-danger");
        var dialog = window.Page.GetByRole(AriaRole.Alertdialog);
        await Expect(dialog).ToContainTextAsync("2 条");
        await window.SaveScreenshotAsync("list-delete");
        await window.CheckAccessibilityAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "删除" }).ClickAsync();

        await Expect(window.Page.Locator(".empty-state")).ToContainTextAsync("没有符合条件的数据");
    }

    [Fact]
    public async Task Delete_OfARecordInUse_IsRefusedAndNamesIt()
    {
        var name = $"有订单{Guid.NewGuid():N}"[..10];
        await browser.Records.AddOrderAsync(await browser.Records.AddCustomerAsync(name));
        await using var window = await browser.OpenSignedInAsync();
        await window.GoToAsync($"/forms/customer?q={name}");

        await window.Page.GetByLabel($"选择 {name}").CheckAsync();
        await window.Page.ClickAsync(".selection .lc-button-danger");
        await window.Page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "删除" }).ClickAsync();

        await Expect(window.Page.Locator(".error-summary")).ToContainTextAsync($"{name}：不能删除");
        await Expect(Rows(window)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Columns_Chosen_AreShownAndKept()
    {
        await using var window = await browser.OpenSignedInAsync();
        await window.GoToAsync("/forms/product");
        await window.Page.ClickAsync(".column-chooser summary");

        await window.Page.Locator(".column-chooser").GetByLabel("类别", new() { Exact = true }).UncheckAsync();

        await Expect(window.Page.Locator("thead")).Not.ToContainTextAsync("类别类别");
        await Expect(window.Page).ToHaveURLAsync(Pattern("columns=code%2Cname%2Csub-category%2Cprice"));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Export_OfAFilteredList_HoldsWhatItFound(string format)
    {
        var name = $"导出{Guid.NewGuid():N}"[..10];
        await browser.Records.AddCustomerAsync(name);
        await using var window = await browser.OpenSignedInAsync();
        await window.GoToAsync($"/forms/customer?q={name}");
        await window.Page.ClickAsync(".export-menu summary");

        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.ClickAsync($".export-menu a[href*='.{format}']"));

        Assert.Matches($@"^客户-\d{{8}}-\d{{4}}\.{format}$", download.SuggestedFilename);
        var content = await File.ReadAllTextAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
        Assert.True(format == "csv" ? content.Contains(name, StringComparison.Ordinal) && content.Trim().Split('\n').Length == 2 : content.StartsWith("PK", StringComparison.Ordinal));
    }

    private static ILocator Rows(Window window) => window.Page.Locator("tr[data-row]");

    private static ILocator FirstRow(Window window) => Rows(window).First.Locator("[data-row-link]");

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
}
