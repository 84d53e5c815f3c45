using Microsoft.JSInterop;

namespace LowCodeErp.Studio.Shell;

/// <summary>Hands files that were made here to the person's browser.</summary>
internal static class BrowserDownload
{
    private const string Script = "./_content/LowCodeErp.Studio/downloads.js";

    public static async Task SaveFileAsync(this IJSRuntime browser, string name, string type, byte[] content)
    {
        using var stream = new DotNetStreamReference(new MemoryStream(content));
        await using var script = await browser.InvokeAsync<IJSObjectReference>("import", Script);
        await script.InvokeVoidAsync("save", name, type, stream);
    }

    public static async Task PrintPageAsync(this IJSRuntime browser)
    {
        await using var script = await browser.InvokeAsync<IJSObjectReference>("import", Script);
        await script.InvokeVoidAsync("print");
    }
}
