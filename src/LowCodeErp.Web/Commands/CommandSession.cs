using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Web.Hosting;
using LowCodeErp.Web.Identity;

namespace LowCodeErp.Web.Commands;

/// <summary>One run of a command: the engine on the named database, and what is said on the console.</summary>
internal sealed class CommandSession : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private CommandSession(ServiceProvider services) => _services = services;

    public IServiceProvider Services => _services;

    public WorkspaceModel Workspace => Get<IWorkspace>().Current;

    /// <summary>The day in the workspace's time zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Get<TimeProvider>().GetUtcNow(), Get<IWorkspace>().TimeZone).DateTime);

    /// <summary>Null, with the reason on the console, when the database cannot be used or does not exist.</summary>
    public static Task<CommandSession?> OpenAsync(string database, CancellationToken cancellationToken)
        => OpenAsync(database, createsDatabase: false, cancellationToken);

    /// <summary>For the commands that a workspace begins with, and those that need a database but no workspace.</summary>
    public static Task<CommandSession?> OpenOrCreateAsync(string database, CancellationToken cancellationToken)
        => OpenAsync(database, createsDatabase: true, cancellationToken);

    private static async Task<CommandSession?> OpenAsync(string database, bool createsDatabase, CancellationToken cancellationToken)
    {
        // The certificate of the key ring is told to commands as to the server.
        var configuration = new ConfigurationBuilder()
            .AddEnvironmentVariables()
            .AddInMemoryCollection(new Dictionary<string, string?> { [WorkspaceDatabaseSetup.Setting] = database })
            .Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddWorkspaceDatabase(configuration).AddEngine();
        services.AddMembers();
        var session = new CommandSession(services.BuildServiceProvider());
        var problems = await session._services.OpenWorkspaceAsync(createsDatabase, cancellationToken);
        if (problems.Count == 0)
        {
            return session;
        }

        Report(problems);
        await session.DisposeAsync();
        return null;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Null, with the known forms on the console, when there is none of this key.</summary>
    public FormModel? FindForm(string key)
    {
        var form = Workspace.FindForm(key);
        if (form is null)
        {
            Error(Unknown(new("表单", "form"), key, Workspace.Forms.Select(candidate => candidate.Key)));
        }

        return form;
    }

    /// <param name="kind">What was looked for: a form.</param>
    /// <param name="known">The keys that there are; none in a database without an app.</param>
    public static LocalizedText Unknown(LocalizedText kind, string key, IEnumerable<string> known)
        => string.Join(", ", known) is { Length: > 0 } keys
            ? new($"没有{kind.Chinese}“{key}”；现有：{keys}。", $"There is no {kind.English} \"{key}\"; there are: {keys}.")
            : new(
                $"没有{kind.Chinese}“{key}”，数据库中还没有任何{kind.Chinese}；请检查 --database，或先安装模板。",
                $"There is no {kind.English} \"{key}\", nor any other in this database; check --database, or install a template first.");

    /// <summary>One line a problem, errors and warnings alike, on standard error.</summary>
    public static void Report(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Console.Error.WriteLine(diagnostic.Severity == Severity.Warning ? $"{new LocalizedText("警告", "warning")}: {diagnostic}" : diagnostic.ToString());
        }
    }

    public static void Error(LocalizedText message) => Console.Error.WriteLine(message.ToString());

    public static void Say(LocalizedText message) => Console.WriteLine(message.ToString());

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
