using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Browser.Tests.Studio;
using LowCodeErp.Web.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Sharing;

/// <summary>A salesman shares a customer with another one, who finds it on his phone; finance sees its telephone masked, wherever it stands (R110, R111).</summary>
public sealed class SharingStory(BrowserFixture browser, DesignWorkspace workspace) : IClassFixture<DesignWorkspace>
{
    private const string Owner = "xiaoli";
    private const string Colleague = "xiaowang";
    private const string Finance = "xiaoqian";
    private const string Customer = "李家的客户";
    private const string Phone = "13812345678";
    private const string Mask = "138****5678";

    [Fact]
    public async Task Customer_OfOneSalesman_IsSharedWithAnotherAndMaskedForFinance()
    {
        foreach (var (member, role) in new[] { (Owner, "sales"), (Colleague, "sales"), (Finance, "finance") })
        {
            await workspace.AddMemberAsync(member);
            await workspace.GiveRoleAsync(member, "customer-tiering", role);
        }

        var customer = await workspace.AddCustomerOfAsync(Customer, Owner, Phone);
        await ShareAsync(customer);
        await LookAsColleagueAsync(customer);
        await LookAsFinanceAsync(customer, 1280);
        await LookAsFinanceAsync(customer, 375);
    }

    private async Task ShareAsync(long customer)
    {
        await using var window = await OpenAsync(Owner, 1280);
        var page = window.Page;
        await window.GoToAsync($"/forms/customer/{customer}");
        await page.Locator("[data-share-record]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("dialog")).ToContainTextAsync("还没有共享给任何人");
        // The dialog takes the focus when it opens.
        await Expect(page.Locator("dialog :focus")).ToHaveCountAsync(1);
        await page.Locator("#share-member").FocusAsync();
        await page.Keyboard.TypeAsync(Finance);
        await Expect(page.Locator("[role=option]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#share-to-edit").CheckAsync();
        await Expect(page.Locator("#share-save")).ToBeEnabledAsync();
        await page.Locator("#share-save").ClickAsync();
        await Expect(page.Locator("dialog [data-share]")).ToContainTextAsync($"{Finance} · 查看和修改");
        await page.Locator("[data-take-back]").ClickAsync();
        await Expect(page.Locator("dialog [role=status]")).ToContainTextAsync($"已取消与“{Finance}”的共享");

        await page.Locator("#share-member").FocusAsync();
        await page.Keyboard.TypeAsync(Colleague);
        await Expect(page.Locator("[role=option]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#share-to-view").CheckAsync();
        await page.Locator("#share-save").ClickAsync();
        await Expect(page.Locator("dialog [data-share]")).ToContainTextAsync($"{Colleague} · 查看");
        await window.CheckAccessibilityAsync();
        await window.SaveScreenshotAsync("sharing-1280", wholePage: false);
        Assert.Empty(window.Errors);
    }

    private async Task LookAsColleagueAsync(long customer)
    {
        await using var window = await OpenAsync(Colleague, 375);
        await window.GoToAsync("/forms/customer");
        await Expect(window.Page.Locator("main")).ToContainTextAsync(Customer);
        await window.GoToAsync($"/forms/customer/{customer}");
        await Expect(window.Page.Locator("#field-phone")).ToHaveValueAsync(Phone);
        await Expect(window.Page.Locator("#save-record")).ToHaveCountAsync(0);
        await Expect(window.Page.Locator("[data-share-record]")).ToHaveCountAsync(0);
        Assert.Empty(window.Errors);
    }

    private async Task LookAsFinanceAsync(long customer, int width)
    {
        await using var window = await OpenAsync(Finance, width);
        await window.GoToAsync("/forms/customer?columns=name,phone");
        await Expect(window.Page.Locator("main [data-masked]")).ToBeVisibleAsync();
        await Expect(window.Page.Locator("main [data-masked]")).ToHaveTextAsync(Mask);
        await window.SaveScreenshotAsync($"masked-list-{width}", wholePage: false);
        await window.GoToAsync($"/forms/customer/{customer}");
        await Expect(window.Page.Locator("#field-phone")).ToHaveTextAsync(Mask);
        await window.Page.Locator(".history .toggle").ClickAsync();
        await Expect(window.Page.Locator("#history-entries")).ToContainTextAsync(Mask);
        await window.Page.Locator("[role=tab]", new() { HasText = "联系人" }).ClickAsync();
        await Expect(window.Page.Locator("#field-phone")).ToBeVisibleAsync();
        // Half behind the bar of the page's foot a target looks too small.
        await window.Page.EvaluateAsync("scrollTo(0, 0)");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        await window.SaveScreenshotAsync($"masked-record-{width}");
        Assert.DoesNotContain(Phone, await window.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(window.Errors);
    }

    private async Task<Window> OpenAsync(string member, int width)
    {
        var window = await browser.OpenAsync(width, address: workspace.Address);
        await window.SignInAsync(member, TemporaryWorkspace.Password);
        return window;
    }
}
