using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Specifications.Files;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Fields;

/// <summary>Files, pictures and signatures on a record page, as a person puts them there.</summary>
public sealed class FileFieldTests(BrowserFixture browser, FieldWorkspace workspace) : IClassFixture<FieldWorkspace>
{
    private const string New = "/forms/paper/new";

    private static readonly Regex Saved = new("/forms/paper/[0-9]+$");

    private static FilePayload Pdf(string name) => new() { Name = name, MimeType = "application/pdf", Buffer = FileSamples.Pdf };

    private static FilePayload Png(string name, int width = 60, byte red = 200) => new() { Name = name, MimeType = "image/png", Buffer = FileSamples.Png(width, 40, red) };

    /// <summary>Large enough to be on its way for a while.</summary>
    private static FilePayload Drawing() => new() { Name = "图纸.dwg", MimeType = "application/octet-stream", Buffer = new byte[18_000_000] };

    [Fact]
    public async Task Files_UploadedRemovedAndPutBack_AreStoredShownAndDownloaded()
    {
        await using var window = await OpenAsync(New);
        var page = window.Page;
        await page.FillAsync("#field-name", "采购合同");
        await page.ChooseFilesAsync("#field-files", [Pdf("合同 #1.pdf"), Pdf("补充协议.pdf"), Png("盖章页.png")]);
        await Expect(Files(page, "files")).ToHaveTextAsync(["合同 #1.pdf", "补充协议.pdf", "盖章页.png"]);
        await Expect(page.Locator("#field-count")).ToContainTextAsync("3");

        // With the keyboard: remove, think better of it, remove another one.
        await page.GetByRole(AriaRole.Button, new() { Name = "移除“补充协议.pdf”" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "撤销移除“补充协议.pdf”" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(Files(page, "files")).ToHaveTextAsync(["合同 #1.pdf", "补充协议.pdf", "盖章页.png"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "移除“盖章页.png”" }).ClickAsync();
        await Expect(Files(page, "files")).ToHaveTextAsync(["合同 #1.pdf", "补充协议.pdf"]);
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page).ToHaveURLAsync(Saved);
        await Expect(Files(page, "files")).ToHaveTextAsync(["合同 #1.pdf", "补充协议.pdf"]);
        await page.ReloadAsync();
        await window.CircuitStartedAsync();
        await Expect(Files(page, "files")).ToHaveTextAsync(["合同 #1.pdf", "补充协议.pdf"]);
        await Expect(page.Locator(".file-list .size").First).ToHaveTextAsync($"{FileSamples.Pdf.Length} B");

        var address = await page.GetByRole(AriaRole.Link, new() { Name = "合同 #1.pdf" }).GetAttributeAsync("href");
        var answer = await page.Context.APIRequest.GetAsync(new Uri(workspace.Address, address!).ToString());
        Assert.Equal(FileSamples.Pdf, await answer.BodyAsync());
        await page.GotoAsync("/forms/paper");
        await Expect(page.Locator("tr[data-row]").First).ToContainTextAsync("补充协议.pdf");
        await window.SaveScreenshotAsync("files-list");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Files_ThatAreRefused_MarkTheFieldAndTheRestKeepsWhatItHolds()
    {
        await using var window = await OpenAsync(New);
        var page = window.Page;
        await page.FillAsync("#field-name", "采购合同");
        await page.ChooseFilesAsync("#field-photos", [Png("现场.png")]);
        await Expect(page.Locator("img[alt='现场.png']")).ToBeVisibleAsync();
        await page.ChooseFilesAsync("#field-files",
        [
            Pdf("好的.pdf"),
            new FilePayload { Name = "猫.jpg", MimeType = "image/jpeg", Buffer = FileSamples.Program },
            new FilePayload { Name = "网页.png", MimeType = "image/png", Buffer = FileSamples.Html },
            new FilePayload { Name = "太大.pdf", MimeType = "application/pdf", Buffer = [.. FileSamples.Pdf, .. new byte[1_100_000]] },
            new FilePayload { Name = "空.pdf", MimeType = "application/pdf", Buffer = [] },
            new FilePayload { Name = "安装.EXE", MimeType = "application/octet-stream", Buffer = FileSamples.Program },
            new FilePayload { Name = "说明.docx", MimeType = "application/octet-stream", Buffer = FileSamples.Zip },
        ]);

        var errors = page.Locator("#field-files-error .field-error");
        await Expect(errors).ToHaveCountAsync(6);
        foreach (var said in new[] { "“猫.jpg”的内容是可执行程序", "“网页.png”的内容不是 .png 文件", "最大允许 1 MB", "“空.pdf”是空文件", "不能上传 .exe 文件", "只接受：PDF、表格、图片" })
        {
            await Expect(page.Locator("#field-files-error")).ToContainTextAsync(said);
        }

        await Expect(page.Locator("#field-files")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(Files(page, "files")).ToHaveTextAsync(["好的.pdf"]);
        await Expect(page.Locator("#field-name")).ToHaveValueAsync("采购合同");
        await Expect(page.Locator("img[alt='现场.png']")).ToBeVisibleAsync();
        await window.SaveScreenshotAsync("files-refused");
        await window.CheckAccessibilityAsync();

        await page.ChooseFilesAsync("#field-photos", [new FilePayload { Name = "图.svg", MimeType = "image/svg+xml", Buffer = "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() }]);
        await Expect(page.Locator("#field-photos-error")).ToContainTextAsync("不能上传 .svg 文件");
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page).ToHaveURLAsync(Saved);
        await Expect(Files(page, "files")).ToHaveTextAsync(["好的.pdf"]);
        await Expect(page.Locator("img[alt='现场.png']")).ToBeVisibleAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Picture_PastedAndOpened_IsShownLarge()
    {
        await using var window = await OpenAsync(New);
        var page = window.Page;
        await page.FillAsync("#field-name", "截图");
        await page.FocusAsync("#field-photos");
        await page.EvaluateAsync(
            """
            bytes => {
              const data = new DataTransfer();
              data.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }));
              document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """,
            FileSamples.Png(80, 60).Select(value => (int)value).ToArray());
        var picture = page.Locator("#field-photos >> xpath=ancestor::*[contains(@class,'field-frame')] >> a.picture");
        await Expect(picture).ToHaveCountAsync(1);
        await Expect(picture.Locator("img")).ToHaveAttributeAsync("alt", new Regex("^截图-[0-9]{14}\\.png$"));
        await page.ChooseFilesAsync("#field-photos", [Png("第二张.png", 90, 10)]);
        await Expect(picture).ToHaveCountAsync(2);

        await picture.First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("dialog.file-preview img")).ToBeVisibleAsync();
        await window.CheckAccessibilityAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("dialog.file-preview p")).ToHaveTextAsync("第二张.png");
        await window.SaveScreenshotAsync("files-preview", wholePage: false);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("dialog.file-preview")).ToBeHiddenAsync();
        await Expect(picture.Last).ToBeFocusedAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task LargePhoto_InAList_IsShownByASmallPictureOfTheBrowsersMaking()
    {
        await using var window = await OpenAsync(New);
        var page = window.Page;
        var noise = await page.EvaluateAsync<int[]>(
            """
            async () => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 900, height: 600 });
              const context = canvas.getContext('2d');
              for (let x = 0; x < 900; x += 3) {
                for (let y = 0; y < 600; y += 3) {
                  context.fillStyle = `hsl(${(x * 7 + y * 13) % 360} 80% ${30 + (x * y) % 40}%)`;
                  context.fillRect(x, y, 3, 3);
                }
              }
              const blob = await new Promise(resolve => canvas.toBlob(resolve, 'image/png'));
              return [...new Uint8Array(await blob.arrayBuffer())];
            }
            """);
        await page.FillAsync("#field-name", "大照片");
        await page.ChooseFilesAsync("#field-photos", new FilePayload { Name = "大照片.png", MimeType = "image/png", Buffer = [.. noise.Select(value => (byte)value)] });
        var image = page.Locator("img[alt='大照片.png']");
        await Expect(image).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => document.querySelector(\"img[alt='大照片.png']\").naturalWidth > 0");

        Assert.True(noise.Length > 50_000, $"{noise.Length} bytes are no large picture.");
        Assert.Equal(320, await image.EvaluateAsync<int>("image => image.naturalWidth"));
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Signature_DrawnOrTyped_IsKeptAsAPicture()
    {
        await using var window = await OpenAsync(New);
        var page = window.Page;
        await page.FillAsync("#field-name", "签收单");
        var canvas = page.Locator("[data-signature-pad] canvas");
        await canvas.ScrollIntoViewIfNeededAsync();
        var box = (await canvas.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 40, box.Y + 60);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + 160, box.Y + 100, new() { Steps = 5 });
        await page.Mouse.MoveAsync(box.X + 240, box.Y + 30, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await window.SaveScreenshotAsync("files-signing");
        await page.GetByRole(AriaRole.Button, new() { Name = "完成签名" }).ClickAsync();
        await Expect(page.Locator("img[alt='签名.png']")).ToBeVisibleAsync();
        await Expect(canvas).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "移除“签名.png”" })).ToBeFocusedAsync();

        // Thought better of: typed instead, with nothing but the keyboard.
        await page.GetByRole(AriaRole.Button, new() { Name = "移除“签名.png”" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(canvas).ToHaveCountAsync(1);
        await page.FocusAsync("#field-sign");
        await page.Keyboard.TypeAsync("王芳");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("a.picture img[alt='签名.png']")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Control+s");

        await Expect(page).ToHaveURLAsync(Saved);
        await Expect(page.Locator("a.picture img[alt='签名.png']")).ToHaveCountAsync(1);
        await window.SaveScreenshotAsync("files-signed");
        await window.CheckAccessibilityAsync();
        await window.GoToAsync(page.Url + "/print");
        await Expect(page.Locator("img[alt='签名.png']")).ToBeVisibleAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Upload_OfALargeFile_ShowsItsProgressAndCanBeCancelled()
    {
        await using var window = await OpenAsync(New);
        var page = window.Page;
        await page.FillAsync("#field-name", "大文件");
        await page.ClickAsync("#field-part button:has-text('添加')");
        await page.ChooseFilesAsync("#field-part-0-proof", Drawing());
        var cancel = page.GetByRole(AriaRole.Button, new() { Name = "取消", Exact = true });
        await Expect(page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        await window.SaveScreenshotAsync("files-sending");
        await cancel.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(0);
        await Expect(page.Locator("#field-part-0-proof")).ToBeFocusedAsync();
        await page.ChooseFilesAsync("#field-part-0-proof", [Pdf("凭证.pdf")]);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "凭证.pdf" })).ToBeVisibleAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Record_SavedWhileAFileIsOnItsWay_WaitsForIt()
    {
        await using var window = await OpenAsync(New);
        var page = window.Page;
        await page.FillAsync("#field-name", "先存再等");
        await page.ClickAsync("#field-part button:has-text('添加')");
        await page.ChooseFilesAsync("#field-part-0-proof", Drawing());
        await Expect(page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator(".bar .status")).ToHaveTextAsync("正在等文件传完…");
        await window.SaveScreenshotAsync("files-waiting");

        await Expect(page).ToHaveURLAsync(Saved, new() { Timeout = 60_000 });
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "图纸.dwg" })).ToBeVisibleAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Record_WhoseFileIsCancelledWhileSavingWaits_IsNotSavedWithoutIt()
    {
        await using var window = await OpenAsync(New);
        var page = window.Page;
        await page.FillAsync("#field-name", "不等了");
        await page.ClickAsync("#field-part button:has-text('添加')");
        await page.ChooseFilesAsync("#field-part-0-proof", Drawing());
        await page.Keyboard.PressAsync("Control+s");
        await page.GetByRole(AriaRole.Button, new() { Name = "取消", Exact = true }).ClickAsync();

        await Expect(page.Locator(".bar .status")).ToContainTextAsync("还没有保存");
        await Expect(page).ToHaveURLAsync(new Regex(New));
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page).ToHaveURLAsync(Saved);
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Record_WithFiles_KeepsThemInDraftsCopiesAndHistory()
    {
        await using var window = await OpenAsync(New);
        var page = window.Page;
        await page.FillAsync("#field-name", "有历史的");
        await page.ChooseFilesAsync("#field-files", [Pdf("第一版.pdf")]);
        await Expect(Files(page, "files")).ToHaveTextAsync(["第一版.pdf"]);
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page).ToHaveURLAsync(Saved);
        var address = page.Url;

        await page.GetByRole(AriaRole.Button, new() { Name = "移除“第一版.pdf”" }).ClickAsync();
        await page.ChooseFilesAsync("#field-files", [Pdf("第二版.pdf")]);
        await Expect(Files(page, "files")).ToHaveTextAsync(["第二版.pdf"]);
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator(".bar .status")).ToHaveTextAsync("已保存");
        await page.ClickAsync(".history .toggle");
        await Expect(page.Locator("#history-entries")).ToContainTextAsync("第一版.pdf");
        await Expect(page.Locator("#history-entries")).ToContainTextAsync("第二版.pdf");

        await page.GetByRole(AriaRole.Link, new() { Name = "复制", Exact = true }).ClickAsync();
        await Expect(page.Locator(".history")).ToHaveCountAsync(0);
        await Expect(Files(page, "files")).ToHaveTextAsync(["第二版.pdf"]);
        await page.ChooseFilesAsync("#field-files", [Pdf("草稿里的.pdf")]);
        await workspace.DraftIsKeptAsync("草稿里的.pdf");
        await page.CloseAsync(new() { RunBeforeUnload = false });
        await using var later = await browser.OpenAsync(address: workspace.Address);
        await later.SignInAsync(BrowserFixture.UserName, TemporaryWorkspace.Password);
        await later.GoToAsync(New);
        await later.Page.GetByRole(AriaRole.Button, new() { Name = "继续填写" }).ClickAsync();
        await Expect(Files(later.Page, "files")).ToHaveTextAsync(["第二版.pdf", "草稿里的.pdf"]);
        await later.Page.Keyboard.PressAsync("Control+s");
        await Expect(later.Page).ToHaveURLAsync(Saved);
        Assert.NotEqual(address, later.Page.Url);
        await Expect(Files(later.Page, "files")).ToHaveTextAsync(["第二版.pdf", "草稿里的.pdf"]);
        Assert.Empty(later.Errors);
    }

    [Theory]
    [MemberData(nameof(Screens.All), MemberType = typeof(Screens))]
    public async Task Files_OnEveryScreen_FitAndAreAccessible(int width, ColorScheme scheme)
    {
        await using var window = await OpenAsync(New, width, scheme);
        var page = window.Page;
        await page.FillAsync("#field-name", "一张单据");
        await page.ChooseFilesAsync("#field-files", [Pdf($"一份名字很长很长很长很长很长很长很长很长很长很长很长很长很长的合同扫描件{new string('长', 40)}.pdf"), Png("盖章页.png")]);
        await Expect(Files(page, "files")).ToHaveCountAsync(2);
        await page.ChooseFilesAsync("#field-photos", [Png("一.png", 60, 10), Png("二.png", 90, 90), Png("三.png", 30, 220), Png("四.png", 60, 120)]);
        await Expect(page.Locator("a.picture")).ToHaveCountAsync(4);
        await page.GetByRole(AriaRole.Button, new() { Name = "移除“盖章页.png”" }).ClickAsync();
        await window.SaveScreenshotAsync($"files-{width}-{scheme}");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page).ToHaveURLAsync(Saved);
        await window.GoToAsync("/forms/paper");
        await Expect(page.Locator("tr[data-row] img").First).ToBeVisibleAsync();
        await window.SaveScreenshotAsync($"files-list-{width}-{scheme}");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        Assert.Empty(window.Errors);
    }

    private static ILocator Files(IPage page, string field)
        => page.Locator($"#field-{field} >> xpath=ancestor::*[contains(@class,'field-frame')] >> .file-list li:not(.removed) a.name");

    private async Task<Window> OpenAsync(string address, int width = Screens.Desk, ColorScheme scheme = ColorScheme.Light)
    {
        var window = await browser.OpenSignedInAsync(width, scheme, workspace);
        await window.GoToAsync(address);
        await Expect(window.Page.Locator("#field-name")).ToBeVisibleAsync();
        return window;
    }
}
