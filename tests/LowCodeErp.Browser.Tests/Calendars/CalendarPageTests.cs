using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Calendars;

public sealed class CalendarPageTests(BrowserFixture browser)
{
    private const string Address = "/administration/calendar";

    private IWorkingCalendars Calendars => browser.Workspace.Services.GetRequiredService<IWorkingCalendars>();

    [Theory]
    [MemberData(nameof(Screens.All), MemberType = typeof(Screens))]
    public async Task Year_OnEveryScreen_IsAccessibleAndFits(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenSignedInAsync(width, scheme);
        await window.GoToAsync($"{Address}?year=2025");
        await Expect(window.Page.Locator("#calendar-summary")).ToHaveTextAsync("工作日 248 天 · 节假日 28 天 · 调休上班 5 天");
        await Expect(window.Page.Locator(".month")).ToHaveCountAsync(12);
        await CheckAsync(window, $"calendar-{width}-{scheme}");

        await window.Page.ClickAsync("[data-date='2025-10-01']");
        await Expect(window.Page.Locator("dialog[open] h2")).ToHaveTextAsync("2025年10月1日 星期三");
        await CheckAsync(window, $"calendar-day-{width}-{scheme}");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Days_ChangedByKeyboard_AreStoredAndShown()
    {
        await using var window = await browser.OpenSignedInAsync();
        await window.GoToAsync($"{Address}?year=2031");
        await Expect(window.Page.Locator("[data-date][tabindex='0']")).ToHaveCountAsync(1);

        await window.Page.FocusAsync("[data-date='2031-01-01']");
        foreach (var key in new[] { "PageDown", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowLeft" })
        {
            await window.Page.Keyboard.PressAsync(key);
        }

        await Expect(window.Page.Locator("[data-date='2031-02-09']")).ToBeFocusedAsync();
        await Expect(window.Page.Locator("[data-date][tabindex='0']")).ToHaveAttributeAsync("data-date", "2031-02-09");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.CheckAsync("#day-working");
        await window.Page.FillAsync("#day-last", "2031-02-10");
        await window.Page.FillAsync("#day-name", "赶工");
        await window.Page.ClickAsync("#day-save");

        await Expect(window.Page.Locator("[role=status]:has-text('已保存：2031年2月9日')")).ToBeVisibleAsync();
        await Expect(window.Page.Locator("[data-date='2031-02-09']")).ToHaveAttributeAsync("aria-label", "2月9日 星期日，赶工，上班");
        await Expect(window.Page.Locator(".month >> nth=1 >> .names li")).ToHaveTextAsync(new Regex("9–10日\\s*赶工"));
        await Expect(window.Page.Locator("[data-date='2031-02-09']")).ToBeFocusedAsync();
        Assert.True(Calendars.Current.IsWorkingDay(new(2031, 2, 9)));

        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.CheckAsync("#day-week");
        await window.Page.ClickAsync("#day-save");
        await Expect(window.Page.Locator("[data-date='2031-02-09']")).ToHaveAttributeAsync("aria-label", "2月9日 星期日，休息");
        Assert.False(Calendars.Current.IsWorkingDay(new(2031, 2, 9)));
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Dialog_WithTheEndBeforeTheStart_SaysSoAndStoresNothing()
    {
        await using var window = await browser.OpenSignedInAsync();
        await window.GoToAsync($"{Address}?year=2032");

        await window.Page.ClickAsync("[data-date='2032-03-03']");
        await window.Page.CheckAsync("#day-rest");
        await window.Page.FillAsync("#day-last", "2032-03-01");
        await window.Page.ClickAsync("#day-save");

        await Expect(window.Page.Locator("dialog [role=alert]")).ToContainTextAsync("2032-03-01 早于 2032-03-03");
        Assert.Empty(Calendars.Current.DaysOf(2032));
    }

    [Fact]
    public async Task Menu_LeadsHereAndTheYearsFollow()
    {
        await using var window = await browser.OpenSignedInAsync();
        await window.Page.ClickAsync("nav >> text=工作日历");
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("工作日历");
        await window.Page.GotoAsync($"{Address}?year=2026");
        await window.CircuitStartedAsync();

        await window.Page.ClickAsync("[aria-label='2025 年（上一年）']");

        await Expect(window.Page.Locator("#calendar-year")).ToHaveTextAsync("2025 年");
        await Expect(window.Page.Locator("[data-date='2025-01-28']")).ToHaveAttributeAsync("aria-label", "1月28日 星期二，春节，休息");
    }

    /// <summary>As the clock of this test stands, the next year is one that the program does not bring.</summary>
    [Fact]
    public async Task ComingYear_WithoutHolidays_IsWarnedOfUntilItHasSome()
    {
        var coming = TimeProvider.System.GetUtcNow().AddHours(8).Year + 1;
        await using var window = await browser.OpenSignedInAsync();
        foreach (var day in Calendars.Current.DaysOf(coming).ToList())
        {
            await Calendars.ClearAsync(day.Date, day.Date, Actor.System, TestContext.Current.CancellationToken);
        }

        await window.GoToAsync(Address);
        await Expect(window.Page.Locator($"[data-missing-year='{coming}']")).ToBeVisibleAsync();
        await window.CheckAccessibilityAsync();

        await Calendars.SetAsync([new(new(coming, 1, 1), false, new("元旦"))], Actor.System, TestContext.Current.CancellationToken);

        await Expect(window.Page.Locator("[data-missing-year]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Member_WhoIsNoAdministrator_MayOnlyLook()
    {
        await using var workspace = new TemporaryWorkspace();
        workspace.UseKestrel(0);
        workspace.StartServer();
        await workspace.AddMemberAsync(BrowserFixture.UserName);
        await using var window = await browser.OpenAsync(address: workspace.ClientOptions.BaseAddress);
        await window.SignInAsync(BrowserFixture.UserName, TemporaryWorkspace.Password);
        await Expect(window.Page.Locator("nav >> text=工作日历")).ToHaveCountAsync(0);

        await window.GoToAsync($"{Address}?year=2026");

        await Expect(window.Page.Locator(".read-only")).ToHaveTextAsync("只有管理员可以修改工作日历。");
        await Expect(window.Page.Locator(".month button")).ToHaveCountAsync(0);
        await Expect(window.Page.Locator(".month >> nth=9 >> .names")).ToContainTextAsync("国庆节");
        await window.CheckAccessibilityAsync();
    }

    private static async Task CheckAsync(Window window, string screenshot)
    {
        await window.SaveScreenshotAsync(screenshot);
        await window.CheckAccessibilityAsync();
        await window.ExpectNoSidewaysScrollAsync();
    }
}
