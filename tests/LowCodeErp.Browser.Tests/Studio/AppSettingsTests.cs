using System.IO.Compression;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Studio;

/// <summary>What concerns a whole app: its menu, its way out and in as a file, where its parts are used, and its picture.</summary>
public sealed class AppSettingsTests(BrowserFixture browser, DesignWorkspace workspace) : IClassFixture<DesignWorkspace>
{
    [Fact]
    public async Task Menu_ArrangedByKeyboard_IsSoOncePublished()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering?view=app");
        var forms = page.Locator("[data-menu-form]");
        var first = await forms.First.GetAttributeAsync("data-menu-form");
        await forms.First.Locator("[data-down]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(forms.Nth(1)).ToHaveAttributeAsync("data-menu-form", first!);
        await forms.Nth(1).Locator(".group").FillAsync("基础资料");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await page.Locator("[data-icon-of]").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".icon-picker input")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("工厂");
        await Expect(page.Locator("[data-icon]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-icon-of]").First.Locator(".rzi")).ToHaveTextAsync("factory");
        await window.CheckAccessibilityAsync();
        await window.SaveScreenshotAsync("app-settings-1280", wholePage: false);
        await page.ClickAsync("[data-publish]");
        await Expect(page.Locator("dialog")).ToContainTextAsync("菜单分组“基础资料”");
        await page.ClickAsync("[data-confirm]");
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);

        await window.GoToAsync("/");
        await Expect(page.Locator($".entries a[href='forms/{first}']")).ToHaveCountAsync(0);
        Assert.Empty(window.Errors);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(375, ColorScheme.Light)]
    public async Task Settings_OnEveryScreen_AreAccessibleAndFit(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenSignedInAsync(width, scheme, workspace);
        await window.GoToAsync("/studio/customer-tiering?view=app");
        await window.Page.Locator("[data-icon-of]").Nth(1).ClickAsync();
        await Expect(window.Page.Locator("[data-icon]").First).ToBeVisibleAsync();
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        await window.SaveScreenshotAsync($"app-settings-{width}-{scheme}", wholePage: false);
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task App_ExportedAndImportedWithAChange_SaysWhatItChangesAndIsUndone()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering?view=app");
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("[data-export]"));
        Assert.Equal("customer-tiering.zip", download.SuggestedFilename);
        var changed = await RenameAsync(await download.PathAsync(), "\"zh-CN\": \"产品\"", "\"zh-CN\": \"商品\"");

        await page.ClickAsync("[data-import]");
        await page.ChooseFilesAsync("dialog input[type=file]", new FilePayload { Name = "app.zip", MimeType = "application/zip", Buffer = "no zip"u8.ToArray() });
        await Expect(page.Locator("dialog [role=alert]")).ToContainTextAsync("不是可以读取的 zip 文件");
        await page.ChooseFilesAsync("dialog input[type=file]", new FilePayload { Name = "app.zip", MimeType = "application/zip", Buffer = changed });
        await Expect(page.Locator("dialog li").First).ToContainTextAsync("商品");
        await window.CheckAccessibilityAsync();
        await page.ClickAsync("[data-import-app]");
        await Expect(page.Locator(".tree")).ToContainTextAsync("商品");
        await page.ClickAsync("[data-publish]");
        await Expect(page.Locator("[data-confirm]")).ToBeEnabledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "继续修改" }).ClickAsync();
        await page.ClickAsync("[data-undo]");
        await Expect(page.Locator(".tree")).Not.ToContainTextAsync("商品");
        Assert.Empty(window.Errors);
    }

    /// <summary>Somebody has edited the files of an exported app by hand: what is wrong is said by file and place, and what was being designed stays.</summary>
    [Theory]
    [InlineData("\"label\"", "\"lable\"", "forms/product.json:", "lable")]
    [InlineData("\"title\": \"name\",", "\"title\": ,", "forms/product.json:", "")]
    [InlineData("\"key\": \"name\"", "\"key\": \"code\"", "forms/product.json:", "code")]
    public async Task App_ImportedWithMistakesInItsFiles_IsRefusedByPlaceAndTheDraftStays(string from, string to, string place, string word)
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering?view=app");
        await page.FillAsync("#app-label", "改到一半");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("h1")).ToHaveTextAsync("改到一半");
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("[data-export]"));

        await page.ClickAsync("[data-import]");
        await page.ChooseFilesAsync("dialog input[type=file]", new FilePayload { Name = "app.zip", MimeType = "application/zip", Buffer = await RenameAsync(await download.PathAsync(), from, to, "forms/product.json") });
        await Expect(page.Locator("dialog [role=alert]")).ToContainTextAsync(place);
        await Expect(page.Locator("dialog [role=alert]")).ToContainTextAsync(word);
        await Expect(page.Locator("[data-import-app]")).ToBeDisabledAsync();
        await window.CheckAccessibilityAsync();
        await window.SaveScreenshotAsync("app-import-mistakes", wholePage: false);
        await page.Keyboard.PressAsync("Escape");

        await Expect(page.Locator("h1")).ToHaveTextAsync("改到一半");
        await page.ClickAsync("[data-undo]");
        await Expect(page.Locator("h1")).Not.ToHaveTextAsync("改到一半");
        Assert.Empty(window.Errors);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(375, ColorScheme.Light)]
    public async Task Diagram_OnEveryScreen_IsAccessibleAndLeadsToForms(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenSignedInAsync(width, scheme, workspace);
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering?view=diagram");
        await Expect(page.Locator("[data-box=order]")).ToBeVisibleAsync();
        await page.FocusAsync("[data-box=order]");
        await Expect(page.Locator("path.near").First).ToBeAttachedAsync();
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        await window.SaveScreenshotAsync($"diagram-{width}-{scheme}", wholePage: false);
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("[data-save-svg]"));
        Assert.Contains("<svg", await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await page.FocusAsync("[data-box=order]");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("form=order$"));
        await Expect(page.Locator("[data-field=order-date]")).ToBeVisibleAsync();
        Assert.Empty(window.Errors);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(375, ColorScheme.Light)]
    public async Task Uses_OfAField_LeadToTheirPlaces(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenSignedInAsync(width, scheme, workspace);
        var page = window.Page;
        await window.GoToAsync("/studio/customer-tiering?view=uses&form=order");
        await Expect(page.Locator("[data-uses-of='order.order-date']")).ToContainTextAsync("分级模型");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        await window.SaveScreenshotAsync($"uses-{width}-{scheme}", wholePage: false);
        await page.FillAsync("[data-uses-search]", "订单日期");
        await Expect(page.Locator("[data-uses-of]")).ToHaveCountAsync(1);
        await page.Locator("[data-uses-of='order.order-date'] a").GetByText("汇总", new() { Exact = false }).First.ClickAsync();
        await Expect(page.Locator("[aria-pressed=true][data-choose]")).ToHaveCountAsync(1);
        Assert.Empty(window.Errors);
    }

    private static async Task<byte[]> RenameAsync(string path, string from, string to, string ending = "")
    {
        using var copy = new MemoryStream();
        await using (var file = File.OpenRead(path))
        {
            await file.CopyToAsync(copy);
        }

        using (var archive = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in archive.Entries.ToList())
            {
                using var reader = new StreamReader(entry.Open());
                var written = await reader.ReadToEndAsync();
                var text = entry.FullName.EndsWith(ending, StringComparison.Ordinal) ? written.Replace(from, to, StringComparison.Ordinal) : written;
                reader.Close();
                var name = entry.FullName;
                entry.Delete();
                await using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                await writer.WriteAsync(text);
            }
        }

        return copy.ToArray();
    }
}
