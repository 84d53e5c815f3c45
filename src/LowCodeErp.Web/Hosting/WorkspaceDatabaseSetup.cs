using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Files;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Publishing;
using LowCodeErp.Portal.Navigation;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Organisations;

namespace LowCodeErp.Web.Hosting;

public static class WorkspaceDatabaseSetup
{
    /// <summary>The setting that names the database, see <see cref="DatabaseTarget.Parse"/>.</summary>
    public const string Setting = "Database";

    /// <summary>How many seconds a read may take that people wait for.</summary>
    public const string ReadTimeLimitSetting = "ReadTimeLimitSeconds";

    /// <summary>Where the contents of files go, see <see cref="FilePlace.Parse"/>.</summary>
    public const string FilesSetting = "Files";

    /// <summary>The folder for those on disk.</summary>
    public const string FilesFolderSetting = "FilesFolder";

    private const int LongestReadTimeLimit = 86_400;

    public static IServiceCollection AddWorkspaceDatabase(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        return services
            .AddSingleton(provider => Connect(provider.GetRequiredService<IConfiguration>()))
            .AddSingleton(provider => ReadFilePlace(provider.GetRequiredService<IConfiguration>(), new DiagnosticBag()) ?? throw Unchecked(FilesSetting))
            .AddSingleton<PlatformContextFactory>()
            .AddScoped(provider => provider.GetRequiredService<PlatformContextFactory>().CreateDbContext())
            .AddSingleton<IWorkspaceProfile, WorkspaceProfile>();
    }

    /// <summary>Brings the platform's tables up to date and loads the calendar, the organisation and what is published.</summary>
    /// <param name="createsDatabase">See <see cref="PlatformDatabase.EnsureUpToDateAsync"/>.</param>
    /// <returns>What keeps the workspace from running, in words for the operator; empty when it runs.</returns>
    public static async Task<IReadOnlyList<Diagnostic>> OpenWorkspaceAsync(
        this IServiceProvider services, bool createsDatabase, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticBag();
        var configuration = services.GetRequiredService<IConfiguration>();
        if (Read(configuration, diagnostics) is null | ReadTimeLimit(configuration, diagnostics) is null | ReadFilePlace(configuration, diagnostics) is null)
        {
            return diagnostics.Items;
        }

        var connections = services.GetRequiredService<WorkspaceConnections>();
        if (await PlatformDatabase.EnsureUpToDateAsync(connections, createsDatabase, cancellationToken) is { } failure)
        {
            return [failure];
        }

        await services.GetRequiredService<WorkingCalendars>().LoadAsync(cancellationToken);
        await services.GetRequiredService<CurrentOrganisation>().LoadAsync(cancellationToken);
        return await services.GetRequiredService<PublishedWorkspace>().LoadAsync(cancellationToken);
    }

    private static DatabaseTarget? Read(IConfiguration configuration, DiagnosticBag diagnostics)
        => DatabaseTarget.Parse(configuration[Setting], Setting, diagnostics);

    private static TimeSpan? ReadTimeLimit(IConfiguration configuration, DiagnosticBag diagnostics)
    {
        var text = configuration[ReadTimeLimitSetting];
        if (string.IsNullOrWhiteSpace(text))
        {
            return WorkspaceConnections.DefaultReadTimeLimit;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= LongestReadTimeLimit)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        diagnostics.Add(DatabaseDiagnostics.ReadTimeLimitIsWrong(ReadTimeLimitSetting, text, LongestReadTimeLimit));
        return null;
    }

    private static WorkspaceConnections Connect(IConfiguration configuration)
        => WorkspaceConnections.For(
            Read(configuration, new DiagnosticBag()) ?? throw Unchecked(Setting),
            ReadTimeLimit(configuration, new DiagnosticBag()));

    private static FilePlace? ReadFilePlace(IConfiguration configuration, DiagnosticBag diagnostics)
        => FilePlace.Parse(configuration[FilesSetting], configuration[FilesFolderSetting], FilesSetting, diagnostics);

    private static InvalidOperationException Unchecked(string setting) => new($"The setting {setting} was not checked before the first use.");
}
