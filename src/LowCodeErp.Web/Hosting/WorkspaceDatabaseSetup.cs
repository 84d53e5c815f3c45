using LowCodeErp.Data.Encryption;
using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Files;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Publishing;
using LowCodeErp.Portal.Navigation;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Organisations;
using System.Security.Cryptography.X509Certificates;

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

    /// <summary>The .pfx file of the certificate that the key ring is encrypted with; none when it is left out.</summary>
    public const string CertificateSetting = "DataProtection:Certificate";

    public const string CertificatePasswordSetting = "DataProtection:CertificatePassword";

    private const int LongestReadTimeLimit = 86_400;

    public static IServiceCollection AddWorkspaceDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        return services
            .AddSingleton(provider => Connect(provider.GetRequiredService<IConfiguration>()))
            .AddSingleton(provider => ReadFilePlace(provider.GetRequiredService<IConfiguration>(), new DiagnosticBag()) ?? throw Unchecked(FilesSetting))
            .AddSingleton<PlatformContextFactory>()
            .AddKeyProtection(ReadCertificate(configuration, new DiagnosticBag()))
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
        if (Read(configuration, diagnostics) is null | ReadTimeLimit(configuration, diagnostics) is null | ReadFilePlace(configuration, diagnostics) is null
            | (configuration[CertificateSetting] is not null && ReadCertificate(configuration, diagnostics) is null))
        {
            return diagnostics.Items;
        }

        var connections = services.GetRequiredService<WorkspaceConnections>();
        if (await PlatformDatabase.EnsureUpToDateAsync(connections, createsDatabase, cancellationToken) is { } failure)
        {
            return [failure];
        }

        if (await services.GetRequiredService<KeyOpening>().OpenAsync(cancellationToken) is { } lost)
        {
            // Everything but sensitive values can be read; whoever runs the server is told here, others where they meet one.
            services.GetRequiredService<ILogger<KeyOpening>>().LogError("{Problem}", lost);
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

    private static X509Certificate2? ReadCertificate(IConfiguration configuration, DiagnosticBag diagnostics)
    {
        if (configuration[CertificateSetting] is not { Length: > 0 } file)
        {
            return null;
        }

        var certificate = KeyProtection.ReadCertificate(file, configuration[CertificatePasswordSetting]);
        if (certificate is null)
        {
            diagnostics.Add(EncryptionDiagnostics.CertificateUnreadable(CertificateSetting, file));
        }

        return certificate;
    }

    private static InvalidOperationException Unchecked(string setting) => new($"The setting {setting} was not checked before the first use.");
}
