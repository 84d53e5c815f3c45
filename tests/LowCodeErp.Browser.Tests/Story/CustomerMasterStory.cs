using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Story;

/// <summary>Somebody keeps the customer master: a new customer with its people, one that exists already, a visit, and a look at everything about it.</summary>
public sealed class CustomerMasterStory(BrowserFixture browser)
{
    private const float Patience = 60_000;

    private static readonly string[] Tabs = ["联系人", "档案", "信用", "画像与细分", "跟进记录", "反馈与投诉"];

    [Theory]
    [InlineData(Screens.Desk)]
    [InlineData(Screens.Phone)]
    public async Task Customer_CreatedFollowedUpAndLookedAt_IsOneRecordForEverybody(int width)
    {
        await using var workspace = await TieringWorkspace.StartAsync(isFilled: true);
        await using var window = await browser.OpenSignedInAsync(width, workspace: workspace);
        window.Page.SetDefaultTimeout(Patience);
        var page = window.Page;
        var today = await page.EvaluateAsync<string>("() => new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10)");

        // A salesperson enters it: who they are, where, how to reach them.
        await window.GoToAsync("/forms/customer/new");
        await FillAsync(page, "name", $"江南样例文具有限公司{width}");
        await PickAsync(page, "category", "VIP 客户");
        await page.SelectOptionAsync("#field-layer", "strategic");
        await page.SelectOptionAsync("#field-industry", "manufacturing");
        await PickAsync(page, "owner", BrowserFixture.UserName);
        await page.FillAsync("#field-tags", "年度框架，看重服务");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".items-picker:has(#field-tags) .item-title")).ToHaveTextAsync(["年度框架", "看重服务"]);
        await page.GetByRole(AriaRole.Tab, new() { Name = "联系人" }).ClickAsync();
        await FillAsync(page, "phone", "021-5550-0001");
        await FillAsync(page, "email", "info@sample.example.com");
        await AddContactAsync(page, 0, "周文", "delivery");
        await page.GetByRole(AriaRole.Tab, new() { Name = "档案" }).ClickAsync();
        await FillAsync(page, "employees", "1200");
        await FillAsync(page, "revenue", "52000");
        await Expect(page.Locator("#field-size-class")).ToContainTextAsync("大型");
        await FillAsync(page, "address-province", "江苏省苏州市姑苏区示范路9号");
        await Expect(page.Locator("#field-address-detail")).ToHaveValueAsync("示范路9号");
        await page.SelectOptionAsync("#field-source", "exhibition");
        await FillAsync(page, "source-detail", "2026 秋季办公用品展");
        await page.ClickAsync("[data-save]");

        // A delivery contact needs a telephone, and this number is another customer's.
        await Expect(page.Locator(".error-summary")).ToContainTextAsync("电话");
        await window.SaveScreenshotAsync($"customer-master-refused-{width}");
        await page.GetByRole(AriaRole.Tab, new() { Name = "联系人" }).ClickAsync();
        await FillAsync(page, "contact-0-mobile", "13900009001");
        await FillAsync(page, "phone", await TelephoneOfAnotherAsync(workspace));
        await page.ClickAsync("[data-save]");
        await Expect(page.Locator(".error-summary")).ToContainTextAsync("已有客户使用这个公司电话");
        await FillAsync(page, "phone", $"021-666{width:00000}");
        await page.ClickAsync("[data-save]");

        // A strategic customer without a decision maker is asked about, and then has one.
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("还没有决策人联系人");
        await page.GetByRole(AriaRole.Button, new() { Name = "返回修改" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await AddContactAsync(page, 1, "沈一帆", "decision-maker");
        await page.ClickAsync("[data-save]");
        await Expect(page).ToHaveURLAsync(new Regex("/forms/customer/[0-9]+$"));
        var address = new Uri(page.Url).AbsolutePath;
        await Expect(page.Locator("#field-status")).ToContainTextAsync("潜在");
        await Expect(page.Locator("#field-suggestion")).ToContainTextAsync("还没有跟进记录");
        await window.SaveScreenshotAsync($"customer-master-contacts-{width}");

        // A visit, written down on the spot.
        await page.ClickAsync("#field-new-follow-up");
        await Expect(page.Locator("#field-customer")).ToHaveValueAsync($"江南样例文具有限公司{width}");
        await page.SelectOptionAsync("#field-method", "visit");
        await FillAsync(page, "time", "下午2点半");
        await Expect(page.Locator("#field-time")).ToHaveValueAsync("14:30");
        await FillAsync(page, "content", "首次拜访，介绍了年度框架协议。");
        await page.Context.GrantPermissionsAsync(["geolocation"]);
        await page.Context.SetGeolocationAsync(new() { Longitude = 120.6196f, Latitude = 31.3172f, Accuracy = 20 });
        await page.ClickAsync("#field-place-locate");
        await Expect(page.Locator("#field-place-latitude")).ToHaveValueAsync(new Regex("^31\\.3172"));
        await Expect(page.Locator("#field-owner")).ToHaveValueAsync(BrowserFixture.UserName);
        await window.SaveScreenshotAsync($"customer-master-follow-up-{width}");
        await CheckAsync(window);
        await window.ExpectNoSidewaysScrollAsync();
        await page.ClickAsync("[data-save]");
        await Expect(page).ToHaveURLAsync(new Regex("/forms/follow-up/[0-9]+$"));

        // Everything about the customer follows.
        await window.GoToAsync(address);
        await page.GetByRole(AriaRole.Tab, new() { Name = "全景" }).ClickAsync();
        await Expect(page.Locator("#field-last-follow-up")).ToContainTextAsync(today);
        await Expect(page.Locator("#field-suggestion")).ToContainTextAsync("每季度拜访一次");
        await page.GetByRole(AriaRole.Tab, new() { Name = "跟进记录" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("首次拜访");
        await CheckAsync(window);
        await window.ExpectNoSidewaysScrollAsync();

        await window.GoToAsync("/forms/customer?q=苏州中益");
        await page.Locator("[data-row-link]").First.ClickAsync();
        await Expect(page.Locator("#field-order-count")).Not.ToHaveTextAsync("");
        await window.SaveScreenshotAsync($"customer-master-360-{width}");
        await CheckAsync(window);
        await window.ExpectNoSidewaysScrollAsync();
        foreach (var (index, tab) in Tabs.Index())
        {
            await page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Tab, new() { Name = tab })).ToHaveAttributeAsync("aria-selected", "true");
            await window.SaveScreenshotAsync($"customer-master-tab{index}-{width}");
            await window.ExpectNoSidewaysScrollAsync();
        }

        await window.GoToAsync("/forms/customer-category");
        await page.Locator("[data-row-link]", new() { HasText = "CC001" }).ClickAsync();
        await Expect(page.Locator(".related-list").Last).ToContainTextAsync($"江南样例文具有限公司{width}");
        await window.SaveScreenshotAsync($"customer-master-category-{width}");
        await window.GoToAsync("/forms/customer");
        await Expect(page.Locator("tr[data-row]").First).ToBeVisibleAsync();
        await window.SaveScreenshotAsync($"customer-master-list-{width}");
        Assert.Empty(window.Errors);
    }

    /// <summary>As somebody would write it who copies it from a card: full-width.</summary>
    private static async Task<string> TelephoneOfAnotherAsync(TieringWorkspace workspace)
    {
        var phone = await workspace.TelephoneOfAsync("C00001");
        return string.Concat(phone.Select(digit => char.IsAsciiDigit(digit) ? (char)(digit + 0xfee0) : digit));
    }

    /// <summary>At the end of the page, where the bar that stays at the edge of the screen covers nothing.</summary>
    private static async Task CheckAsync(Window window)
    {
        await window.Page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
        await window.CheckAccessibilityAsync();
    }

    private static async Task AddContactAsync(IPage page, int line, string name, string role)
    {
        await page.ClickAsync("#field-contact-add");
        await FillAsync(page, $"contact-{line}-name", name);
        await page.SelectOptionAsync($"#field-contact-{line}-role", role);
    }

    private static async Task FillAsync(IPage page, string field, string text)
    {
        await page.FillAsync($"#field-{field}", text);
        await page.Keyboard.PressAsync("Tab");
    }

    private static async Task PickAsync(IPage page, string field, string text)
    {
        await page.FocusAsync($"#field-{field}");
        await page.Keyboard.TypeAsync(text);
        await Expect(page.Locator($"#field-{field}-list li").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator($"#field-{field}-list")).ToHaveCountAsync(0);
    }
}
