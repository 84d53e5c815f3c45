using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Studio;

/// <summary>What the property panel offers beyond name and type, and what becomes of it on the page of a record.</summary>
public sealed class PropertyPanelTests(BrowserFixture browser, DesignWorkspace workspace) : IClassFixture<DesignWorkspace>
{
    [Fact]
    public async Task Appearance_OfAField_IsSeenOnTheRecordPage()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering?form=product");
        await Designer.AddAsync(page, "文本");
        await Designer.RenameAsync(page, "条码");
        await page.ClickAsync("[data-group=appearance] summary");
        await page.SelectOptionAsync("#place-width", new SelectOptionValue { Label = "整行" });
        await page.FillAsync("#field-placeholder", "13 位数字");
        await page.Keyboard.PressAsync("Tab");
        await page.FillAsync("#field-placeholder-en", "13 digits");
        await page.Keyboard.PressAsync("Tab");
        await page.ClickAsync("[data-group=advanced] summary");
        await Expect(page.Locator("[data-group=advanced] code").First).ToHaveTextAsync("tiao-ma");
        await Expect(page.Locator("[data-group=advanced] dl")).ToContainTextAsync("product.tiao_ma");
        await window.CheckAccessibilityAsync();
        await window.SaveScreenshotAsync("designer-appearance-1280", wholePage: false);
        await Designer.PublishAsync(page);

        await window.GoToAsync("/forms/product/new");
        await Expect(page.Locator("#field-tiao-ma")).ToHaveAttributeAsync("placeholder", "13 位数字");
        await Expect(page.Locator(".cell.wide:has(#field-tiao-ma)")).ToBeVisibleAsync();

        await window.GoToAsync("/studio/customer-tiering?form=product");
        await Designer.ChooseAsync(page, "tiao-ma");
        await Designer.RenameAsync(page, "商品条码");
        await Expect(page.Locator("#place-width")).ToHaveValueAsync("row");
        Assert.Empty(window.Errors);
    }

    /// <summary>R112.</summary>
    [Fact]
    public async Task Sensitive_Field_IsFoundByItsWholeValue_AndNotSortedBy()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering?form=product");
        await Designer.AddAsync(page, "电话");
        await Designer.RenameAsync(page, "采购热线");
        await page.ClickAsync("[data-group=advanced] summary");
        await page.CheckAsync("#field-sensitive");
        await Expect(page.Locator(".problems")).ToContainTextAsync("没有问题");
        await window.CheckAccessibilityAsync();
        await window.SaveScreenshotAsync("designer-sensitive-1280", wholePage: false);
        await Designer.PublishAsync(page);
        foreach (var (name, phone) in new[] { ("甲", "13812345678"), ("乙", "13987654321") })
        {
            await window.GoToAsync("/forms/product/new");
            await page.FillAsync("#field-name", name);
            await page.FillAsync("#field-cai-gou-re-xian", phone);
            await page.ClickAsync("[data-save]");
            await Expect(page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/new$"));
        }

        await window.GoToAsync("/forms/product?columns=name,cai-gou-re-xian");
        await Expect(page.Locator("th:has-text('采购热线') a")).ToHaveCountAsync(0);
        await page.ClickAsync("[aria-controls=list-filters]");
        await page.FillAsync("#filter-cai-gou-re-xian-is", "139 8765 4321");
        await page.Keyboard.PressAsync("Tab");

        await Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(1);
        await Expect(page.Locator("tr[data-row]")).ToContainTextAsync("乙");
        await window.CheckAccessibilityAsync();
        await window.SaveScreenshotAsync("list-sensitive-1280");
        await page.SetViewportSizeAsync(375, 812);
        await window.ExpectNoSidewaysScrollAsync();
        await window.SaveScreenshotAsync("list-sensitive-375");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Filling_FromAReference_IsChosenByName()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering?form=order");
        await Designer.AddAsync(page, "电话");
        await Designer.RenameAsync(page, "联系电话");
        await page.ClickAsync("[data-group=logic] summary");
        await Expect(page.Locator("#field-fill-from option")).Not.ToHaveCountAsync(1);

        await page.SelectOptionAsync("#field-fill-from", new SelectOptionValue { Label = "客户 › 公司电话" });

        await Expect(page.Locator("#field-fill-from")).ToHaveValueAsync("customer.phone");
        await Expect(page.Locator(".problems")).ToContainTextAsync("没有问题");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Form_IsRemovedUnlessOthersUseIt_AndComesBackByUndoing()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering?form=customer");
        await page.ClickAsync("[data-remove-form]");
        await Expect(page.Locator(".properties [role=alert]")).ToContainTextAsync("订单");

        await page.ClickAsync(".tree button:has-text('新建表单')");
        await Expect(page.Locator("#form-label")).ToHaveValueAsync("未命名表单");
        await page.ClickAsync("[data-remove-form]");
        await Expect(page.Locator(".tree a:has-text('未命名表单')")).ToHaveCountAsync(0);
        await page.ClickAsync("[data-undo]");
        await Expect(page.Locator(".tree a:has-text('未命名表单')")).ToHaveCountAsync(1);
        Assert.Empty(window.Errors);
    }
}
