using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Drafts;

/// <summary>What is typed is kept without leaving the box, and survives the end of the server.</summary>
public sealed class KilledServerTests(BrowserFixture browser)
{
    private const string Administrator = "admin";
    private const string Password = "lowcode-demo";

    [Fact]
    public async Task Form_ServerKilledWhileTyping_OffersTheDraftWhenItIsBack()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        await using var window = await browser.OpenAsync(address: server.Address);
        await window.SignInAsync(Administrator, Password);
        var page = window.Page;
        await window.GoToAsync("/forms/customer/new");
        await page.FillAsync("#field-name", "没有保存的客户");
        await page.FocusAsync("#field-remark");
        await page.Keyboard.TypeAsync("还在写备注，没有离开输入框");
        await server.DraftIsKeptAsync("还在写备注，没有离开输入框");

        await server.KillAsync();
        await server.StartAsync();
        await window.GoToAsync("/forms/customer/new");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("的草稿，还没有保存");
        await Expect(page.Locator("#field-name")).ToBeDisabledAsync();
        await window.SaveScreenshotAsync("draft-offer");
        await window.CheckAccessibilityAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "继续填写" }).ClickAsync();

        await Expect(page.Locator("#field-name")).ToHaveValueAsync("没有保存的客户");
        await Expect(page.Locator("#field-remark")).ToHaveValueAsync("还在写备注，没有离开输入框");
        await page.ClickAsync("[data-save]");
        await Expect(page.Locator(".bar .status")).ToHaveTextAsync("已保存");
        await window.GoToAsync("/forms/customer/new");
        await Expect(page.Locator("#field-name")).ToBeEnabledAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }
}
