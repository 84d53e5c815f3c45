using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Encryption;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.TestDatabases;

/// <summary>A fresh, real database for one test; it is removed when disposed.</summary>
/// <example>
/// <code>
/// [Theory]
/// [EveryDatabase]
/// public async Task Subject_Condition_Result(DatabaseProvider provider)
/// {
///     await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
/// </code>
/// </example>
public abstract class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<(DatabaseProvider Provider, string Name), Lazy<Task<TestDatabase>>> _prepared = new();

    protected TestDatabase(string target)
    {
        var diagnostics = new DiagnosticBag();
        Target = DatabaseTarget.Parse(target, "test", diagnostics)
            ?? throw new InvalidOperationException(diagnostics.Items[0].ToString());
        Connections = WorkspaceConnections.For(Target);
    }

    /// <summary>Every database that the product must give the same answers on.</summary>
    public static IReadOnlyList<DatabaseProvider> Providers { get; } = [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    public DatabaseTarget Target { get; }

    public WorkspaceConnections Connections { get; }

    /// <summary>An empty database; the test is skipped where the machine cannot give one.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Sqlite => new SqliteTestDatabase(),
        DatabaseProvider.PostgreSql => await PostgreSqlTestDatabase.CreateAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "There is no server for tests."),
    };

    /// <summary>A database with the platform's tables.</summary>
    public static Task<TestDatabase> CreateWithPlatformAsync(DatabaseProvider provider)
        => CreatePreparedAsync(provider, "platform", async database =>
        {
            if (await PlatformDatabase.EnsureUpToDateAsync(database.Connections) is { } diagnostic)
            {
                throw new InvalidOperationException(diagnostic.ToString());
            }
        });

    /// <summary>A copy of a database that is prepared once a run: done anew for every test, that would take longer than most tests.</summary>
    /// <param name="name">Of the preparation.</param>
    public static async Task<TestDatabase> CreatePreparedAsync(DatabaseProvider provider, string name, Func<TestDatabase, Task> prepareAsync)
    {
        var prepared = _prepared.GetOrAdd((provider, name), _ => new(() => PrepareAsync(provider, prepareAsync)));
        return await (await prepared.Value).CopyAsync();
    }

    /// <summary>The connections of one more node in this process, which shares no memory with the first.</summary>
    public WorkspaceConnections ConnectAnotherNode() => WorkspaceConnections.For(Target);

    /// <summary>As a program does that opens the workspace; without it nothing sensitive is read or stored. Most tests need none of that.</summary>
    /// <param name="node">The connections of another node; null for those of the database itself.</param>
    /// <returns>Why nothing sensitive can be read; null when it can.</returns>
    public async Task<Diagnostic?> OpenKeysAsync(WorkspaceConnections? node = null, X509Certificate2? certificate = null)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(node ?? Connections)
            .AddSingleton<PlatformContextFactory>()
            .AddKeyProtection(certificate)
            .BuildServiceProvider();
        return await services.GetRequiredService<KeyOpening>().OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await RemoveAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>After which <see cref="CopyAsync"/> copies all there is.</summary>
    protected abstract Task SettleAsync();

    protected abstract Task<TestDatabase> CopyAsync();

    protected abstract Task RemoveAsync();

    /// <summary>The same when the process ends and nothing can be awaited any more.</summary>
    protected abstract void Remove();

    private static async Task<TestDatabase> PrepareAsync(DatabaseProvider provider, Func<TestDatabase, Task> prepareAsync)
    {
        var database = await CreateAsync(provider);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => database.Remove();
        await prepareAsync(database);
        await database.SettleAsync();
        return database;
    }
}
