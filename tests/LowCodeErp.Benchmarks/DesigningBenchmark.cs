using Microsoft.Playwright;

namespace LowCodeErp.Benchmarks;

/// <summary>Somebody designs a form of 200 fields, with the real server and Chromium; beside it a bare page of as many fields that moves one by itself.</summary>
internal static class DesigningBenchmark
{
    private const int Edits = 60;

    /// <summary>Before each measurement: a server that was just started compiles while it works.</summary>
    private const int WarmUps = 20;

    private const string Budget = "p95 < 100 ms";

    /// <summary>In the middle of the page, so that as much stands behind it as before it.</summary>
    private const string Field = "f102";

    private const string Chosen = $"[data-field={Field}] > [data-choose]";

    private const string OfPalette = "[data-drag='field:text']";

    private const string BarePage =
        """
        <ul data-canvas></ul>
        <script>
          const list = document.querySelector('ul');
          list.innerHTML = Array.from({ length: 200 }, (_, place) => `<li data-field="f${place}"><button><span class="label">Field ${place}</span></button></li>`).join('');
          document.addEventListener('keydown', () => list.append(list.firstElementChild));
        </script>
        """;

    /// <summary>What the server does after an edit, such as looking for mistakes, is over by the next.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(400);

    public static async Task RunAsync(BenchmarkWorkspace workspace, ResultTable table)
    {
        await using var server = await ProductServer.StartAsync(workspace.Target);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await ProductServer.LaunchBrowserAsync(playwright);
        var bare = await MeasureBareAsync(browser);
        var page = await OpenAsync(browser, server);
        var probe = await DesigningProbe.StartAsync(page);

        await RunAsync("A field renamed in the property panel", async number =>
        {
            await page.FillAsync("#field-label", $"名称 {number}");
            return "Tab";
        });
        await RunAsync("A field moved by keyboard", async number =>
        {
            await page.FocusAsync(Chosen);
            return number % 2 == 0 ? "Alt+ArrowDown" : "Alt+ArrowUp";
        });
        await RunAsync("A field added from the palette", async number =>
        {
            if (number > 0)
            {
                await UndoAsync();
            }

            return await PointAtPaletteAsync();
        });
        await RunAsync("An addition undone", async _ =>
        {
            await probe.PressAsync(await PointAtPaletteAsync());
            await page.FocusAsync(Chosen);
            return "Control+z";
        });

        async Task RunAsync(string what, Func<int, Task<string>> prepare)
        {
            var (times, worked) = (new List<double>(), TimeSpan.Zero);
            for (var number = 0; number < WarmUps + Edits; number++)
            {
                var key = await prepare(number);
                await Task.Delay(Between);
                var before = server.ProcessorTime;
                var time = await probe.PressAsync(key);
                await Task.Delay(Between);
                if (number >= WarmUps)
                {
                    times.Add(time);
                    worked += server.ProcessorTime - before;
                }
            }

            var measured = new Percentiles(times);
            table.Add(what, workspace, $"{measured}; {worked.TotalMilliseconds / Edits:0.0} ms of the server's processor an edit", $"bare page {bare}", measured.P95 / bare.P95, Budget);
        }

        async Task UndoAsync()
        {
            await page.FocusAsync(Chosen);
            await probe.PressAsync("Control+z");
        }

        // What is added stands behind what is chosen.
        async Task<string> PointAtPaletteAsync()
        {
            await page.ClickAsync(Chosen);
            await page.WaitForSelectorAsync($"{Chosen}[aria-pressed=true]");
            await page.FocusAsync(OfPalette);
            return "Enter";
        }
    }

    private static async Task<Percentiles> MeasureBareAsync(IBrowser browser)
    {
        var page = await browser.NewPageAsync();
        await page.SetContentAsync(BarePage);
        var probe = await DesigningProbe.StartAsync(page);
        var times = new List<double>();
        for (var number = 0; number < WarmUps + Edits; number++)
        {
            await Task.Delay(Between);
            times.Add(await probe.PressAsync("Enter"));
        }

        await page.CloseAsync();
        return new(times.Skip(WarmUps));
    }

    private static async Task<IPage> OpenAsync(IBrowser browser, ProductServer server)
    {
        var page = await server.OpenAsync(browser);
        await page.GotoAsync($"/studio/{GeneratedApp.Key}?form={GeneratedForm.Arranged.Key}");
        await page.WaitForSelectorAsync("[data-interactive=true]");
        await page.ClickAsync(Chosen);
        await page.WaitForSelectorAsync($"{Chosen}[aria-pressed=true]");
        return page;
    }
}
