using Microsoft.Playwright;

namespace LowCodeErp.Browser.Tests.Studio;

/// <summary>Somebody at a page, and how much he has to do: every click and every key is counted, a letter as one key.</summary>
internal sealed class Hands(IPage page)
{
    public IPage Page => page;

    public int Clicks { get; private set; }

    public int Keys { get; private set; }

    public async Task ClickAsync(string selector)
    {
        Clicks++;
        await page.ClickAsync(selector);
    }

    /// <summary>Into whatever has the focus.</summary>
    public async Task TypeAsync(string text)
    {
        Keys += text.Length;
        await page.Keyboard.InsertTextAsync(text);
    }

    public async Task PressAsync(string key)
    {
        Keys++;
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>A click on the list and one on what is chosen.</summary>
    public async Task ChooseAsync(string selector, string label)
    {
        Clicks += 2;
        await page.SelectOptionAsync(selector, new SelectOptionValue { Label = label });
    }
}
