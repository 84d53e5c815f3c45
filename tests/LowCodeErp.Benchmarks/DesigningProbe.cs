using Microsoft.Playwright;

namespace LowCodeErp.Benchmarks;

/// <summary>
/// Watches a canvas in the browser: from the browser's own time of a keystroke to the frame after the canvas shows other fields, another
/// order of them or another name than before it.
/// </summary>
internal sealed class DesigningProbe
{
    private const string Script =
        """
        () => {
          const canvas = document.querySelector('[data-canvas]');
          const shown = () => [...canvas.querySelectorAll('[data-field]')].map(field => field.dataset.field + field.querySelector('.label').textContent).join('\n');
          const afterFrame = done => requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => done(performance.now()); channel.port2.postMessage(0); });
          let pressed, before, answer;
          document.addEventListener('keydown', event => pressed = event.timeStamp, true);
          new MutationObserver(() => {
            if (answer && shown() !== before) {
              const done = answer;
              answer = undefined;
              afterFrame(now => done(now - pressed));
            }
          }).observe(canvas, { childList: true, characterData: true, attributes: true, subtree: true });
          globalThis.probe = {
            begin() {
              before = shown();
              this.time = new Promise(resolve => { answer = resolve; });
            },
          };
        }
        """;

    /// <summary>An edit that shows nothing has failed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IPage _page;

    private DesigningProbe(IPage page) => _page = page;

    public static async Task<DesigningProbe> StartAsync(IPage page)
    {
        await page.EvaluateAsync(Script);
        return new(page);
    }

    /// <returns>Milliseconds until the canvas was drawn.</returns>
    public async Task<double> PressAsync(string key)
    {
        await _page.EvaluateAsync("probe.begin()");
        await _page.Keyboard.PressAsync(key);
        return await _page.EvaluateAsync<double>("probe.time").WaitAsync(Patience);
    }
}
