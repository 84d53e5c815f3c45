using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Runtime.Drafts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Drafts;

/// <summary>Drafts of records while the server goes on.</summary>
public sealed class DraftTests(BrowserFixture browser)
{
    [Theory]
    [MemberData(nameof(Screens.All), MemberType = typeof(Screens))]
    public async Task Browser_ClosedMidForm_OffersTheDraftInTheNextOne(int width, ColorScheme scheme)
    {
        var id = await browser.Records.AddCustomerAsync($"关掉浏览器{width}{scheme}", "华东");
        await using (var first = await browser.OpenSignedInAsync(width, scheme))
        {
            await first.GoToAsync($"/forms/customer/{id}");
            await first.Page.FillAsync("#field-city", "无锡");
            await first.Page.FocusAsync("#field-remark");
            await first.Page.Keyboard.TypeAsync("写到一半");
            await DraftIsKeptAsync(id, "写到一半");
        }

        await browser.Records.ChangeAsync("customer", id, "city", "苏州");
        await using var window = await browser.OpenSignedInAsync(width, scheme);
        await window.GoToAsync($"/forms/customer/{id}");
        await Expect(window.Page.Locator("#field-city")).ToHaveValueAsync("苏州");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "继续填写" }).ClickAsync();

        await Expect(window.Page.Locator("#field-city")).ToHaveValueAsync("无锡");
        await Expect(window.Page.Locator("#field-remark")).ToHaveValueAsync("写到一半");
        await Expect(window.Page.Locator(".draft-notice")).ToContainTextAsync(new Regex("“城市”在此期间已被改为“苏州”.*“无锡”"));
        await window.SaveScreenshotAsync($"draft-notes-{width}-{scheme}");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        await window.Page.ClickAsync("[data-save]");
        await Expect(window.Page.Locator(".bar .status")).ToHaveTextAsync("已保存");
        Assert.Empty(await ListDraftsAsync(id));
    }

    [Fact]
    public async Task Draft_Discarded_IsNotOfferedAgain()
    {
        var id = await browser.Records.AddCustomerAsync("不要草稿");
        await using var window = await browser.OpenSignedInAsync();
        await window.GoToAsync($"/forms/customer/{id}");
        await window.Page.FillAsync("#field-city", "常州");
        await DraftIsKeptAsync(id, "常州");
        await window.Page.CloseAsync(new() { RunBeforeUnload = false });

        await using var again = await browser.OpenSignedInAsync();
        await again.GoToAsync($"/forms/customer/{id}");
        await again.Page.GetByRole(AriaRole.Button, new() { Name = "放弃草稿" }).ClickAsync();
        await Expect(again.Page.Locator("#field-city")).ToBeEnabledAsync();
        await Expect(again.Page.Locator("#field-city")).ToHaveValueAsync("");
        await again.GoToAsync($"/forms/customer/{id}");

        await Expect(again.Page.Locator("#field-city")).ToBeEnabledAsync();
        await Expect(again.Page.Locator(".draft-notice")).ToHaveCountAsync(0);
    }

    /// <summary>Neither takes the other's, and whoever comes back is offered both.</summary>
    [Theory]
    [MemberData(nameof(Screens.All), MemberType = typeof(Screens))]
    public async Task NewForm_InTwoWindowsOfOnePerson_KeepsADraftOfEach(int width, ColorScheme scheme)
    {
        // First, since signing in forgets what other tests have left.
        await using var window = await browser.OpenSignedInAsync(width, scheme);
        var (one, two) = ($"窗口一{width}{scheme}", $"窗口二{width}{scheme}");
        await using (var first = await browser.OpenSignedInAsync())
        await using (var second = await browser.OpenSignedInAsync())
        {
            await TypeNameAsync(first, one);
            await NewDraftIsKeptAsync(one);
            await second.GoToAsync("/forms/customer/new");
            await second.Page.ClickAsync("#leave-drafts");
            await second.Page.FillAsync("#field-name", two);
            await first.Page.FillAsync("#field-remark", "还在写");
            await NewDraftIsKeptAsync(two);
            await NewDraftIsKeptAsync("还在写");
        }

        await window.GoToAsync("/forms/customer/new");
        var offers = window.Page.Locator(".draft-notice .offer");
        await Expect(offers).ToHaveCountAsync(2);
        await Expect(offers.Filter(new() { HasText = two })).ToHaveCountAsync(1);
        await window.SaveScreenshotAsync($"draft-offers-{width}-{scheme}");
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
        await offers.Filter(new() { HasText = one }).GetByRole(AriaRole.Button, new() { Name = "继续填写" }).ClickAsync();

        await Expect(window.Page.Locator("#field-name")).ToHaveValueAsync(one);
        await Expect(window.Page.Locator("#field-remark")).ToHaveValueAsync("还在写");
        await window.Page.ClickAsync("[data-save]");
        await Expect(window.Page.Locator(".bar .status")).ToHaveTextAsync("已保存");
        await window.GoToAsync("/forms/customer/new");
        await window.Page.ClickAsync("#continue-draft");
        await Expect(window.Page.Locator("#field-name")).ToHaveValueAsync(two);
    }

    private static async Task TypeNameAsync(Window window, string name)
    {
        await window.GoToAsync("/forms/customer/new");
        await window.Page.FillAsync("#field-name", name);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Task NewDraftIsKeptAsync(string text) => DraftIsKeptAsync(null, text);

    private async Task DraftIsKeptAsync(long? id, string text)
    {
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var since = TimeProvider.System.GetTimestamp();
        while (!(await ListDraftsAsync(id)).Any(draft => draft.Content.Contains(text, StringComparison.Ordinal)))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromMinutes(1), $"“{text}” was not kept.");
            await glance.WaitForNextTickAsync(Cancellation);
        }
    }

    private async Task<IReadOnlyList<WindowDraft>> ListDraftsAsync(long? id)
        => await browser.Workspace.Services.GetRequiredService<IDraftStore>().ListAsync(new((await browser.GetMemberAsync()).Id, "customer", id), Cancellation);
}
