using System.Diagnostics;
using System.Text.RegularExpressions;
using LowCodeErp.Data.Providers;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace LowCodeErp.Benchmarks;

/// <summary>The program as a process of its own on a free port, with one member who may sign in and design.</summary>
internal sealed partial class ProductServer : IAsyncDisposable
{
    private const string UserName = "bench";

    private readonly Process _process;
    private readonly string _password;

    private ProductServer(Process process, string address, string password) => (_process, Address, _password) = (process, address, password);

    public string Address { get; }

    /// <summary>What it has worked so far, whatever else the machine had to do meanwhile.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    private static string Program
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(Repository.Root, "src", "LowCodeErp.Web", "bin", own.Parent!.Name, own.Name, "LowCodeErp.Web.dll");
        }
    }

    public static async Task<ProductServer> StartAsync(DatabaseTarget database)
    {
        var adding = Start(database, "member", "add", UserName, "--administrator");
        var password = PasswordShown().Match(await adding.StandardOutput.ReadToEndAsync()).Groups[1].Value;
        var serving = Start(database, "serve", "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning");
        while (await serving.StandardOutput.ReadLineAsync() is { } line)
        {
            if (ListeningAt().Match(line) is { Success: true } match)
            {
                _ = serving.StandardOutput.ReadToEndAsync();
                return new(serving, match.Value, password);
            }
        }

        throw new InvalidOperationException("The program ended before it listened.");
    }

    public static Task<IBrowser> LaunchBrowserAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
        Args = ["--no-sandbox", "--disable-gpu"],
    });

    /// <summary>A page on which the member has signed in.</summary>
    public async Task<IPage> OpenAsync(IBrowser browser)
    {
        var page = await browser.NewPageAsync(new() { BaseURL = Address, ViewportSize = new() { Width = 1280, Height = 800 }, Locale = "zh-CN" });
        await page.GotoAsync("/account/sign-in");
        await page.FillAsync("#user-name", UserName);
        await page.FillAsync("#password", _password);
        await page.ClickAsync("button[type=submit].lc-button-primary");
        await page.WaitForSelectorAsync("[data-interactive=true]");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Start(DatabaseTarget database, params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Program, .. arguments, "--database", new SqliteConnectionStringBuilder(database.ConnectionString).DataSource]) { RedirectStandardOutput = true })!;

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+")]
    private static partial Regex ListeningAt();

    [GeneratedRegex("(?:密码：|password: )([A-Za-z0-9]+)")]
    private static partial Regex PasswordShown();
}
