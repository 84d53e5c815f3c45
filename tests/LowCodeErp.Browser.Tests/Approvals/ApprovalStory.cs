using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Runtime.Flows;
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
        await using var desk = await workspace.OpenAsync(browser, Initiator, Screens.Desk);
        await using var phone = await workspace.OpenAsync(browser, Approver, Screens.Phone);
        await phone.GoToAsync("/inbox");
        await Expect(phone.Page.Locator("main")).ToContainTextAsync("没有待办任务");

        await desk.GoToAsync("/start");
        await CheckAsync(desk, "start-1280");
        await desk.Page.ClickAsync("[data-start-flow=plain]");
        await desk.Page.FillAsync("#field-number", "R-1");
        await desk.Page.FillAsync("#field-amount", "500");
        await desk.Page.ClickAsync("#save-record");
        await desk.Page.ClickAsync("[data-submit-flow=plain]");
        await Expect(desk.Page.Locator("main")).ToContainTextAsync("审批中");
        await CheckAsync(desk, "approval-submitted-1280");

        // Without anybody's doing.
        await Expect(phone.Page.Locator("[data-task-badge]")).ToHaveAttributeAsync("data-task-badge", "1");
        await Expect(phone.Page).ToHaveTitleAsync(new Regex(@"^\(1\) "));
        await Expect(phone.Page.Locator("main li")).ToHaveCountAsync(1);
        await CheckAsync(phone, "inbox-375");
        await phone.Page.ClickAsync("main li a");
        await Expect(phone.Page.Locator("[data-foresight]")).ToContainTextAsync("已通过");
        await phone.Page.FillAsync("#opinion", "可以");
        await CheckAsync(phone, "approval-375");
        await phone.Page.ClickAsync("[data-operation=Approve]");

        await Expect(phone.Page.Locator("main")).ToContainTextAsync("已通过");
        await Expect(phone.Page.Locator("[data-task-badge]")).ToHaveAttributeAsync("data-task-badge", "0");
        await Expect(phone.Page).Not.ToHaveTitleAsync(new Regex(@"^\("));
        await Expect(desk.Page.Locator("main")).ToContainTextAsync("已通过");
        await Expect(desk.Page.Locator(".timeline")).ToContainTextAsync("可以");
        await CheckAsync(desk, "approval-approved-1280");
        Assert.Empty(desk.Errors);
        Assert.Empty(phone.Errors);
    }

    [Fact]
    public async Task StartPage_ShowsWhereMineAre_AndRemindsAndWithdraws()
    {
        await using var initiator = await workspace.OpenAsync(browser, Initiator, Screens.Phone);
        await using var approver = await workspace.OpenAsync(browser, Approver);
        await initiator.GoToAsync("/start");
        await Expect(initiator.Page.Locator("[data-start-flow=plain]")).ToBeVisibleAsync();
        var instance = await workspace.SubmitAsync("R-7");
        await Expect(approver.Page.Locator(".rz-notification")).ToContainTextAsync("有新的待办任务");

        await initiator.GoToAsync("/start");
        var mine = initiator.Page.Locator("li").Filter(new() { Has = initiator.Page.Locator($"[data-running='{instance}']") });
        await Expect(mine).ToContainTextAsync("等待 approver");
        await CheckAsync(initiator, "start-375");
        await mine.Locator("[data-remind]").ClickAsync();
        await Expect(initiator.Page.Locator(".rz-notification")).ToContainTextAsync("已催办");
        Assert.Contains(FlowActions.Reminded, await workspace.ReadActionsAsync(instance));

        await mine.Locator("[data-withdraw]").ClickAsync();
        await initiator.Page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "撤回" }).ClickAsync();
        await Expect(mine).ToHaveCountAsync(0);
        Assert.Contains(FlowActions.Withdrawn, await workspace.ReadActionsAsync(instance));
        Assert.Empty(initiator.Errors);
        Assert.Empty(approver.Errors);
    }

    private static async Task CheckAsync(Window window, string screenshot)
    {
        await window.SaveScreenshotAsync(screenshot);
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
    }
}
