using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Specifications.Files;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Forms;

public sealed class CommentsTests(BrowserFixture browser)
{
    [Theory]
    [MemberData(nameof(Screens.All), MemberType = typeof(Screens))]
    public async Task Comments_WrittenByKeyboard_StandBelowTheRecord(int width, ColorScheme scheme)
    {
        var id = await browser.Records.AddCustomerAsync($"有评论的客户{width}{scheme}");
        await using var window = await browser.OpenSignedInAsync(width, scheme);
        var page = window.Page;
        await window.GoToAsync($"/forms/customer/{id}");
        await page.FocusAsync("#new-comment");
        await page.Keyboard.TypeAsync("请先确认账期");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".comments .count")).ToHaveTextAsync("1");
        await Expect(page.Locator(".comments li")).ToContainTextAsync("请先确认账期");
        await Expect(page.Locator("#new-comment")).ToBeFocusedAsync();
        await Expect(page.Locator("#new-comment")).ToHaveValueAsync("");
        await window.SaveScreenshotAsync($"comments-{width}-{scheme}");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "编辑评论“请先确认账期”" }).ClickAsync();
        await Expect(page.Locator("#edited-comment")).ToBeFocusedAsync();
        await page.FillAsync("#edited-comment", "账期已确认");
        await page.Locator(".comments li").GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.Locator(".comments li")).ToContainTextAsync("（已编辑）");
        await page.GetByRole(AriaRole.Button, new() { Name = "删除评论“账期已确认”" }).ClickAsync();
        await page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "删除" }).ClickAsync();
        await Expect(page.Locator(".comments .count")).ToHaveTextAsync("0");
        await page.GetByRole(AriaRole.Button, new() { Name = "发表" }).ClickAsync();
        await Expect(page.Locator("#comment-problem")).ToContainTextAsync("请先写点什么");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Comment_WithFiles_ShowsThemAndTakesThemAlong()
    {
        var id = await browser.Records.AddCustomerAsync("评论带附件的客户");
        await using var window = await browser.OpenSignedInAsync();
        var page = window.Page;
        await window.GoToAsync($"/forms/customer/{id}");
        await page.ChooseFilesAsync("#new-comment-files",
        [
            new FilePayload { Name = "回函.pdf", MimeType = "application/pdf", Buffer = FileSamples.Pdf },
            new FilePayload { Name = "照片.png", MimeType = "image/png", Buffer = FileSamples.Png(60, 40) },
            new FilePayload { Name = "病毒.exe", MimeType = "application/octet-stream", Buffer = FileSamples.Program },
        ]);
        await Expect(page.Locator("#comment-problem")).ToContainTextAsync("不能上传 .exe 文件");
        await page.FillAsync("#new-comment", "客户已回函");
        await page.GetByRole(AriaRole.Button, new() { Name = "发表" }).ClickAsync();

        var comment = page.Locator(".comments ol > li");
        await Expect(comment.GetByRole(AriaRole.Link, new() { Name = "回函.pdf" })).ToBeVisibleAsync();
        await Expect(comment.Locator("img[alt='照片.png']")).ToBeVisibleAsync();
        await Expect(page.Locator(".comments > .file-list")).ToHaveCountAsync(0);
        await window.SaveScreenshotAsync("comments-files");
        await window.CheckAccessibilityAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Copy_OfARecord_LeavesTheCodeToTheNewOne()
    {
        var customer = await browser.Records.AddCustomerAsync("复制的客户");
        var order = await browser.Records.AddOrderAsync(customer);
        await using var window = await browser.OpenSignedInAsync();
        var page = window.Page;
        await window.GoToAsync($"/forms/order/{order}");
        var number = await page.Locator("#field-order-no").InputValueAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "复制", Exact = true }).ClickAsync();
        await Expect(page.Locator("#field-customer")).ToHaveValueAsync("复制的客户");
        await Expect(page.Locator("#field-order-no")).ToHaveValueAsync("");
        await Expect(page.Locator("#field-line-0-amount")).ToHaveValueAsync("¥120.00");
        await page.ClickAsync("[data-save]");

        await Expect(page).ToHaveURLAsync(new Regex("/forms/order/[0-9]+$"));
        await Expect(page.Locator("#field-order-no")).Not.ToHaveValueAsync("");
        await Expect(page.Locator("#field-order-no")).Not.ToHaveValueAsync(number);
        await Expect(page.Locator("#field-line tbody tr")).ToHaveCountAsync(1);
    }
}
