using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Organisations;

/// <summary>An administrator builds the company, somebody goes on leave, and then leaves for good (R111, R115).</summary>
public sealed class OrganisationStory(BrowserFixture browser)
{
    private const string Address = "/administration/organisation";

    [Theory]
    [InlineData(Screens.Desk, ColorScheme.Light)]
    [InlineData(Screens.Phone, ColorScheme.Dark)]
    public async Task Company_BuiltStaffedAndHandedOver_IsAsItWasMeant(int width, ColorScheme scheme)
    {
        await using var workspace = await OrganisationWorkspace.StartAsync();
        await using var window = await browser.OpenSignedInAsync(width, scheme, workspace);
        var page = window.Page;

        await window.GoToAsync(Address);
        await Expect(page.Locator(".departments .none")).ToBeVisibleAsync();
        await AddDepartmentAsync(page, "总公司");
        await page.ClickAsync(".department:has-text('总公司')");
        await AddDepartmentAsync(page, "财务部");
        await AddDepartmentAsync(page, "销售部");
        await MoveUpAsync(page, "销售部");
        await StaffAsync(page, OrganisationWorkspace.Leaver, "Head", "经理");
        await StaffAsync(page, OrganisationWorkspace.Successor, "Member", "");
        await Expect(page.Locator($"[data-member={OrganisationWorkspace.Successor}] .details")).ToHaveTextAsync("上级：lilei");
        await CheckAsync(window, $"organisation-{width}");

        await TakeLeaveAsync(workspace, width, scheme);
        await HandOverAsync(window, width);

        Assert.Equal(OrganisationWorkspace.Successor, await workspace.ReadOwnerAsync());
        var organisation = workspace.Organisation;
        var successor = organisation.Members.Single(member => member.UserName == OrganisationWorkspace.Successor).Id;
        Assert.Equal([successor], organisation.HeadsOf(organisation.Departments.Named("销售部").Single().Id));
        Assert.False(organisation.Members.Single(member => member.UserName == OrganisationWorkspace.Leaver).IsActive);
        Assert.Empty(window.Errors);
    }

    private static async Task AddDepartmentAsync(IPage page, string name)
    {
        await page.ClickAsync("[data-add-department]");
        await page.FillAsync("#department-name", name);
        await page.ClickAsync("#department-save");
        await Expect(page.Locator($".department:has-text('{name}')")).ToBeVisibleAsync();
    }

    /// <summary>By the keyboard alone.</summary>
    private static async Task MoveUpAsync(IPage page, string name)
    {
        await page.FocusAsync($".department:has-text('{name}')");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#chosen-department")).ToHaveTextAsync(name);
        await page.FocusAsync("[data-up]");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".departments ul ul .department span:first-child")).ToHaveTextAsync(["销售部", "财务部"]);
    }

    private static async Task StaffAsync(IPage page, string member, string role, string position)
    {
        await page.ClickAsync("[data-add-member]");
        await PickAsync(page, "#membership-member", member);
        await page.SelectOptionAsync("#membership-role", role);
        await page.FillAsync("#membership-position", position);
        await page.ClickAsync("#membership-save");
        await Expect(page.Locator($"[data-member={member}]")).ToBeVisibleAsync();
    }

    private async Task TakeLeaveAsync(OrganisationWorkspace workspace, int width, ColorScheme scheme)
    {
        await using var own = await browser.OpenAsync(width, scheme, workspace.Address);
        await own.SignInAsync(OrganisationWorkspace.Leaver, TemporaryWorkspace.Password);
        await own.Page.ClickAsync(".user-menu summary");
        await own.Page.ClickAsync(".user-menu a[href='account/absence']");
        await Expect(own.Page.Locator("h1")).ToHaveTextAsync("休假与代理");
        await own.Page.FillAsync("#absence-from", "2031-03-03");
        await own.Page.FillAsync("#absence-until", "2031-03-07");
        await PickAsync(own.Page, "#absence-substitute", OrganisationWorkspace.Successor);
        await own.Page.FillAsync("#absence-note", "年假");
        await own.Page.ClickAsync("#absence-save");
        await Expect(own.Page.Locator("[data-absence='2031-03-03']")).ToContainTextAsync("由 zhaoliu 代理。 年假");
        await CheckAsync(own, $"absence-{width}");

        await own.Page.GotoAsync(Address);
        await Expect(own.Page.Locator(".organisation")).ToHaveCountAsync(0);
        await Expect(own.Page.Locator("h1")).ToHaveTextAsync("您没有权限查看这个页面");
        Assert.Empty(own.Errors);
    }

    private static async Task HandOverAsync(Window window, int width)
    {
        await window.Page.ClickAsync($"[data-member={OrganisationWorkspace.Leaver}] [data-hand-over]");
        await Expect(window.Page.Locator("[data-section=records] dd")).ToHaveTextAsync(["客户 · 负责人1"]);
        await Expect(window.Page.Locator("[data-section=organisation] dd")).ToHaveTextAsync(["负责人：总公司/销售部1"]);
        await PickAsync(window.Page, "#successor", OrganisationWorkspace.Successor);
        await CheckAsync(window, $"hand-over-{width}");
        await window.Page.ClickAsync("#hand-over-start");
        await Expect(window.Page.Locator("[data-report] [data-section=records] dd")).ToHaveTextAsync(["客户1"]);
        await Expect(window.Page.Locator("[data-report]")).ToContainTextAsync("账号已停用。");
        await CheckAsync(window, $"handed-over-{width}");
        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.ClickAsync("[data-report] a[download]"));
        Assert.Contains("客户,1", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
    }

    private static async Task PickAsync(IPage page, string picker, string name)
    {
        await page.FillAsync(picker, name);
        await page.ClickAsync($"{picker}-list li:has-text('{name}')");
        await Expect(page.Locator(picker)).ToHaveValueAsync(name);
    }

    private static async Task CheckAsync(Window window, string screenshot)
    {
        await window.SaveScreenshotAsync(screenshot);
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
    }
}
