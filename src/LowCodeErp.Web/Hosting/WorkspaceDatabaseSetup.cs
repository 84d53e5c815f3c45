using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Portal.Navigation;

namespace LowCodeErp.Web.Hosting;

public static class WorkspaceDatabaseSetup
{
    /// <summary>The setting that names the database, see <see cref="DatabaseTarget.Parse"/>.</summary>
    public const string Setting = "Database";

    public static IServiceCollection AddWorkspaceDatabase(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        return services
            .AddSingleton(provider => Connect(provider.GetRequiredService<IConfiguration>()))
            .AddSingleton<PlatformContextFactory>()
            .AddScoped(provider => provider.GetRequiredService<PlatformContextFactory>().CreateDbContext())
            .AddSingleton<IWorkspaceProfile, WorkspaceProfile>();
    }

    /// <returns>False when the database cannot be used; the reason is in the log, in words for the operator.</returns>
    public static async Task<bool> PrepareDatabaseAsync(this IServiceProvider services)
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(WorkspaceDatabaseSetup));
        var diagnostics = new DiagnosticBag();
        if (Read(services.GetRequiredService<IConfiguration>(), diagnostics) is not null
            && await PlatformDatabase.EnsureUpToDateAsync(services.GetRequiredService<WorkspaceConnections>()) is { } failure)
        {
            diagnostics.Add(failure);
        }

        foreach (var diagnostic in diagnostics.Items)
        {
            logger.LogCritical("{Diagnostic}", diagnostic);
        }

        return !diagnostics.HasErrors;
    }

    private static DatabaseTarget? Read(IConfiguration configuration, DiagnosticBag diagnostics)
        => DatabaseTarget.Parse(configuration[Setting], Setting, diagnostics);

    private static WorkspaceConnections Connect(IConfiguration configuration)
        => WorkspaceConnections.For(Read(configuration, new DiagnosticBag())
            ?? throw new InvalidOperationException($"The setting {Setting} was not checked before the first use."));
}
