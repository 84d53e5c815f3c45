using System.Collections.Concurrent;
using System.Diagnostics;
using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Data.Platform;
using LowCodeErp.Portal.Navigation;
using LowCodeErp.Web.Hosting;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace LowCodeErp.Browser.Tests.Hosting;

/// <summary>
/// One browser and one running program for the whole assembly: on a free port of the loopback address, with a new database,
/// the template of customer tiering with its sample data, and a member for each class of tests, who is an administrator. Each test opens its own window, and with it its own cookies.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>In milliseconds, for what is expected: it costs nothing where all is well, and a busy machine needs more than the usual five seconds now and then.</summary>
    private const float Patience = 60_000;

    /// <summary>As all of them are called.</summary>
    public const string UserName = "王芳";

    private static readonly string[] _arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>The one without windows is faster.</summary>
    private static readonly string[] _browsers = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private readonly ConcurrentDictionary<string, Lazy<Task<Member>>> _members = new();

    /// <summary>Of members who have signed in once, by where and who: a window that need not sign in is there in half the time.</summary>
    private readonly ConcurrentDictionary<(Uri Address, string UserName), string> _cookies = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public TemporaryWorkspace Workspace { get; } = new()
    {
        AddServices = services => services
            .AddSingleton<IMenuSource, SampleMenu>()
            .Configure<PageAssemblies>(pages => pages.Additional.Add(typeof(BrowserFixture).Assembly)),
    };

    /// <summary>The records behind the pages.</summary>
    public SampleRecords Records => new(Workspace.Services);

    public Uri Address => Workspace.ClientOptions.BaseAddress;

    public async ValueTask InitializeAsync()
    {
        Workspace.UseKestrel(0);
        Workspace.StartServer();
        await Records.InstallAsync();
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _browser = await LaunchAnotherAsync();
    }

    /// <summary>A browser of one's own, that may be killed.</summary>
    public Task<IBrowser> LaunchAnotherAsync() => _playwright!.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? Array.Find(_browsers, File.Exists),
        Args = _arguments,
    });

    /// <summary>As <c>kill -9</c> does it: the browser hears nothing of it.</summary>
    public static async Task KillAsync(IBrowser browser)
    {
        var devTools = await browser.NewBrowserCDPSessionAsync();
        var processes = (await devTools.SendAsync("SystemInfo.getProcessInfo"))!.Value.GetProperty("processInfo").EnumerateArray();
        using var main = Process.GetProcessById(processes.Single(process => process.GetProperty("type").GetString() == "browser").GetProperty("id").GetInt32());
        main.Kill(entireProcessTree: true);
        await main.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
        await Workspace.DisposeAsync();
    }

    /// <param name="width">1280 for a desk, 375 for a phone.</param>
    /// <param name="address">Of another program than this one.</param>
    /// <param name="browser">Another one than that of the fixture.</param>
    /// <param name="cookies">See <see cref="Window.GetCookiesAsync"/>; none for somebody who was never here.</param>
    public async Task<Window> OpenAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light, Uri? address = null, IBrowser? browser = null, string? cookies = null)
    {
        var context = await (browser ?? _browser!).NewContextAsync(new()
        {
            BaseURL = (address ?? Address).ToString(),
            ViewportSize = new() { Width = width, Height = width < 600 ? 812 : 800 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            StorageState = cookies,
        });
        return new(context, await context.NewPageAsync());
    }

    /// <summary>Who signs in in the tests of the class that is asking. Classes run side by side, and everybody is offered the drafts of all windows of his own.</summary>
    public Task<Member> GetMemberAsync() => _members.GetOrAdd(TestContext.Current.TestClass!.TestClassSimpleName, name => new(() => Workspace.AddMemberAsync(name, member =>
    {
        member.DisplayName = UserName;
        member.IsAdministrator = true;
    }))).Value;

    /// <summary>A window in which the member has signed in and the home page's circuit runs.</summary>
    /// <param name="workspace">Another one than that of the fixture.</param>
    public async Task<Window> OpenSignedInAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light, AppWorkspace? workspace = null)
    {
        var userName = workspace is null ? (await GetMemberAsync()).UserName! : UserName;
        var who = (workspace?.Address ?? Address, userName);
        var cookies = _cookies.GetValueOrDefault(who);
        var window = await OpenAsync(width, scheme, workspace?.Address, cookies: cookies);
        if (cookies is null || !await window.ComeBackAsync())
        {
            await window.SignInAsync(userName, TemporaryWorkspace.Password);
            _cookies[who] = await window.GetCookiesAsync();
        }

        await (workspace?.ForgetNewRecordsAsync() ?? Workspace.ForgetNewRecordsAsync(userName));
        return window;
    }
}
