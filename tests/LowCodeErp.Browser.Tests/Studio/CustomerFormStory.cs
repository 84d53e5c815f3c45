using System.Globalization;
using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static LowCodeErp.Browser.Tests.Studio.Designer;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Studio;

/// <summary>
/// Somebody who knows spreadsheets and no code makes the customer master of R1 to R9 from nothing, has it filled in on a phone, changes it the
/// week after and goes back. How many clicks and keys the making takes stands in the README and never rises.
/// </summary>
public sealed class CustomerFormStory(BrowserFixture browser, EmptyWorkspace workspace) : IClassFixture<EmptyWorkspace>
{
    private const string Customer = "ke-hu";
    private const string Order = "ding-dan";

    [Fact]
    public async Task CustomerMaster_FromNothing_IsMadeFilledChangedAndTakenBack()
    {
        await using var window = await browser.OpenSignedInAsync(workspace: workspace);
        await window.GoToAsync("/studio");
        var hands = new Hands(window.Page);
        await MakeCustomerAsync(hands);
        await MakeOrderAsync(hands);
        await AddUpOrdersAsync(hands);
        await Expect(window.Page.Locator(".problems")).ToContainTextAsync("没有问题");
        await window.SaveScreenshotAsync("story-customer-form", wholePage: false);
        await PublishAsync(window.Page);
        CheckEffort(hands);

        await FillOnPhoneAsync();
        await ChangeAsync(window.Page);
        await GoBackAsync(window);
        Assert.Empty(window.Errors);
    }

    private static async Task MakeCustomerAsync(Hands hands)
    {
        var page = hands.Page;
        await hands.ClickAsync("text=新建应用");
        await Expect(page.Locator("#app-label")).ToBeVisibleAsync();
        await page.FocusAsync("#app-label");
        await hands.TypeAsync("客户档案");
        await Expect(page.Locator("#app-key")).Not.ToHaveValueAsync("");
        await hands.PressAsync("Enter");
        await MakeFormAsync(hands, "客户");
        await hands.ClickAsync("[data-field=name] > [data-choose]");
        await Expect(page.Locator(".properties h2")).ToHaveTextAsync("名称");
        await hands.ClickAsync("#field-label");
        await page.Keyboard.PressAsync("Control+a");
        await NameAsync(hands, "客户名称");
        await AddAsync(hands, "自动编号", "客户编码");
        await AddAsync(hands, "单选", "行业", "制造", "零售", "服务");
        await AddAsync(hands, "行政区划", "区域");
        await AddAsync(hands, "地址", "详细地址");
        await AddAsync(hands, "数字", "员工人数");
        await AddAsync(hands, "金额", "年营业额");
        await AddAsync(hands, "单选", "信用等级", "A", "B", "C");
        await AddAsync(hands, "数字", "账期天数");
        await AddAsync(hands, "单选", "客户分层", "战略", "重点", "普通");
        await AddAsync(hands, "多行文本", "采购偏好");
        await AddAsync(hands, "多行文本", "决策链");
        await AddAsync(hands, "多行文本", "痛点");
        await AddAsync(hands, "子表单", "联系人");
        await AddColumnAsync(hands, "文本", "姓名");
        await AddColumnAsync(hands, "单选", "角色", "决策人", "技术接口人", "财务联系人", "收货联系人");
        await AddColumnAsync(hands, "电话", "手机");
    }

    private static async Task MakeOrderAsync(Hands hands)
    {
        await MakeFormAsync(hands, "订单");
        await AddAsync(hands, "关联", "客户");
        await hands.ChooseAsync("#setting-form", "客户");
        await AddAsync(hands, "金额", "订单金额");
        await AddAsync(hands, "日期", "订单日期");
    }

    /// <summary>R8 and R9: what was ordered, on the page of the customer.</summary>
    private static async Task AddUpOrdersAsync(Hands hands)
    {
        await hands.ClickAsync(".tree a:has-text('客户')");
        await Expect(hands.Page.Locator("[data-field=ke-hu-bian-ma]")).ToBeVisibleAsync();
        await AddRollupAsync(hands, "订单数", "条数", null);
        await AddRollupAsync(hands, "累计金额", "合计", "订单金额");
        await AddRollupAsync(hands, "最近下单", "最大值", "订单日期");
        await AddAsync(hands, "文本", "跟进建议");
        await hands.ClickAsync("details:has(#field-formula) summary");
        await Expect(hands.Page.Locator("#field-formula")).ToBeEditableAsync();
        await hands.ClickAsync("#field-formula");
        await hands.TypeAsync("IF([订单数] > 0, \"请回访\", \"请安排首次联系\")");
        await hands.PressAsync("Tab");
        await hands.ClickAsync(".palette button:text-is('相关列表')");
        await hands.ChooseAsync("#setting-form", "订单");
        await ChooseFirstAsync(hands, "#setting-field");
    }

    private static async Task MakeFormAsync(Hands hands, string label)
    {
        await hands.ClickAsync("button:has-text('新建表单')");
        await Expect(hands.Page.Locator("#form-label")).ToHaveValueAsync(new Regex("未命名"));
        await hands.ClickAsync("#form-label");
        await hands.Page.Keyboard.PressAsync("Control+a");
        await hands.TypeAsync(label);
        await hands.PressAsync("Enter");
        await Expect(hands.Page.Locator(".form-name h2")).ToHaveTextAsync(label);
    }

    private static async Task AddAsync(Hands hands, string type, string label, params string[] options)
    {
        await hands.ClickAsync($".palette button:text-is('{type}')");
        await Expect(hands.Page.Locator(".properties h2")).ToContainTextAsync(type);
        await Expect(hands.Page.Locator("#field-label")).ToBeFocusedAsync();
        await NameAsync(hands, label);
        await AddOptionsAsync(hands, options);
    }

    private static async Task AddColumnAsync(Hands hands, string type, string label, params string[] options)
    {
        await hands.ChooseAsync("#add-column", type);
        await Expect(hands.Page.Locator(".properties h2")).ToContainTextAsync(type);
        await hands.ClickAsync("#field-label");
        await hands.Page.Keyboard.PressAsync("Control+a");
        await NameAsync(hands, label);
        await AddOptionsAsync(hands, options);
        await hands.ClickAsync("[data-back-to-table]");
    }

    private static async Task NameAsync(Hands hands, string label)
    {
        await hands.TypeAsync(label);
        await hands.PressAsync("Enter");
        await Expect(hands.Page.Locator(".properties h2")).ToHaveTextAsync(label);
    }

    private static async Task AddOptionsAsync(Hands hands, string[] options)
    {
        if (options.Length == 0)
        {
            return;
        }

        await hands.ClickAsync("#setting-options");
        foreach (var (index, option) in options.Index())
        {
            await hands.TypeAsync(option);
            await hands.PressAsync("Enter");
            await Expect(hands.Page.Locator($"#setting-options-{index}-label")).ToHaveValueAsync(option);
        }
    }

    private static async Task AddRollupAsync(Hands hands, string label, string operation, string? field)
    {
        await AddAsync(hands, "汇总", label);
        await hands.ChooseAsync("#setting-form", "订单");
        await ChooseFirstAsync(hands, "#setting-reference");
        await hands.ChooseAsync("#setting-operation", operation);
        if (field is not null)
        {
            await Expect(hands.Page.Locator("#setting-field option", new() { HasText = field })).ToHaveCountAsync(1);
            await hands.ChooseAsync("#setting-field", (await hands.Page.Locator("#setting-field option", new() { HasText = field }).TextContentAsync())!);
        }
    }

    /// <summary>The only field that refers here.</summary>
    private static async Task ChooseFirstAsync(Hands hands, string selector)
    {
        var option = hands.Page.Locator($"{selector} option").Nth(1);
        await Expect(option).ToHaveCountAsync(1);
        await hands.ChooseAsync(selector, (await option.TextContentAsync())!);
    }

    /// <summary>The row in the table of the README: | Customer master of R1–R9 | 97 | 203 |.</summary>
    private static void CheckEffort(Hands hands)
    {
        var row = Regex.Match(File.ReadAllText(Path.Combine(RepositoryFolder.Folder.FullName, "README.md")), @"R1–R9[^|]*\| (\d+) \| (\d+) \|");
        Assert.True(row.Success, $"The README has no row of the effort: {hands.Clicks} clicks, {hands.Keys} keys.");
        var (clicks, keys) = (Read(row.Groups[1]), Read(row.Groups[2]));
        Assert.True(hands.Clicks <= clicks && hands.Keys <= keys, $"{hands.Clicks} clicks and {hands.Keys} keys; the README says {clicks} and {keys}.");
    }

    private static int Read(Group number) => int.Parse(number.Value, CultureInfo.InvariantCulture);

    private async Task FillOnPhoneAsync()
    {
        await using var phone = await browser.OpenSignedInAsync(375, workspace: workspace);
        var page = phone.Page;
        await phone.GoToAsync($"/forms/{Customer}/new");
        await page.FillAsync("#field-ke-hu-ming-cheng", "华东五金");
        await page.SelectOptionAsync("#field-ke-hu-fen-ceng", new SelectOptionValue { Label = "重点" });
        await page.FillAsync("#field-yuan-gong-ren-shu", "120");
        await phone.ExpectNoSidewaysScrollAsync();
        await page.ClickAsync("#save-record");
        await Expect(page.Locator("[role=status]").Filter(new() { HasText = "已保存" })).ToBeVisibleAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("请安排首次联系");
        await phone.SaveScreenshotAsync("story-customer-phone");
        Assert.Empty(phone.Errors);
    }

    /// <summary>A field renamed, a rollup added, and one that is in use not removed.</summary>
    private async Task ChangeAsync(IPage page)
    {
        var hands = new Hands(page);
        await Designer.ChooseAsync(page, "ke-hu-fen-ceng");
        await RenameAsync(page, "客户层级");
        await AddRollupAsync(hands, "最大一单", "最大值", "订单金额");
        await Expect(page.Locator(".problems")).ToContainTextAsync("没有问题");
        await PublishAsync(page);
        Assert.Equal("客户层级", workspace.FindForm(Customer)!.Find("ke-hu-fen-ceng")!.Label.Chinese);
        Assert.NotNull(workspace.FindForm(Customer)!.Find("zui-da-yi-dan"));

        await page.ClickAsync(".tree a:has-text('订单')");
        await Designer.ChooseAsync(page, "ding-dan-jin-e");
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.Locator(".designer .said")).ToContainTextAsync("累计金额");
        await Expect(page.Locator("[data-field=ding-dan-jin-e]")).ToBeVisibleAsync();
    }

    private async Task GoBackAsync(Window window)
    {
        var page = window.Page;
        await page.ClickAsync(".versions");
        await page.Locator("[data-restore]").Last.ClickAsync();
        await Expect(page.Locator("[data-confirm]")).ToBeEnabledAsync();
        await page.ClickAsync("[data-confirm]");
        await Expect(page.Locator(".said")).Not.ToBeEmptyAsync();
        Assert.Equal("客户分层", workspace.FindForm(Customer)!.Find("ke-hu-fen-ceng")!.Label.Chinese);
        Assert.Null(workspace.FindForm(Customer)!.Find("zui-da-yi-dan"));
        Assert.NotNull(workspace.FindForm(Order));
    }
}
