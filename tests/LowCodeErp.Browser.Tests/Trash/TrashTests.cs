using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Trash;

public sealed class TrashTests(BrowserFixture browser)
{
    [Theory]
    [MemberData(nameof(Screens.All), MemberType = typeof(Screens))]
    public async Task Trash_OnEveryScreen_IsAccessibleAndFits(int width, ColorScheme scheme)
    {
        var (first, second) = ($"删掉甲{width}{scheme}", $"删掉乙{width}{scheme}");
        await using var window = await browser.OpenSignedInAsync(width, scheme);
        await DeleteAsync(window, first);
        await DeleteAsync(window, second);

        await window.GoToAsync($"/forms/customer/trash?q={width}{scheme}");
        await Expect(window.Page.Locator(".trash li")).ToHaveCountAsync(2);
        await Expect(window.Page.Locator(".trash li").First).ToContainTextAsync(new Regex($"{second}.*王芳 删除于 20", RegexOptions.Singleline));
        await window.Page.Locator(".trash li input").First.CheckAsync();
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "彻底删除" })).ToBeVisibleAsync();
        await window.SaveScreenshotAsync($"trash-{width}-{scheme}");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();

        await window.Page.GetByRole(AriaRole.Link, new() { Name = first }).ClickAsync();
        await Expect(window.Page.Locator("#history-entries ol")).ToContainTextAsync("删除了这条数据");
        await window.SaveScreenshotAsync($"trash-record-{width}-{scheme}");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Restore_SeveralFromTheTrash_PutsThemBackIntoTheList()
    {
        await using var window = await browser.OpenSignedInAsync();
        await DeleteAsync(window, "恢复之一");
        await DeleteAsync(window, "恢复之二");
        await window.GoToAsync("/forms/customer");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "回收站" }).ClickAsync();
        await window.Page.FillAsync("#trash-search", "恢复之");
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window.Page.Locator(".trash li")).ToHaveCountAsync(2);

        await window.Page.Locator(".trash li input").Nth(0).CheckAsync();
        await window.Page.Locator(".trash li input").Nth(1).CheckAsync();
        await window.Page.Locator(".selection").GetByRole(AriaRole.Button, new() { Name = "恢复" }).ClickAsync();

        await Expect(window.Page.Locator(".empty-state")).ToContainTextAsync("没有符合条件的数据");
        await window.GoToAsync("/forms/customer?q=恢复之");
        await Expect(window.Page.Locator("tr[data-row]")).ToHaveCountAsync(2);
        await window.Page.Locator("[data-row-link]").First.ClickAsync();
        await window.Page.ClickAsync(".history .toggle");
        await Expect(window.Page.Locator("#history-entries > ol > li").First).ToContainTextAsync("恢复了这条数据");
    }

    [Fact]
    public async Task Purge_AfterTheQuestion_RemovesTheRecordForEver()
    {
        await using var window = await browser.OpenSignedInAsync();
        var id = await DeleteAsync(window, "彻底删掉的");
        await window.GoToAsync("/forms/customer/trash?q=彻底删掉的");
        await window.Page.Locator(".trash li input").CheckAsync();

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "彻底删除" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "彻底删除" }).ClickAsync();

        await Expect(window.Page.Locator(".empty-state")).ToContainTextAsync("没有符合条件的数据");
        await window.GoToAsync($"/forms/customer/trash/{id}");
        await Expect(window.Page.Locator(".empty-state")).ToContainTextAsync("回收站里没有这条数据");
    }

    private async Task<long> DeleteAsync(Window window, string name)
    {
        var id = await browser.Records.AddCustomerAsync(name, "华东");
        await window.GoToAsync($"/forms/customer/{id}");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "删除", Exact = true }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "删除" }).ClickAsync();
        await window.Page.WaitForURLAsync("**/forms/customer");
        return id;
    }
}
