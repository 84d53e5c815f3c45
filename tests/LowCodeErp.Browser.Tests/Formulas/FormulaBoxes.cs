using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LowCodeErp.Browser.Tests.Formulas;

/// <summary>Boxes of formulas on a page.</summary>
internal static class FormulaBoxes
{
    /// <summary>Has a condition be typed as a formula, and puts the focus into its box.</summary>
    public static async Task OpenAsync(IPage page, string id)
    {
        var box = page.Locator($"textarea#{id}");
        if (!await box.IsVisibleAsync())
        {
            await page.Locator($".formula-entry:has(#{id}) [data-switch]").ClickAsync();
        }

        await Expect(box).ToBeEditableAsync();
        await box.FocusAsync();
    }
}
