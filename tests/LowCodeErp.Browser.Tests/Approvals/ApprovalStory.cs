using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Playwright;
using static LowCodeErp.Browser.Tests.Approvals.ApprovalWorkspace;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Approvals;

/// <summary>A request is submitted at a desk and approved on a phone, each seeing what the other does.</summary>
public sealed class ApprovalStory(BrowserFixture browser, ApprovalWorkspace workspace) : IClassFixture<ApprovalWorkspace>
{
    [Fact]
    public async Task Request_SubmittedAtADesk_IsApprovedOnAPhone_AndTheInitiatorSeesIt()
    {
        await using var desk = await OpenAsync(Initiator, Screens.Desk);
        await using var phone = await OpenAsync(Approver, Screens.Phone);
        await phone.GoToAsync("/inbox");
        await Expect(phone.Page.Locator("main")).ToContainTextAsync("没有待办任务");

        await desk.GoToAsync("/forms/request/new");
        await desk.Page.FillAsync("#field-number", "R-1");
        await desk.Page.FillAsync("#field-amount", "500");
        await desk.Page.ClickAsync("#save-record");
        await desk.Page.ClickAsync("[data-submit-flow=plain]");
        await Expect(desk.Page.Locator("main")).ToContainTextAsync("审批中");
        await CheckAsync(desk, "approval-submitted-1280");

        // Without anybody's doing.
        await Expect(phone.Page.Locator("[data-task-badge]")).ToHaveAttributeAsync("data-task-badge", "1");
        await Expect(phone.Page.Locator("main li")).ToHaveCountAsync(1);
        await CheckAsync(phone, "inbox-375");
        await phone.Page.ClickAsync("main li a");
        await Expect(phone.Page.Locator("[data-foresight]")).ToContainTextAsync("已通过");
        await phone.Page.FillAsync("#opinion", "可以");
        await CheckAsync(phone, "approval-375");
        await phone.Page.ClickAsync("[data-operation=Approve]");

        await Expect(phone.Page.Locator("main")).ToContainTextAsync("已通过");
        await Expect(phone.Page.Locator("[data-task-badge]")).ToHaveAttributeAsync("data-task-badge", "0");
        await Expect(desk.Page.Locator("main")).ToContainTextAsync("已通过");
        await Expect(desk.Page.Locator(".timeline")).ToContainTextAsync("可以");
        await CheckAsync(desk, "approval-approved-1280");
        Assert.Empty(desk.Errors);
        Assert.Empty(phone.Errors);
    }

    [Fact]
    public async Task SomebodyWasFaster_SaysWho_AndKeepsTheOpinion()
    {
        var instance = await workspace.SubmitAsync("R-2");
        await using var first = await OpenAsync(Approver, Screens.Desk);
        await using var second = await OpenAsync(Approver, Screens.Desk);
        foreach (var window in new[] { first, second })
        {
            await window.GoToAsync($"/instances/{instance}");
            await Expect(window.Page.Locator("[data-operation=Approve]")).ToBeEnabledAsync();
        }

        await second.Page.FillAsync("#opinion", "我不同意");
        await first.Page.ClickAsync("[data-operation=Approve]");

        await Expect(second.Page.Locator("[role=alert]")).ToContainTextAsync("approver");
        await Expect(second.Page.Locator("[data-operation=Reject]")).ToHaveCountAsync(0);
        Assert.Empty(first.Errors);
        Assert.Empty(second.Errors);
    }

    [Fact]
    public async Task NobodysBusiness_IsNotShown()
    {
        var instance = await workspace.SubmitAsync("R-3");
        await using var window = await OpenAsync(Second, Screens.Desk);
        await window.GoToAsync($"/instances/{instance}");

        await Expect(window.Page.Locator("main")).ToContainTextAsync("没有参与这个流程");
        await Expect(window.Page.Locator("main")).Not.ToContainTextAsync("R-3");
        Assert.Empty(window.Errors);
    }

    private async Task<Window> OpenAsync(string member, int width)
    {
        var window = await browser.OpenAsync(width, address: workspace.Address);
        await window.SignInAsync(member, TemporaryWorkspace.Password);
        return window;
    }

    private static async Task CheckAsync(Window window, string screenshot)
    {
        await window.SaveScreenshotAsync(screenshot);
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
    }
}
