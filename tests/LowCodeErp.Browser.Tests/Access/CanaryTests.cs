using System.Text.RegularExpressions;
using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Web.Tests.Canaries;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Access;

/// <summary>
/// Members of a random workspace walk through lists and records, and nothing that may not be seen reaches their browsers, neither on the page nor in the messages of its circuit
/// (R110, R111).
/// </summary>
public sealed class CanaryTests(BrowserFixture browser)
{
    /// <summary>One in which two members see some customers and some orders, and not all of them.</summary>
    private const int Seed = 8;

    private static readonly string[] _forms = ["customer", "order"];
    private static readonly string[] _columns = ["name", "phone", "number"];

    [Fact]
    public async Task Messages_OfAMemberWhoLooksEverywhere_HoldNothingThatIsHiddenFromHim()
    {
        await using var host = await CanaryHost.StartAsync(Seed, listens: true);
        var walked = 0;
        foreach (var member in host.Members.Where(member => SeesAPart(host, member.Id)))
        {
            await using var window = await browser.OpenAsync(address: host.Program.ClientOptions.BaseAddress);
            var received = new Received(window.Page);
            await window.SignInAsync(member.UserName!, TemporaryWorkspace.Password);
            foreach (var form in _forms)
            {
                await WalkAsync(window, form);
            }

            var (messages, answers, page) = (received.Messages, await received.AnswersAsync(), await window.Page.ContentAsync());
            var hidden = host.Workspace.HiddenFrom(member.Id);
            host.Workspace.AssertClean(member.Id, "messages of circuits", messages, hidden);
            host.Workspace.AssertClean(member.Id, "answers", answers, hidden);
            host.Workspace.AssertClean(member.Id, "page", page, hidden);
            // What reads nothing would pass as well.
            Assert.All(host.Workspace.ShownTo(member.Id).Where(canary => canary.Record.Id != host.Deleted && _columns.Contains(canary.Field)), canary => Assert.Contains(canary.Text, messages, StringComparison.Ordinal));
            Assert.Empty(window.Errors);
            walked++;
        }

        Assert.Equal(2, walked);
    }

    private static bool SeesAPart(CanaryHost host, long member)
        => _forms.All(form => host.Workspace.ShownTo(member).Any(canary => canary.Record.Form == form) && host.Workspace.HiddenFrom(member).Any(canary => canary.Record.Form == form));

    private static async Task WalkAsync(Window window, string form)
    {
        await window.GoToAsync($"/forms/{form}");
        await Expect(Rows(window.Page)).Not.ToHaveCountAsync(0);
        await SortAsync(window.Page);
        await GroupAsync(window.Page);
        await SearchAsync(window.Page);
        await ExportAsync(window.Page);
        // What is hidden is blank, and blanks come last: those records among them.
        await OpenAsync(window.Page, Rows(window.Page).First);
        await window.GoToAsync($"/forms/{form}");
        await OpenAsync(window.Page, Rows(window.Page).Last);
        await PickAsync(window, form);
        await window.GoToAsync($"/forms/{form}/trash");
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("回收站");
    }

    /// <summary>By every column, both ways.</summary>
    private static async Task SortAsync(IPage page)
    {
        foreach (var column in await page.Locator("th:has(a.sort)").AllAsync())
        {
            await column.Locator("a.sort").ClickAsync();
            await Expect(column).ToHaveAttributeAsync("aria-sort", "ascending");
            await column.Locator("a.sort").ClickAsync();
            await Expect(column).ToHaveAttributeAsync("aria-sort", "descending");
            await Expect(page.Locator(".record-table")).ToHaveAttributeAsync("aria-busy", "false");
        }
    }

    private static async Task GroupAsync(IPage page)
    {
        foreach (var option in await page.Locator("#list-group option[value]:not([value=''])").EvaluateAllAsync<string[]>("options => options.map(option => option.value)"))
        {
            await page.SelectOptionAsync("#list-group", option);
            await Expect(page).ToHaveURLAsync(new Regex($"group={option}"));
            await Expect(page.Locator(".group-table tbody tr")).Not.ToHaveCountAsync(0);
        }

        await page.SelectOptionAsync("#list-group", "");
        await Expect(Rows(page)).Not.ToHaveCountAsync(0);
    }

    /// <summary>With what all values have in common; in the quick search, in the box of each column, and as a formula.</summary>
    private static async Task SearchAsync(IPage page)
    {
        await page.FillAsync("#list-search", "x");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("q=x"));
        var filters = page.Locator("[aria-controls=list-filters]");
        await filters.ClickAsync();
        await Expect(page.Locator("#list-formula")).ToBeVisibleAsync();
        foreach (var box in await page.Locator("#list-filters input[type=search][id$=-has]").AllAsync())
        {
            await box.FillAsync("x");
            await page.Keyboard.PressAsync("Enter");
            await Expect(filters).ToContainTextAsync("1");
            await box.FillAsync("");
            await page.Keyboard.PressAsync("Enter");
            await Expect(filters).Not.ToContainTextAsync("1");
        }

        await page.FocusAsync("#list-formula");
        await page.Keyboard.TypeAsync("[n");
        await Expect(page.Locator("#list-formula-suggestions [role=option]")).Not.ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Escape");
        await page.FillAsync("#list-formula", "1 = 1");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("where="));
        await Expect(page.Locator(".record-table")).ToHaveAttributeAsync("aria-busy", "false");
    }

    private static async Task ExportAsync(IPage page)
    {
        await page.ClickAsync(".export-menu summary");
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync(".export-menu a[href*='.csv']"));
        Assert.NotEmpty(await File.ReadAllTextAsync(await download.PathAsync()));
        await page.Keyboard.PressAsync("Escape");
    }

    /// <summary>A record with its history, lines, related lists and comments, and on paper.</summary>
    private static async Task OpenAsync(IPage page, ILocator row)
    {
        await row.ClickAsync();
        await Expect(page.Locator("#save-record, .bar")).Not.ToHaveCountAsync(0);
        await page.ClickAsync("[aria-controls=history-entries]");
        await Expect(page.Locator("#history-entries > ol > li")).Not.ToHaveCountAsync(0);
        await Expect(page.Locator(".comments")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "打印", Exact = true }).ClickAsync();
        await Expect(page.Locator(".print header")).ToBeVisibleAsync();
    }

    /// <summary>Suggestions of references, in a new record.</summary>
    private static async Task PickAsync(Window window, string form)
    {
        await window.GoToAsync($"/forms/{form}/new");
        if (form == "order")
        {
            await window.Page.Locator("#field-customer").PressSequentiallyAsync("c");
            await Expect(window.Page.Locator("[role=option]")).Not.ToHaveCountAsync(0);
        }
    }

    private static ILocator Rows(IPage page) => page.Locator("[data-row-link]");
}
