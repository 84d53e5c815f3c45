using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static LowCodeErp.Browser.Tests.Studio.Designer;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Studio;

/// <summary>Forms are made and changed by a person: with the mouse, by dragging, and by the keyboard alone.</summary>
public sealed class FormDesignerTests(BrowserFixture browser, DesignWorkspace workspace) : IClassFixture<DesignWorkspace>
{
    [Fact]
    public async Task App_MadeFromNothing_IsPublishedAndFilledOnAPhone()
    {
        await using (var window = await browser.OpenSignedInAsync(workspace: workspace))
        {
            var page = window.Page;
            await window.GoToAsync("/studio");
            await page.ClickAsync("text=新建应用");
            await page.FillAsync("#app-label", "客户主数据");
            await Expect(page.Locator("#app-key")).ToHaveValueAsync("ke-hu-zhu-shu-ju");
            await page.ClickAsync("button[form=new-app]");
            await page.ClickAsync("text=新建表单");
            await page.FillAsync("#form-label", "供应商");
            await page.Keyboard.PressAsync("Tab");
            await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("form=gong-ying-shang$"));

            await AddAsync(page, "数字");
            await RenameAsync(page, "信用额度");
            await AddAsync(page, "日期");
            await Expect(page.Locator("[data-field]")).ToHaveCountAsync(3);
            await Expect(page.Locator("[data-field=xin-yong-e-du]")).ToBeVisibleAsync();
            await Expect(page.Locator(".problems")).ToContainTextAsync("没有问题");
            await window.CheckAccessibilityAsync();
            await window.SaveScreenshotAsync("designer-1280", wholePage: false);
            await PublishAsync(page);
            Assert.Empty(window.Errors);
        }

        Assert.NotNull(workspace.FindForm("gong-ying-shang")!.Find("xin-yong-e-du"));
        await using var phone = await browser.OpenSignedInAsync(375, workspace: workspace);
        await phone.GoToAsync("/forms/gong-ying-shang/new");
        await phone.Page.FillAsync("#field-name", "华东五金");
        await phone.Page.FillAsync("#field-xin-yong-e-du", "50000");
        await phone.Page.ClickAsync("#save-record");
        await Expect(phone.Page.Locator("[role=status]").Filter(new() { HasText = "已保存" })).ToBeVisibleAsync();
        Assert.Empty(phone.Errors);
    }

    [Fact]
    public async Task Edits_ByKeyboardAlone_MoveRemoveUndoAndRedo()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering?form=customer");
        var fields = page.Locator("[data-field]");
        var before = await KeysAsync(fields);

        await page.Locator("[data-field] [data-choose]").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-field] [data-choose]").First).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Expect(fields.First).Not.ToHaveAttributeAsync("data-field", before[0]);
        await page.Keyboard.PressAsync("Control+z");
        await Expect(fields.First).ToHaveAttributeAsync("data-field", before[0]);
        await page.Keyboard.PressAsync("Control+y");
        await Expect(fields.First).Not.ToHaveAttributeAsync("data-field", before[0]);
        await page.Keyboard.PressAsync("Control+z");
        await Expect(fields.First).ToHaveAttributeAsync("data-field", before[0]);

        Assert.Equal(before, await KeysAsync(fields));
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Field_InUseElsewhere_IsNotRemovedAndItsUsesAreNamed()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        await window.GoToAsync("/studio/customer-tiering?form=order");
        await window.Page.ClickAsync("[data-field=order-date] [data-choose]");
        await Expect(window.Page.Locator("[data-field=order-date] [data-choose]")).ToHaveAttributeAsync("aria-pressed", "true");

        await window.Page.Keyboard.PressAsync("Delete");

        await Expect(window.Page.Locator(".designer .said")).ToContainTextAsync("分级模型");
        await Expect(window.Page.Locator("[data-field=order-date]")).ToBeVisibleAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Edit_LeftWithoutPublishing_IsThereWhenThePageIsOpenedAgain()
    {
        await using (var window = await browser.OpenSignedInAsync(workspace: workspace))
        {
            await window.GoToAsync("/studio/customer-tiering?form=order");
            await AddAsync(window.Page, "电话");
            await Expect(window.Page.Locator("[data-field=dian-hua]")).ToBeVisibleAsync();
        }

        await using var again = await browser.OpenSignedInAsync(workspace: workspace);
        await again.GoToAsync("/studio/customer-tiering?form=order");
        await Expect(again.Page.Locator("[data-field=dian-hua]")).ToBeVisibleAsync();
        await Expect(again.Page.Locator("[data-publish]")).ToBeEnabledAsync();
        Assert.Null(workspace.FindForm("order")!.Find("dian-hua"));
    }

    private static async Task<IReadOnlyList<string>> KeysAsync(ILocator fields)
        => await Task.WhenAll((await fields.AllAsync()).Select(async field => (await field.GetAttributeAsync("data-field"))!));
}
