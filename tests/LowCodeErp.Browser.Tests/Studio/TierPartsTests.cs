using LowCodeErp.Browser.Tests.Hosting;
using static LowCodeErp.Browser.Tests.Studio.Designer;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Studio;

/// <summary>Somebody puts tiers on a form: as a field and as the trajectory, of the models that the form has.</summary>
public sealed class TierPartsTests(BrowserFixture browser, DesignWorkspace workspace) : IClassFixture<DesignWorkspace>
{
    [Fact]
    public async Task Tiers_AddedInTheDesigner_AreSetUpAndPublished()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering?form=customer");
        await ChooseAsync(page, "name");

        await AddAsync(page, "等级");
        await RenameAsync(page, "得分");
        await Expect(page.Locator(".problems")).Not.ToContainTextAsync("没有问题");
        await Expect(page.Locator("#setting-model option")).ToHaveTextAsync(["请选择", "ABC 分级", "RFM 分级"]);
        await page.SelectOptionAsync("#setting-model", "abc");
        await page.SelectOptionAsync("#setting-shows", "score");
        await Expect(page.Locator(".properties")).ToContainTextAsync("不打分");
        await page.SelectOptionAsync("#setting-model", "rfm");
        await Expect(page.Locator(".problems")).ToContainTextAsync("没有问题");

        await AddAsync(page, "分级轨迹");
        await page.SelectOptionAsync("#setting-model", "rfm");
        await Expect(page.Locator(".problems")).ToContainTextAsync("没有问题");
        await window.CheckAccessibilityAsync();
        await window.SaveScreenshotAsync("designer-tiers-1280", wholePage: false);
        await PublishAsync(page);
        await window.GoToAsync("/forms/customer/new");
        await Expect(page.Locator(".tier-trajectory")).ToHaveCountAsync(2);
        await Expect(page.GetByText("得分", new() { Exact = true })).ToBeVisibleAsync();

        await window.GoToAsync("/studio/customer-tiering?form=product");
        await AddAsync(page, "分级轨迹");
        await Expect(page.Locator(".problems")).ToContainTextAsync("“产品”没有分级模型");
        Assert.Empty(window.Errors);
    }
}
