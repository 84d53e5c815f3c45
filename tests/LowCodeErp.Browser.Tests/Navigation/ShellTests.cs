using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Navigation;

public sealed class ShellTests(BrowserFixture browser)
{
    private const int Desk = 1280;
    private const int Phone = 375;

    public static TheoryData<int, ColorScheme> Screens => new()
    {
        { Desk, ColorScheme.Light },
        { Desk, ColorScheme.Dark },
        { Phone, ColorScheme.Light },
        { Phone, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task SignInPage_OnEveryScreen_IsAccessibleAndFits(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenAsync(width, scheme);
        await window.Page.GotoAsync("/account/sign-in");

        await window.SaveScreenshotAsync($"sign-in-{width}-{scheme}");
        await window.CheckAccessibilityAsync();
        await ExpectNoSidewaysScrollAsync(window);
        Assert.Empty(window.Errors);
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task HomePage_OnEveryScreen_IsAccessibleAndFits(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenSignedInAsync(width, scheme);

        await window.SaveScreenshotAsync($"home-{width}-{scheme}");
        await window.CheckAccessibilityAsync();
        await ExpectNoSidewaysScrollAsync(window);
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task UnknownAddress_InTheCircuit_ShowsThePageForIt()
    {
        await using var window = await browser.OpenSignedInAsync();

        await window.Page.ClickAsync("text=应收账款与逾期核销明细台账 >> nth=0");

        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "没有找到这个页面", Level = 1 })).ToHaveCountAsync(1);
        await window.SaveScreenshotAsync("not-found-1280");
        await window.CheckAccessibilityAsync();
    }

    [Fact]
    public async Task Drawer_OnAPhone_WorksByKeyboardAndGivesTheFocusBack()
    {
        await using var window = await browser.OpenSignedInAsync(Phone);
        var toggle = window.Page.Locator("[data-menu-toggle]");
        var menu = window.Page.Locator("#app-menu");
        await Expect(menu).ToBeHiddenAsync();

        await toggle.FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(menu).ToBeVisibleAsync();
        await Expect(toggle).ToHaveAttributeAsync("aria-expanded", "true");
        Assert.True(await window.Page.EvaluateAsync<bool>("document.getElementById('app-menu').contains(document.activeElement)"));
        await window.SaveScreenshotAsync("drawer-375");
        await window.CheckAccessibilityAsync();

        await window.Page.Keyboard.PressAsync("Escape");
        await Expect(menu).ToBeHiddenAsync();
        await Expect(toggle).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Drawer_AfterChoosingAnEntry_Closes()
    {
        await using var window = await browser.OpenSignedInAsync(Phone);
        await window.Page.ClickAsync("[data-menu-toggle]");

        await window.Page.ClickAsync("#app-menu a[href='']");

        await Expect(window.Page.Locator("#app-menu")).ToBeHiddenAsync();
        await Expect(window.Page.Locator("main")).Not.ToHaveAttributeAsync("inert", "");
    }

    [Fact]
    public async Task SideBar_CollapsedAndReloaded_StaysCollapsed()
    {
        await using var window = await browser.OpenSignedInAsync();

        await window.Page.ClickAsync("[data-menu-toggle]");
        await window.SaveScreenshotAsync("sidebar-collapsed-1280");
        await window.CheckAccessibilityAsync();
        await window.Page.ReloadAsync();
        await window.CircuitStartedAsync();

        await Expect(window.Page.Locator("html")).ToHaveAttributeAsync("data-sidebar", "collapsed");
        var box = await window.Page.Locator("#app-menu").BoundingBoxAsync();
        Assert.True(box!.Width < 80, $"the collapsed side bar is {box.Width} px wide");
    }

    [Fact]
    public async Task SkipLink_ByKeyboard_LeadsToTheContent()
    {
        await using var window = await browser.OpenSignedInAsync();

        await window.Page.FocusAsync(".lc-skip-link");
        await window.Page.Keyboard.PressAsync("Enter");

        await Expect(window.Page.Locator("#main")).ToBeFocusedAsync();
        Assert.Equal("/", new Uri(window.Page.Url).AbsolutePath);
    }

    [Fact]
    public async Task Theme_SwitchedToDarkAndReloaded_IsDarkFromTheFirstPaint()
    {
        await using var window = await browser.OpenSignedInAsync();
        var root = window.Page.Locator("html");

        await window.Page.ClickAsync("[data-theme-switch]");
        await Expect(root).ToHaveAttributeAsync("data-theme", "light");
        await window.Page.ClickAsync("[data-theme-switch]");
        await Expect(root).ToHaveAttributeAsync("data-theme", "dark");
        Assert.Equal("rgb(19, 21, 25)", await BackgroundAsync(window));

        var served = await (await window.Page.APIRequest.GetAsync(browser.Address.ToString())).TextAsync();
        Assert.Contains("data-theme=\"dark\"", served, StringComparison.Ordinal);
        await window.Page.ReloadAsync();
        Assert.Equal("rgb(19, 21, 25)", await BackgroundAsync(window));
    }

    [Fact]
    public async Task Language_SwitchedToEnglish_HoldsInTheCircuit()
    {
        await using var window = await browser.OpenSignedInAsync();

        await window.Page.ClickAsync("a[hreflang=en]");
        await window.CircuitStartedAsync();

        await Expect(window.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await window.Page.ClickAsync("#app-menu a[href='sample/orders']");
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "This page was not found", Level = 1 })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task UserMenu_SignOut_EndsAtSignIn()
    {
        await using var window = await browser.OpenSignedInAsync();

        await window.Page.ClickAsync(".user-menu summary");
        await window.SaveScreenshotAsync("user-menu-1280");
        await window.CheckAccessibilityAsync();
        await window.Page.ClickAsync(".user-menu button");

        await window.Page.WaitForURLAsync("**/account/sign-in");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Connection_Lost_ShowsOurDialogAndComesBackByItself()
    {
        await using var window = await browser.OpenSignedInAsync();
        var dialog = window.Page.Locator("#components-reconnect-modal");
        await Expect(dialog).ToBeHiddenAsync();

        await window.Page.EvaluateAsync("Blazor._internal.forceCloseConnection()");

        await Expect(dialog).ToContainTextAsync("正在重新连接");
        await Expect(dialog).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("show", ColorScheme.Light)]
    [InlineData("failed", ColorScheme.Light)]
    [InlineData("rejected", ColorScheme.Dark)]
    public async Task ReconnectDialog_InEachState_IsAccessible(string state, ColorScheme scheme)
    {
        await using var window = await browser.OpenSignedInAsync(scheme: scheme);

        await window.Page.EvaluateAsync($"document.getElementById('components-reconnect-modal').classList.add('components-reconnect-{state}')");

        await Expect(window.Page.Locator("#components-reconnect-modal h2:visible")).ToHaveCountAsync(1);
        await window.SaveScreenshotAsync($"reconnect-{state}");
        await window.CheckAccessibilityAsync();
    }

    private static Task<string> BackgroundAsync(Window window)
        => window.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    private static async Task ExpectNoSidewaysScrollAsync(Window window)
        => Assert.True(
            await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            "the page is wider than the screen");
}
