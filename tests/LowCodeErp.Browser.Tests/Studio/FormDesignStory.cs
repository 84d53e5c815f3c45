using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Studio;

/// <summary>Somebody whose role may design one form opens the Studio, finds that form and no other, changes a field of it and publishes (decision 0045).</summary>
public sealed class FormDesignStory(BrowserFixture browser, DesignWorkspace workspace) : IClassFixture<DesignWorkspace>
{
    private const string Member = "xiaohe";

    [Fact]
    public async Task Designer_OfOneForm_ChangesAndPublishesThatFormAlone()
    {
        await workspace.AddMemberAsync(Member);
        await workspace.AddRoleAsync(new()
        {
            Key = "product-designer", Label = new("产品设计"),
            Grants = [new() { Form = "product", Operations = [AccessOperation.View, AccessOperation.Edit, AccessOperation.Design] }],
        });
        await workspace.GiveRoleAsync(Member, "customer-tiering", "product-designer");
        await using var window = await OpenAsync(Screens.Desk, ColorScheme.Light);

        await OpenAppAsync(window);
        await ChangeAsync(window);
        await BeRefusedAsync(window);
        await GoBackAsync(window);
        Assert.Empty(window.Errors);

        await using var phone = await OpenAsync(Screens.Phone, ColorScheme.Dark);
        await phone.GoToAsync("/studio/customer-tiering");
        await Expect(phone.Page.Locator(".tree")).ToContainTextAsync("产品");
        await CheckAsync(phone, $"form-design-{Screens.Phone}");
        await phone.GoToAsync("/studio/customer-tiering?form=order");
        await Expect(phone.Page.Locator("[data-beyond]")).ToBeVisibleAsync();
        await CheckAsync(phone, $"form-design-beyond-{Screens.Phone}");
        Assert.Empty(phone.Errors);
    }

    private static async Task OpenAppAsync(Window window)
    {
        var page = window.Page;
        await window.GoToAsync("/studio");
        await Expect(page.Locator("[data-templates]")).ToHaveCountAsync(0);
        await page.ClickAsync("a[href='studio/customer-tiering']");
        await Expect(page.Locator(".tree a")).ToHaveCountAsync(1);
        await Expect(page.Locator(".tree a > span")).ToHaveTextAsync("产品");
        await Expect(page.Locator("[data-new-role], [data-new-from-sheet], [data-remove-form], #form-owner, #form-sensitive")).ToHaveCountAsync(0);
        await CheckAsync(window, $"form-design-{Screens.Desk}");
    }

    private async Task ChangeAsync(Window window)
    {
        await Designer.ChooseAsync(window.Page, "name");
        await Designer.RenameAsync(window.Page, "品名");
        await window.Page.ClickAsync("[data-publish]");
        await Expect(window.Page.Locator("dialog")).ToContainTextAsync("品名");
        await Expect(window.Page.Locator("[data-confirm]")).ToBeEnabledAsync();
        await window.Page.ClickAsync("[data-confirm]");
        await Expect(window.Page.Locator("dialog")).ToHaveCountAsync(0);
        Assert.Equal("品名", workspace.FindForm("product")!["name"].Label.Chinese);
    }

    private static async Task BeRefusedAsync(Window window)
    {
        foreach (var address in new[] { "form=order", "view=role", "view=app" })
        {
            await window.GoToAsync($"/studio/customer-tiering?{address}");
            await Expect(window.Page.Locator("[data-beyond]")).ToContainTextAsync("这里不在您可以设计的范围内");
            await Expect(window.Page.Locator(".studio")).Not.ToContainTextAsync("订单");
        }

        await CheckAsync(window, $"form-design-beyond-{Screens.Desk}");
    }

    /// <summary>To his form as it was before, from the page of versions.</summary>
    private async Task GoBackAsync(Window window)
    {
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering/versions");
        await Expect(page.Locator("main")).Not.ToContainTextAsync("产品设计");
        await page.Locator("[data-restore]").Last.ClickAsync();
        await Expect(page.Locator("[data-confirm]")).ToBeEnabledAsync();
        await page.ClickAsync("[data-confirm]");
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        Assert.NotEqual("品名", workspace.FindForm("product")!["name"].Label.Chinese);
    }

    private static async Task CheckAsync(Window window, string screenshot)
    {
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        await window.SaveScreenshotAsync(screenshot, wholePage: false);
    }

    private async Task<Window> OpenAsync(int width, ColorScheme scheme)
    {
        var window = await browser.OpenAsync(width, scheme, workspace.Address);
        await window.SignInAsync(Member, TemporaryWorkspace.Password);
        return window;
    }
}
