using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Studio;

/// <summary>
/// An app loses the roles that it came with, is open to everybody then and gets its first role, by keyboard alone: sales people see and edit their own customers without the credit limit.
/// It is published, assigned, and somebody who has it looks at the list.
/// </summary>
public sealed class RoleStory(BrowserFixture browser, DesignWorkspace workspace) : IClassFixture<DesignWorkspace>
{
    private const string Seller = "xiaoli";

    [Fact]
    public async Task Role_FromNothing_IsMadePublishedAssignedAndHolds()
    {
        await workspace.AddMemberAsync(Seller);
        await workspace.AddCustomerOfAsync("李家的客户", Seller);
        await workspace.AddCustomersAsync("别人的客户");
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        await ChooseOwnerAsync(window);
        await MakeAsync(window);
        await PublishAsync(window);
        await AssignAsync(window);
        await AskWhyAsync(window);
        Assert.Empty(window.Errors);

        await using var phone = await browser.OpenSignedInAsync(375, ColorScheme.Dark, workspace);
        await LookOnPhoneAsync(phone);
        await ViewAsSellerAsync(1280);
        await ViewAsSellerAsync(375);
    }

    private static async Task ChooseOwnerAsync(Window window)
    {
        await window.GoToAsync("/studio/customer-tiering?form=customer");
        var owner = window.Page.Locator("#form-owner");
        await Expect(owner.Locator("option[value=owner]")).ToBeAttachedAsync();
        await ChooseByKeyAsync(owner, "ArrowDown", "owner");
    }

    private static async Task MakeAsync(Window window)
    {
        var page = window.Page;
        await RemoveRolesAsync(page);
        await PressAsync(page.Locator("[data-no-roles]"), "Enter");
        await Expect(page.Locator(".no-roles")).ToContainTextAsync("每个登录的成员都能查看和修改");
        await window.CheckAccessibilityAsync();
        await PressAsync(page.Locator(".tree [data-new-role]"), "Enter");
        await Expect(page.Locator("#role-title")).ToContainTextAsync("未命名角色");
        await page.Locator("#role-label").FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.InsertTextAsync("销售");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".tree [aria-current=page]")).ToHaveTextAsync(new Regex("销售"));
        await Expect(page.Locator("[data-tab=xiao-shou]")).ToBeVisibleAsync();

        var customer = page.Locator("[data-form=customer]");
        await PressAsync(customer.Locator("[data-add-grant]"), "Enter");
        await Expect(page.Locator("#grant-0-View")).ToBeCheckedAsync();
        await PressAsync(page.Locator("#grant-0-Edit"), "Space");
        await Expect(customer.Locator("[data-sentence]")).ToHaveTextAsync("查看、修改全部“客户”");
        await ChooseByKeyAsync(page.Locator("#grant-0-rows"), "ArrowDown", "Own");
        await Expect(customer).ToContainTextAsync("按“负责人”判断谁负责");
        await PressAsync(customer.Locator("[data-add-fields]"), "Enter");
        await page.Locator("#grant-0-fields-0-search").FocusAsync();
        await page.Keyboard.InsertTextAsync("额度");
        await Expect(customer.Locator(".offers label")).ToHaveCountAsync(1);
        await PressAsync(customer.Locator("[data-field=credit-limit]"), "Space");
        await Expect(customer.Locator("[data-sentence]")).ToHaveTextAsync("查看、修改自己负责的“客户”；看不到“信用额度”");

        await PressAsync(customer.Locator("[data-add-grant]"), "Enter");
        await ChooseByKeyAsync(page.Locator("#grant-1-effect"), "ArrowDown", "Deny");
        await ChooseByKeyAsync(page.Locator("#grant-1-rows"), "End", "Condition");
        await PressAsync(page.Locator("#grant-1-View"), "Space");
        await PressAsync(page.Locator("#grant-1-Export"), "Space");
        await Expect(page.Locator(".problems").First).ToContainTextAsync("没有写条件");
        await window.CheckAccessibilityAsync();
        await window.SaveScreenshotAsync("access-designer-1280", wholePage: false);
        await ChooseByKeyAsync(page.Locator("#grant-1-rows"), "Home", "All");
        await Expect(customer.Locator("[data-sentence]")).ToContainTextAsync("禁止导出全部“客户”");
        await Expect(page.Locator(".problems p").First).ToContainTextAsync("没有问题");
    }

    /// <summary>Those that the template brings.</summary>
    private static async Task RemoveRolesAsync(IPage page)
    {
        var roles = page.Locator("[data-roles] a");
        for (var left = await roles.CountAsync(); left > 0; left--)
        {
            await PressAsync(roles.First, "Enter");
            await PressAsync(page.Locator("[data-remove-role]"), "Enter");
            await Expect(roles).ToHaveCountAsync(left - 1);
        }
    }

    private static async Task PublishAsync(Window window)
    {
        var page = window.Page;
        await PressAsync(page.Locator("[data-publish]"), "Enter");
        await Expect(page.Locator("dialog")).ToContainTextAsync("新增角色“销售”");
        await Expect(page.Locator("dialog")).ToContainTextAsync("角色“销售”新增授权：查看、修改自己负责的“客户”；看不到“信用额度”");
        await Expect(page.Locator("dialog")).Not.ToContainTextAsync("credit-limit");
        await Expect(page.Locator("[data-confirm]")).ToBeEnabledAsync();
        await window.SaveScreenshotAsync("access-publish", wholePage: false);
        await PressAsync(page.Locator("[data-confirm]"), "Enter");
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
    }

    private static async Task AssignAsync(Window window)
    {
        var page = window.Page;
        await window.GoToAsync("/administration/roles");
        var role = page.Locator("[data-app=customer-tiering] [data-role=xiao-shou]");
        await PressAsync(role.Locator("[data-assign]"), "Enter");
        // The dialog takes the focus when it opens.
        await Expect(page.Locator("dialog :focus")).ToHaveCountAsync(1);
        await page.Locator("#assign-member").FocusAsync();
        await page.Keyboard.TypeAsync(Seller);
        await Expect(page.Locator("[role=option]")).ToHaveCountAsync(1);
        await window.CheckAccessibilityAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#assign-save")).ToBeEnabledAsync();
        await window.SaveScreenshotAsync("role-assign-1280", wholePage: false);
        await PressAsync(page.Locator("#assign-save"), "Enter");
        await Expect(role.Locator("[data-holder]")).ToContainTextAsync(Seller);
        await window.CheckAccessibilityAsync();
        await window.SaveScreenshotAsync("role-members-1280", wholePage: false);
    }

    /// <summary>Of the seller's own customer, and of the field that his role hides.</summary>
    private static async Task AskWhyAsync(Window window)
    {
        var page = window.Page;
        await window.GoToAsync("/forms/customer");
        await page.Locator("main").GetByText("李家的客户").First.ClickAsync();
        await Expect(page.Locator("[data-why]")).ToBeVisibleAsync();
        await window.SaveScreenshotAsync("record-why-1280", wholePage: false);
        await PressAsync(page.Locator("[data-why]"), "Enter");
        await Expect(page.Locator(".answer h2")).ToContainTextAsync("可以查看这条“客户”");
        await Expect(page.Locator(".answer")).ToContainTextAsync("是管理员");
        await page.Locator("#why-member").FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(Seller);
        await Expect(page.Locator("[role=option]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".answer")).ToContainTextAsync("角色“销售”：查看、修改自己负责的“客户”；看不到“信用额度”");
        await Expect(page.Locator(".answer")).ToHaveAttributeAsync("data-allowed", "True");
        await page.Locator("#why-field").SelectOptionAsync("credit-limit");
        await Expect(page.Locator(".answer")).ToHaveAttributeAsync("data-allowed", "False");
        await Expect(page.Locator(".answer li").First).ToContainTextAsync("决定结果");
        await Expect(page.Locator(".answer li").First).ToContainTextAsync("因此这条授权不给出该字段");
        await window.CheckAccessibilityAsync();
        await window.SaveScreenshotAsync("why-1280");
    }

    private static async Task LookOnPhoneAsync(Window window)
    {
        await window.GoToAsync("/administration/roles");
        await Expect(window.Page.Locator("[data-role=xiao-shou] [data-holder]")).ToBeVisibleAsync();
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        await window.SaveScreenshotAsync("role-members-375", wholePage: false);
        await window.GoToAsync("/administration/roles/why?form=customer");
        await Expect(window.Page.Locator(".answer h2")).ToContainTextAsync("可以查看“客户”");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        await window.SaveScreenshotAsync("why-375");
        await window.GoToAsync("/studio/customer-tiering?view=role&role=xiao-shou");
        await Expect(window.Page.Locator("[data-form=customer] [data-grant]")).ToHaveCountAsync(2);
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        await window.SaveScreenshotAsync("access-designer-375");
        Assert.Empty(window.Errors);
    }

    private async Task ViewAsSellerAsync(int width)
    {
        await using var window = await browser.OpenAsync(width, address: workspace.Address);
        await window.SignInAsync(Seller, TemporaryWorkspace.Password);
        await window.GoToAsync("/forms/customer");
        await Expect(window.Page.Locator("main")).ToContainTextAsync("李家的客户");
        await Expect(window.Page.Locator("main")).Not.ToContainTextAsync("别人的客户");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        await window.SaveScreenshotAsync($"access-seller-{width}", wholePage: false);
        await window.Page.Locator("main").GetByText("C00001").First.ClickAsync();
        await Expect(window.Page.Locator("main")).ToContainTextAsync("信用等级");
        await Expect(window.Page.Locator("main")).Not.ToContainTextAsync("信用额度");
        await window.GoToAsync("/administration/roles");
        await Expect(window.Page.Locator("[data-app]")).ToHaveCountAsync(0);
        Assert.Empty(window.Errors);
    }

    private static async Task PressAsync(ILocator element, string key)
    {
        await element.FocusAsync();
        await element.Page.Keyboard.PressAsync(key);
    }

    private static async Task ChooseByKeyAsync(ILocator list, string key, string value)
    {
        await PressAsync(list, key);
        await Expect(list).ToHaveValueAsync(value);
    }
}
