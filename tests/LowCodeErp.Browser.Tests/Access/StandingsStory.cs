using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Browser.Tests.Studio;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Access;

/// <summary>What an auditor and somebody who administers one app are shown, and what not, on the desk and on the phone (R110, decision 0043).</summary>
public sealed class StandingsStory(BrowserFixture browser, DesignWorkspace workspace) : IClassFixture<DesignWorkspace>
{
    private const string App = "customer-tiering";
    private const string Customer = "别人的客户";

    private static int _customers;

    [Theory]
    [InlineData(Screens.Desk)]
    [InlineData(Screens.Phone)]
    public async Task Auditor_OnEveryPage_SeesEverythingAndIsOfferedNothingToChange(int width)
    {
        var (member, customer) = await PrepareAsync($"auditor-{width}", "", RoleAssignment.Auditor);
        await workspace.KeepDraftAsync(member, "customer", customer);
        await using var window = await OpenAsync(member, width);
        var page = window.Page;

        await Expect(Menu(page, "administration/audit")).ToHaveCountAsync(1);
        await Expect(Menu(page, "administration/organisation")).ToHaveCountAsync(1);
        await Expect(Menu(page, "administration/roles")).ToHaveCountAsync(1);
        await ExpectClosedAsync(window, "administration/members", "studio");

        await window.GoToAsync("/forms/customer");
        await Expect(page.Locator("main")).ToContainTextAsync(Customer);
        await Expect(page.Locator(".export-menu")).ToHaveCountAsync(1);
        await Expect(page.Locator("main a[href$='/new'], [data-import]")).ToHaveCountAsync(0);
        await CheckAsync(window, $"auditor-list-{width}");

        await window.GoToAsync($"/forms/customer/{customer}");
        await Expect(page.Locator("main")).ToContainTextAsync("客户名称");
        await Expect(page.Locator(".comments")).ToBeVisibleAsync();
        await Expect(page.Locator("#save-record, [data-share-record], #new-comment, .draft-notice")).ToHaveCountAsync(0);
        await Expect(page.Locator("input#field-name:not([readonly]):not([disabled])")).ToHaveCountAsync(0);
        await CheckAsync(window, $"auditor-record-{width}");

        await window.GoToAsync("/administration/roles");
        await Expect(page.Locator($"[data-app={App}]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-assign], [data-take-back]")).ToHaveCountAsync(0);
        await CheckAsync(window, $"auditor-roles-{width}");

        await window.GoToAsync("/administration/organisation");
        await Expect(page.Locator("#chosen-department")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-add-department], [data-add-member]")).ToHaveCountAsync(0);
        await CheckAsync(window, $"auditor-organisation-{width}");

        await window.GoToAsync($"/administration/audit?kind=AccessChange&words={member}");
        await Expect(page.Locator("[data-kind=AccessChange]").First).ToContainTextAsync("审计员");
        await Expect(page.Locator("[data-kind=AccessChange]").First).ToContainTextAsync(member);
        await CheckAsync(window, $"auditor-audit-{width}");
        Assert.Empty(window.Errors);
    }

    [Theory]
    [InlineData(Screens.Desk)]
    [InlineData(Screens.Phone)]
    public async Task AppAdministrator_OnEveryPage_DesignsAndAssignsHisAppAndNothingElse(int width)
    {
        var (member, customer) = await PrepareAsync($"designer-{width}", App, RoleAssignment.AppAdministrator);
        await using var window = await OpenAsync(member, width);
        var page = window.Page;

        await Expect(Menu(page, "administration/roles")).ToHaveCountAsync(1);
        await Expect(Menu(page, "studio")).ToHaveCountAsync(1);
        await ExpectClosedAsync(window, "administration/members", "administration/organisation", "administration/audit");

        await window.GoToAsync("/forms/customer");
        await Expect(page.Locator("main")).ToContainTextAsync(Customer);
        await Expect(page.Locator("main [data-import]")).ToHaveCountAsync(1);
        await CheckAsync(window, $"app-administrator-list-{width}");
        await window.GoToAsync($"/forms/customer/{customer}");
        await Expect(page.Locator("#save-record")).ToHaveCountAsync(1);
        await Expect(page.Locator("[data-share-record]")).ToHaveCountAsync(1);
        await CheckAsync(window, $"app-administrator-record-{width}");

        await window.GoToAsync("/administration/roles");
        await Expect(page.Locator($"[data-app={App}] [data-assign]").First).ToBeVisibleAsync();
        await Expect(page.Locator("[data-app='']")).ToHaveCountAsync(0);
        await CheckAsync(window, $"app-administrator-roles-{width}");

        await window.GoToAsync("/studio");
        await Expect(page.Locator("ul.apps li")).ToHaveCountAsync(1);
        await Expect(page.Locator("[data-templates], [data-import]")).ToHaveCountAsync(0);
        await CheckAsync(window, $"app-administrator-studio-{width}");
        await window.GoToAsync($"/studio/{App}");
        await Expect(page.Locator("[data-publish]")).ToHaveCountAsync(1);
        await CheckAsync(window, $"app-administrator-design-{width}");
        Assert.Empty(window.Errors);
    }

    private async Task<(string Member, long Customer)> PrepareAsync(string member, string app, string role)
    {
        await workspace.AddMemberAsync(member);
        await workspace.AddMemberAsync(OwnerOf(member));
        var customer = await workspace.AddCustomerOfAsync($"{Customer} {member}", OwnerOf(member), $"138{Interlocked.Increment(ref _customers):00000000}");
        await workspace.GiveRoleAsync(member, app, role);
        return (member, customer);
    }

    /// <summary>A name that is not found by the other.</summary>
    private static string OwnerOf(string member) => member.Replace('-', '.') + ".owner";

    private static ILocator Menu(IPage page, string address) => page.Locator($"nav a[href='{address}']");

    /// <summary>Neither in the menu nor by their address.</summary>
    private static async Task ExpectClosedAsync(Window window, params string[] addresses)
    {
        var home = window.Page.Url;
        foreach (var address in addresses)
        {
            await Expect(Menu(window.Page, address)).ToHaveCountAsync(0);
            await window.Page.GotoAsync($"/{address}");
            await Expect(window.Page.Locator("body")).ToContainTextAsync("没有权限");
            await window.Page.GotoAsync(home);
            await window.CircuitStartedAsync();
        }
    }

    private async Task<Window> OpenAsync(string member, int width)
    {
        var window = await browser.OpenAsync(width, address: workspace.Address);
        await window.SignInAsync(member, TemporaryWorkspace.Password);
        return window;
    }

    private static async Task CheckAsync(Window window, string screenshot)
    {
        await window.SaveScreenshotAsync(screenshot);
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
    }
}
