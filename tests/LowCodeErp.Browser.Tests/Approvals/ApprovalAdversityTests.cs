using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Runtime.Flows;
using Microsoft.Playwright;
using static LowCodeErp.Browser.Tests.Approvals.ApprovalWorkspace;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Approvals;

/// <summary>What goes wrong while somebody decides: it is said in words, and nothing is lost or done twice.</summary>
public sealed class ApprovalAdversityTests(BrowserFixture browser, ApprovalWorkspace workspace) : IClassFixture<ApprovalWorkspace>
{
    private const string Approve = "[data-operation=Approve]";
    private const string Notice = ".notice[role=alert]";

    [Fact]
    public async Task SomebodyWasFaster_SaysWhoAndWhat_AndKeepsTheOpinion()
    {
        var instance = await workspace.SubmitAsync("A-1");
        await using var first = await OpenAsync(instance);
        await using var second = await OpenAsync(instance);
        await second.Page.FillAsync("#opinion", "我不同意");
        await first.Page.ClickAsync(Approve);

        await Expect(second.Page.Locator(Notice)).ToContainTextAsync("approver 已于");
        await Expect(second.Page.Locator(Notice)).ToContainTextAsync("我不同意");
        await Expect(second.Page.Locator("[data-operation=Reject]")).ToHaveCountAsync(0);
        await second.SaveScreenshotAsync("approval-faster-1280");
        await second.CheckAccessibilityAsync();
        Assert.Empty(first.Errors);
        Assert.Empty(second.Errors);
    }

    /// <summary>The page has not heard of it yet when the button is pressed.</summary>
    [Fact]
    public async Task Task_WithdrawnMeanwhile_SaysSoAndKeepsTheOpinion()
    {
        var instance = await workspace.SubmitAsync("A-2");
        await using var window = await OpenAsync(instance);
        await window.Page.FillAsync("#opinion", "先看看");
        await workspace.WithdrawAsync(instance);
        if (await window.Page.Locator(Approve).IsVisibleAsync())
        {
            await window.Page.EvaluateAsync($"document.querySelector('{Approve}')?.click()");
        }

        await Expect(window.Page.Locator(Notice)).ToContainTextAsync("initiator 已于");
        await Expect(window.Page.Locator(Notice)).ToContainTextAsync("先看看");
        await Expect(window.Page.Locator(Approve)).ToHaveCountAsync(0);
        Assert.DoesNotContain(FlowActions.Approved, await workspace.ReadActionsAsync(instance));
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Approve_PressedTwice_DecidesOnce()
    {
        var instance = await workspace.SubmitAsync("A-3");
        await using var window = await OpenAsync(instance);
        await window.Page.EvaluateAsync($"const button = document.querySelector('{Approve}'); button.click(); button.click();");

        await Expect(window.Page.Locator("main")).ToContainTextAsync("已通过");
        await Expect(window.Page.Locator(".error-summary li")).ToHaveCountAsync(0);
        Assert.Single(await workspace.ReadActionsAsync(instance), FlowActions.Approved);
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Opinion_TypedWhileTheConnectionBreaks_IsThereAfterwards_AndInAnotherWindow()
    {
        var instance = await workspace.SubmitAsync("A-4");
        await using var window = await OpenAsync(instance);
        await window.Page.FillAsync("#opinion", "断线之前");
        await window.Page.EvaluateAsync("Blazor._internal.forceCloseConnection()");
        await Expect(window.Page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
        await Expect(window.Page.Locator("#opinion")).ToHaveValueAsync("断线之前");
        await window.Page.FillAsync("#opinion", "断线之后");
        await Expect(window.Page.Locator(".decide .status")).ToHaveTextAsync("意见已暂存");

        await using var other = await OpenAsync(instance);
        await Expect(other.Page.Locator("#opinion")).ToHaveValueAsync("断线之后");
    }

    [Fact]
    public async Task Request_BegunAndNotSaved_IsOnTheStartPage()
    {
        await using var window = await workspace.OpenAsync(browser, Initiator);
        await window.GoToAsync("/forms/request/new");
        await window.Page.FillAsync("#field-number", "A-6");
        await workspace.DraftIsKeptAsync("A-6");
        await window.GoToAsync("/start");

        await Expect(window.Page.Locator("li").Filter(new() { Has = window.Page.Locator("[data-draft=request]") })).ToContainTextAsync("A-6");
        await window.CheckAccessibilityAsync();
        await window.Page.ClickAsync("[data-draft=request]");
        await window.Page.ClickAsync("#continue-draft");
        await Expect(window.Page.Locator("#field-number")).ToHaveValueAsync("A-6");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task NobodysBusiness_IsNotShown()
    {
        var instance = await workspace.SubmitAsync("A-5");
        await using var window = await workspace.OpenAsync(browser, Second);
        await window.GoToAsync($"/instances/{instance}");

        await Expect(window.Page.Locator("main")).ToContainTextAsync("没有参与这个流程");
        await Expect(window.Page.Locator("main")).Not.ToContainTextAsync("A-5");
        await window.CheckAccessibilityAsync();
        Assert.Empty(window.Errors);
    }

    private async Task<Window> OpenAsync(long instance)
    {
        var window = await workspace.OpenAsync(browser, Approver);
        await window.GoToAsync($"/instances/{instance}");
        await Expect(window.Page.Locator(Approve)).ToBeEnabledAsync();
        return window;
    }
}
