using System.CommandLine;
using LowCodeErp.Core.Naming;
using LowCodeErp.Portal;
using LowCodeErp.Studio;
using LowCodeErp.Web.Demo;
using LowCodeErp.Web.Hosting;
using LowCodeErp.Web.Identity;
using LowCodeErp.Web.Identity.SetUp;

namespace LowCodeErp.Web.Commands;

/// <summary><c>serve</c>, which is also what happens without a command: the web pages.</summary>
internal static class ServeCommand
{
    public const string Name = "serve";

    private const string DemoSwitch = "--demo";

    /// <summary>In bytes: what the longest text that a text box lets in takes, 300,000 characters. The browser sends it twice in a
    /// message, as the change and as what stands in the field.</summary>
    private const long LargestMessage = 2_000_000;

    /// <summary>Only for the help: the server reads its settings itself, so that every setting of ASP.NET works too.</summary>
    public static Command Create()
    {
        var command = new Command(Name, new LocalizedText("启动网页服务（默认命令）。", "Serves the web pages (the default command).").ToString())
        {
            new Option<bool>(DemoSwitch) { Description = new LocalizedText("准备好演示数据与演示账号。", "With example data and example accounts.").ToString() },
            new Option<string>("--urls") { Description = new LocalizedText("监听地址，默认 http://localhost:5000。", "Addresses to listen on; http://localhost:5000 by default.").ToString() },
            DatabaseOption.Create(),
        };
        command.TreatUnmatchedTokensAsErrors = false;
        return command;
    }

    public static async Task<int> RunAsync(string[] args)
    {
        var isDemo = args.Contains(DemoSwitch);
        var app = Build([.. args.Where(arg => arg != DemoSwitch)], isDemo);
        var problems = await app.Services.OpenWorkspaceAsync(createsDatabase: true, CancellationToken.None);
        if (problems.Count > 0)
        {
            CommandSession.Report(problems);
            return ExitCode.Refused;
        }

        if (isDemo && !await app.Services.GetRequiredService<DemoWorkspace>().PrepareAsync(CancellationToken.None))
        {
            return ExitCode.Refused;
        }

        app.UseRequestPipeline();
        app.MapEndpoints();
        var secret = await app.Services.GetRequiredService<FirstRun>().BeginAsync();
        app.Lifetime.ApplicationStarted.Register(() => Announce(app, isDemo, secret));
        await app.RunAsync();
        return ExitCode.Done;
    }

    private static WebApplication Build(string[] args, bool isDemo)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // The settings and pages lie beside the program, wherever it is started from.
            ContentRootPath = IsGiven(args, "--contentRoot") ? null : AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (!IsGiven(args, "--database"))
        {
            builder.Configuration[WorkspaceDatabaseSetup.Setting] = isDemo ? DemoWorkspace.Database : DatabaseOption.OfEnvironment() ?? DatabaseOption.Default;
        }

        builder.Services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestMessage);
        builder.Services
            .AddWorkspaceDatabase(builder.Configuration)
            .AddEngine()
            .AddHostedServices()
            .AddAccounts()
            .AddLanguages()
            .AddFileCompression()
            .AddExceptionHandler<FailureLog>()
            .AddPortal()
            .AddStudio()
            .AddSingleton<DemoCompany>()
            .AddSingleton<DemoWorkspace>();
        return builder.Build();
    }

    private static bool IsGiven(string[] args, string option)
        => args.Any(arg => arg.Equals(option, StringComparison.OrdinalIgnoreCase) || arg.StartsWith(option + "=", StringComparison.OrdinalIgnoreCase));

    /// <param name="secret">Of <see cref="FirstRun"/>; null in a workspace that has members.</param>
    private static void Announce(WebApplication app, bool isDemo, string? secret)
    {
        var address = string.Join(" ", app.Urls);
        CommandSession.Say(new($"请在浏览器中打开：{address}", $"Open in a browser: {address}"));
        if (isDemo)
        {
            DemoWorkspace.Announce();
        }

        if (secret is not null && app.Urls.FirstOrDefault() is { } server)
        {
            SetUpGate.Announce(server, secret);
        }
    }
}
