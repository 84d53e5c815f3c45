using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace LowCodeErp.Browser.Tests.Hosting;

/// <summary>A browser window with cookies of its own, which remembers what went wrong in it.</summary>
public sealed class Window : IAsyncDisposable
{
    private static readonly AxeRunOptions _wcag = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        // Whatever else it finds it would describe at length, and nobody reads that.
        ResultTypes = [ResultType.Violations],
    };

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _errors = new();

    internal Window(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.PageError += (_, error) => _errors.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _errors.Enqueue(message.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Exceptions and console errors since the window opened, among them everything that the content policy stopped.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>Interactive components answer only from here on.</summary>
    public Task CircuitStartedAsync() => Page.WaitForSelectorAsync("[data-interactive=true]");

    public async Task SignInAsync(string userName, string password)
    {
        await Page.GotoAsync("/account/sign-in");
        await Page.FillAsync("#user-name", userName);
        await Page.FillAsync("#password", password);
        await Page.ClickAsync("button[type=submit].lc-button-primary");
        await CircuitStartedAsync();
    }

    /// <summary>Opens the home page with the cookies of an earlier window.</summary>
    /// <returns>False when the session is over: then the page asks to sign in.</returns>
    public async Task<bool> ComeBackAsync()
    {
        await Page.GotoAsync("/");
        if (new Uri(Page.Url).AbsolutePath.StartsWith("/account/", StringComparison.Ordinal))
        {
            return false;
        }

        await CircuitStartedAsync();
        return true;
    }

    /// <summary>The cookies, for other windows of the same member.</summary>
    public Task<string> GetCookiesAsync() => _context.StorageStateAsync();

    /// <summary>Into artifacts/ at the root of the repository.</summary>
    /// <param name="wholePage">Not while a popup is open: the browser resizes the page for it, and Radzen closes popups then.</param>
    public async Task SaveScreenshotAsync(string name, bool wholePage = true)
    {
        await Page.EvaluateAsync("() => document.fonts.ready");
        var options = new PageScreenshotOptions { Path = Path.Combine(RepositoryFolder.Folder.CreateSubdirectory("artifacts").FullName, $"{name}.png"), FullPage = wholePage };
        try
        {
            await Page.ScreenshotAsync(options);
        }
        catch (PlaywrightException)
        {
            // A busy browser cannot always draw at once. The picture is for people; what is tested does not rest on it.
            await Page.ScreenshotAsync(options);
        }
    }

    /// <summary>Fails with every breach of WCAG 2.2 AA that axe finds on the page as it is now.</summary>
    public async Task CheckAccessibilityAsync()
    {
        var result = await Page.RunAxe(_wcag);
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(
            violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help} — {node.Html}"))));
    }

    public async Task ExpectNoSidewaysScrollAsync() => Assert.True(
        await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "the page is wider than the screen");

    /// <summary>Opens a page of this site; its circuit runs when this returns.</summary>
    public async Task GoToAsync(string address)
    {
        await Page.GotoAsync(address);
        await CircuitStartedAsync();
    }

    /// <summary>Its circuit ends with it. Otherwise the server would wait for the window to come back, and might keep a draft that the next test is offered.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await (Page.IsClosed ? Task.CompletedTask : Page.EvaluateAsync("() => globalThis.Blazor?.disconnect?.()"));
        }
        catch (PlaywrightException)
        {
            // A window that is gone, or is just leaving for another page, has ended its circuit.
        }

        await _context.DisposeAsync();
    }
}
