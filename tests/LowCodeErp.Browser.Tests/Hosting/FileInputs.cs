using Microsoft.Playwright;

namespace LowCodeErp.Browser.Tests.Hosting;

/// <summary>
/// Chooses files in an input as a person does, who is never faster than the page: an input that Blazor has not taken over yet would
/// hear of nothing.
/// </summary>
internal static class FileInputs
{
    public static async Task ChooseFilesAsync(this IPage page, string selector, string path)
    {
        await UntilReadyAsync(page, selector);
        await page.SetInputFilesAsync(selector, path);
    }

    public static Task ChooseFilesAsync(this IPage page, string selector, FilePayload file) => page.ChooseFilesAsync(selector, [file]);

    public static async Task ChooseFilesAsync(this IPage page, string selector, IEnumerable<FilePayload> files)
    {
        await UntilReadyAsync(page, selector);
        await page.SetInputFilesAsync(selector, files);
    }

    private static Task<IJSHandle> UntilReadyAsync(IPage page, string selector)
        => page.WaitForFunctionAsync("selector => document.querySelector(selector)?._blazorInputFileNextFileId !== undefined", selector);
}
