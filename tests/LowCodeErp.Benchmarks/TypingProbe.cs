using Microsoft.Playwright;

namespace LowCodeErp.Benchmarks;

/// <summary>
/// Watches a box in the browser, and the element that shows what follows from it: from the browser's own time of a keystroke to
/// the frame after the letter stands in the box, and to the frame after the result of that keystroke, or of a later one, stands there.
/// </summary>
internal sealed class TypingProbe(IPage page)
{
    private const string Script =
        """
        ([box, result]) => {
          const input = document.querySelector(box), output = document.querySelector(result);
          const waiting = [], probe = { echo: [], result: [], errors: [] };
          const number = text => Number((text ?? '').replace(/[^0-9.-]/g, ''));
          const base = output && number(output.textContent) - number(input.value);
          const afterFrame = done => requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => done(performance.now()); channel.port2.postMessage(0); });
          let pressed;
          input.addEventListener('keydown', event => pressed = event.timeStamp, true);
          input.addEventListener('input', () => {
            const at = pressed;
            afterFrame(now => probe.echo.push(now - at));
            waiting.push({ at, expected: base + number(input.value) });
          }, true);
          if (output) {
            new MutationObserver(() => {
              const shown = number(output.textContent), index = waiting.findLastIndex(entry => Math.abs(entry.expected - shown) < 0.001);
              const done = waiting.splice(0, index + 1);
              if (done.length > 0) {
                afterFrame(now => done.forEach(entry => probe.result.push(now - entry.at)));
              }
            }).observe(output, { childList: true, characterData: true, subtree: true });
          }
          globalThis.probe = probe;
        }
        """;

    /// <param name="result">Shows what stands in the box plus something that does not change; null for a box from which nothing follows.</param>
    public async Task<(Percentiles Echo, Percentiles? Result)> TypeAsync(string box, string? result, int keystrokes, TimeSpan between)
    {
        await page.FillAsync(box, "");
        await page.FocusAsync(box);
        await page.WaitForTimeoutAsync(Settled);
        await page.EvaluateAsync(Script, new[] { box, result ?? "#nothing" });
        using var rhythm = new PeriodicTimer(between);
        for (var index = 0; index < keystrokes; index++)
        {
            // Three digits, then away with them again, so that the number stays small.
            await page.Keyboard.PressAsync(index % 6 < 3 ? "1" : "Backspace");
            await rhythm.WaitForNextTickAsync();
        }

        await page.WaitForTimeoutAsync(Settled);
        var echo = await page.EvaluateAsync<double[]>("probe.echo");
        var results = await page.EvaluateAsync<double[]>("probe.result");
        return result is null || results.Length >= keystrokes
            ? (new(echo), result is null ? null : new(results))
            : throw new InvalidOperationException($"Only {results.Length} of {keystrokes} results of {box} were shown.");
    }

    /// <summary>Nothing is measured in this time: what came before is over by then.</summary>
    private const int Settled = 1500;
}
