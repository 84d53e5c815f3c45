using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Studio;

/// <summary>What people do in the form designer.</summary>
internal static class Designer
{
    /// <summary>Adds a field or layout item of the palette, behind what is chosen; it is chosen then.</summary>
    public static async Task AddAsync(IPage page, string type)
    {
        await page.Locator(".palette button").GetByText(type, new() { Exact = true }).ClickAsync();
        await Expect(page.Locator(".properties h2")).ToContainTextAsync(type);
    }

    /// <summary>Renames the chosen field.</summary>
    public static async Task RenameAsync(IPage page, string label)
    {
        await page.FillAsync("#field-label", label);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".properties h2")).ToHaveTextAsync(label);
    }

    public static async Task ChooseAsync(IPage page, string field)
    {
        await page.ClickAsync($"[data-field={field}] > [data-choose]");
        await Expect(page.Locator($"[data-field={field}] > [data-choose]")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    public static async Task PublishAsync(IPage page)
    {
        await page.ClickAsync("[data-publish]");
        await Expect(page.Locator("[data-confirm]")).ToBeEnabledAsync();
        await page.ClickAsync("[data-confirm]");
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-publish]")).ToBeDisabledAsync();
    }
}
