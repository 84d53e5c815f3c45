using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Playwright;
using static LowCodeErp.Browser.Tests.Studio.Designer;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Studio;

/// <summary>What all designers have in common: tabs, search, keys, preview, and two who work on one app.</summary>
public sealed class StudioShellTests(BrowserFixture browser, DesignWorkspace workspace) : IClassFixture<DesignWorkspace>
{
    [Fact]
    public async Task Search_ByFirstLettersOfTheSound_LeadsToTheFieldInATabOfItsOwn()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering?form=customer");
        await page.PressUntilAsync("Control+k", "#design-search");
        await page.FillAsync("#design-search", "fhrq");
        await Expect(page.Locator("[data-hit=ship-date]")).ToBeVisibleAsync();
        await window.CheckAccessibilityAsync();
        await window.SaveScreenshotAsync("designer-search", wholePage: false);
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("[data-field=ship-date] > [data-choose]")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.Locator("[data-tab]")).ToHaveCountAsync(2);
        await Expect(page.Locator("[data-tab=order]")).ToHaveAttributeAsync("aria-current", "page");
        await page.Keyboard.PressAsync("Alt+PageDown");
        await Expect(page.Locator("[data-tab=customer]")).ToHaveAttributeAsync("aria-current", "page");
        await page.ClickAsync("[data-close-tab=customer]");
        await Expect(page.Locator("[data-tab=order]")).ToHaveAttributeAsync("aria-current", "page");
        await Expect(page.Locator("[data-tab]")).ToHaveCountAsync(1);
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Preview_WhileDesigning_ShowsTheFormAsItIsNowAtBothWidths()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering?form=customer");
        await AddAsync(page, "文本");
        await RenameAsync(page, "开户银行");
        await page.Keyboard.PressAsync("Alt+p");

        var frame = page.FrameLocator("iframe");
        await Expect(frame.Locator("#field-kai-hu-yin-hang")).ToHaveValueAsync("开户银行");
        await window.SaveScreenshotAsync("designer-preview", wholePage: false);
        await page.ClickAsync("[data-phone]");
        await Expect(page.Locator("iframe")).ToHaveCSSAsync("width", "375px");
        await Expect(frame.Locator("#field-kai-hu-yin-hang")).ToBeVisibleAsync();
        await window.SaveScreenshotAsync("designer-preview-phone", wholePage: false);
        await window.CheckAccessibilityAsync();

        var credit = frame.GetByRole(AriaRole.Tab, new() { Name = "信用", Exact = true });
        await Expect(credit).ToHaveCountAsync(1);
        await page.SelectOptionAsync("[data-role]", "service");
        await Expect(credit).ToHaveCountAsync(0);
        await page.SelectOptionAsync("[data-role]", "finance");
        await Expect(credit).ToHaveCountAsync(1);
        await Expect(frame.Locator("#field-name")).ToBeDisabledAsync();
        await Expect(frame.Locator("#field-kai-hu-yin-hang")).ToBeEnabledAsync();
        await page.ClickAsync("[data-desktop]");
        await window.SaveScreenshotAsync("designer-preview-role", wholePage: false);
        Assert.Null(workspace.FindForm("customer")!.Find("kai-hu-yin-hang"));
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Keys_OnF1_AreListed()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        await window.GoToAsync("/studio/customer-tiering");

        await window.Page.PressUntilAsync("F1", "dialog kbd");

        await window.CheckAccessibilityAsync();
        await window.SaveScreenshotAsync("designer-keys", wholePage: false);
        await window.Page.Keyboard.PressAsync("Escape");
        await Expect(window.Page.Locator("dialog")).ToHaveCountAsync(0);
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Items_ChosenByKeyboard_AreOneMoreWithShift()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering?form=product");
        await page.Locator("[data-choose]").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-choose]").First).ToHaveAttributeAsync("aria-pressed", "true");

        await page.PressUntilAsync("ArrowDown", "[data-choose][aria-pressed=false]:focus");
        await page.Keyboard.PressAsync("Shift+Enter");

        await Expect(page.Locator("[data-choose][aria-pressed=true]")).ToHaveCountAsync(2);
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Design_OpenedInASecondWindow_GoesOnThereWithAllThatWasDone()
    {
        await using var first = await browser.OpenSignedInAsync(workspace: workspace);
        await using var second = await browser.OpenSignedInAsync(workspace: workspace);
        var (ours, setAside) = (first.Page.Locator("[data-field=liang-chuang]"), first.Page.Locator("[data-here]"));
        await first.GoToAsync("/studio/customer-tiering?form=product");
        await AddAsync(first.Page, "文本");
        await RenameAsync(first.Page, "两窗");
        await Expect(ours).ToBeVisibleAsync();

        await second.GoToAsync("/studio/customer-tiering?form=product");
        await Expect(second.Page.Locator("[data-field=liang-chuang]")).ToBeVisibleAsync();
        await Expect(setAside).ToBeVisibleAsync();
        await Expect(first.Page.Locator("[data-studio]")).ToHaveCountAsync(0);
        await first.CheckAccessibilityAsync();
        await first.SaveScreenshotAsync("designer-set-aside", wholePage: false);
        await ChooseAsync(second.Page, "liang-chuang");
        await RenameAsync(second.Page, "两个窗口");

        await setAside.ClickAsync();
        await Expect(first.Page.Locator("[data-field=liang-ge-chuang-kou]")).ToBeVisibleAsync();
        await Expect(second.Page.Locator("[data-here]")).ToBeVisibleAsync();
        Assert.Empty(first.Errors);
        Assert.Empty(second.Errors);
    }

    [Fact]
    public async Task Publish_AfterSomebodyElseDid_IsRefusedAndMergedAndLosesNeithersWork()
    {
        await using var mine = await browser.OpenSignedInAsync(workspace: workspace);
        await using var other = await browser.OpenAsync(address: workspace.Address);
        await workspace.AddAdministratorAsync("李雷");
        await other.SignInAsync("李雷", TemporaryWorkspace.Password);
        await mine.GoToAsync("/studio/customer-tiering?form=order");
        await other.GoToAsync("/studio/customer-tiering?form=order");
        await ChooseAsync(other.Page, "order-date");
        await RenameAsync(other.Page, "签约日期");
        await AddAsync(other.Page, "电话");
        await RenameAsync(other.Page, "收货电话");
        await PublishAsync(other.Page);

        var page = mine.Page;
        await ChooseAsync(page, "order-date");
        await RenameAsync(page, "成交日期");
        await AddAsync(page, "网址");
        await RenameAsync(page, "合同链接");
        await page.ClickAsync("[data-publish]");
        await page.ClickAsync("[data-merge]");
        await Expect(page.Locator("[data-conflict]")).ToHaveCountAsync(1);
        await Expect(page.Locator("dialog")).ToContainTextAsync("收货电话");
        await mine.CheckAccessibilityAsync();
        await mine.SaveScreenshotAsync("designer-merge", wholePage: false);
        await page.Locator("[data-conflict] input").Last.CheckAsync();
        await page.ClickAsync("[data-merge]");
        await Expect(page.Locator("[data-field=shou-huo-dian-hua]")).ToBeVisibleAsync();
        await PublishAsync(page);

        var order = workspace.FindForm("order")!;
        Assert.Equal("签约日期", order.Find("order-date")!.Label.Chinese);
        Assert.NotNull(order.Find("shou-huo-dian-hua"));
        Assert.NotNull(order.Find("he-tong-lian-jie"));
        Assert.Empty(mine.Errors);
    }
}
