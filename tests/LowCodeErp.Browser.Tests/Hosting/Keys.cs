using Microsoft.Playwright;

namespace LowCodeErp.Browser.Tests.Hosting;

/// <summary>Keys that scripts of a page listen to.</summary>
internal static class Keys
{
    private const int MostTimes = 60;

    /// <summary>Nobody can tell from outside when a page that has just come begins to listen; a person presses once more.</summary>
    public static async Task PressUntilAsync(this IPage page, string key, string appears)
    {
        for (var times = 1; ; times++)
        {
            await page.Keyboard.PressAsync(key);
            try
            {
                await page.WaitForSelectorAsync(appears, new() { Timeout = 1000 });
                return;
            }
            catch (TimeoutException) when (times < MostTimes)
            {
                // Not yet.
            }
        }
    }
}
