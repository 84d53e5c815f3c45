using Microsoft.Playwright;

namespace LowCodeErp.Benchmarks;

/// <summary>Somebody types on the record page of the wide form, with the real server and Chromium; beside it a bare page that computes by itself.</summary>
internal static class TypingBenchmark
{
    private const int Keystrokes = 120;
    /// <summary>Before each measurement: a server that was just started compiles while it works.</summary>
    private const int WarmUps = 60;

    private const string Budget = "p95 < 100 ms";

    /// <summary>About eighty words a minute.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(150);

    private const string BarePage =
        """
        <input id="box"><output id="result">100</output>
        <script>document.getElementById('box').addEventListener('input', event => document.getElementById('result').textContent = 100 + Number(event.target.value))</script>
        """;

    public static async Task RunAsync(BenchmarkWorkspace workspace, long record, ResultTable table)
    {
        await using var server = await ProductServer.StartAsync(workspace.Target);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await ProductServer.LaunchBrowserAsync(playwright);
        var bare = await MeasureBareAsync(browser);
        var page = await OpenAsync(browser, server, record);
        var half = GeneratedForm.Wide.Lines / 2;
        await RunAsync("Typing in a line: its letter", "its line's amount, total, tax and what is due", $"#field-line-{half}-quantity", "#field-total");
        await RunAsync("Typing in a field that others are computed from: its letter", "the computed field", "#field-f2", "#field-f8");
        await RunAsync("Typing in a plain field: its letter", null, "#field-f10", null);

        async Task RunAsync(string what, string? follows, string box, string? result)
        {
            await new TypingProbe(page).TypeAsync(box, result, WarmUps, Between);
            var worked = server.ProcessorTime;
            var (echo, results) = await new TypingProbe(page).TypeAsync(box, result, Keystrokes, Between);
            var each = (server.ProcessorTime - worked).TotalMilliseconds / Keystrokes;
            table.Add(what, workspace, $"{echo}; {each:0.0} ms of the server's processor a letter", $"bare page {bare.Echo}", echo.P95 / bare.Echo.P95, Budget);
            if (results is not null)
            {
                table.Add($"Then {follows}", workspace, $"{results}", $"bare page {bare.Result}", results.P95 / bare.Result!.P95, Budget);
            }
        }
    }

    private static async Task<(Percentiles Echo, Percentiles? Result)> MeasureBareAsync(IBrowser browser)
    {
        var page = await browser.NewPageAsync();
        await page.SetContentAsync(BarePage);
        var measured = await new TypingProbe(page).TypeAsync("#box", "#result", Keystrokes, Between);
        await page.CloseAsync();
        return measured;
    }

    private static async Task<IPage> OpenAsync(IBrowser browser, ProductServer server, long record)
    {
        var page = await server.OpenAsync(browser);
        await page.GotoAsync($"/forms/{GeneratedForm.Wide.Key}/{record}");
        await page.WaitForSelectorAsync("#field-total");
        return page;
    }
}
