using System.IO.Compression;
using System.Text;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Studio;

/// <summary>Apps that come as templates or as files.</summary>
public sealed class AppInstallTests(BrowserFixture browser, DesignWorkspace workspace) : IClassFixture<DesignWorkspace>
{
    /// <summary>Installing and importing take their time on a busy machine.</summary>
    private const float Patience = 120_000;

    [Fact]
    public async Task Template_InstalledWithItsExamples_IsInTheMenu()
    {
        await using var window = await browser.OpenSignedInAsync(375, workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/studio");
        await page.ClickAsync("[data-templates]");
        await Expect(page.Locator("[data-template=customer-tiering]")).ToContainTextAsync("已安装");
        await Expect(page.Locator("[data-template=order-to-cash]")).ToContainTextAsync("个表单");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        await window.SaveScreenshotAsync("templates-375", wholePage: false);
        await page.Locator("[data-template=order-to-cash] button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("dialog .said")).ToContainTextAsync("已安装", new() { Timeout = Patience });
        await Expect(page.Locator("[data-template=order-to-cash]")).ToContainTextAsync("已安装");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".apps a[href='studio/order-to-cash']")).ToBeVisibleAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task App_OfAFile_BecomesADraft_AndOneThatExistsIsRefused()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/studio");
        await page.ClickAsync("[data-import]");
        await ChooseAsync(page, "customer-tiering");
        await Expect(page.Locator("dialog [role=alert]")).ToContainTextAsync("已经有应用");
        await ChooseAsync(page, "shop");
        await Expect(page.Locator("dialog li").First).ToContainTextAsync("商店");
        await page.ClickAsync("[data-import-app]");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/studio/shop$"));
        await Expect(page.Locator(".tree")).ToContainTextAsync("货架");
        await Expect(page.Locator(".problems")).ToContainTextAsync("没有问题");

        await window.GoToAsync("/studio/shop?view=app");
        await page.ClickAsync("[data-ask-discard]");
        await Expect(page.Locator("dialog li").First).ToContainTextAsync("商店");
        await Expect(page.Locator("[data-discard]")).ToBeDisabledAsync();
        await window.CheckAccessibilityAsync();
        await page.FillAsync("#discard-name", "商店");
        await page.ClickAsync("[data-discard]");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/studio$"));
        await Expect(page.Locator(".apps")).Not.ToContainTextAsync("shop");
        Assert.Empty(window.Errors);
    }

    private static Task ChooseAsync(IPage page, string key)
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "app.json", $$$"""{"key": "{{{key}}}", "label": {"zh-CN": "商店"}}""");
            Add(archive, "forms/shelf.json", """{"key": "shelf", "label": {"zh-CN": "货架"}, "title": "name", "fields": [{"key": "name", "type": "text", "label": {"zh-CN": "名称"}}]}""");
        }

        return page.ChooseFilesAsync("dialog input[type=file]", new FilePayload { Name = "app.zip", MimeType = "application/zip", Buffer = output.ToArray() });
    }

    private static void Add(ZipArchive archive, string name, string text)
    {
        using var part = archive.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
