using System.Data.Common;
using System.Globalization;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Publishing;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Templates;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.TestDatabases;
using LowCodeErp.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Benchmarks;

/// <summary>The product's engine, put together as the program does it, on a new database with the forms of an app.</summary>
internal sealed class BenchmarkWorkspace : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private BenchmarkWorkspace(DatabaseTarget target, BenchmarkOptions options, ServiceProvider services)
    {
        Target = target;
        Options = options;
        _services = services;
    }

    public DatabaseTarget Target { get; }

    public BenchmarkOptions Options { get; }

    public string Name => Target.Provider.ToString();

    public bool IsSqlite => Target.Provider == DatabaseProvider.Sqlite;

    public WorkspaceConnections Connections => Get<WorkspaceConnections>();

    /// <param name="folder">Of the app.</param>
    public static async Task<BenchmarkWorkspace> CreateAsync(TestDatabase database, BenchmarkOptions options, string folder)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(database.Connections).AddSingleton<PlatformContextFactory>().AddEngine().BuildServiceProvider();
        var workspace = new BenchmarkWorkspace(database.Target, options, services);
        Demand(await workspace.Get<PublishedWorkspace>().LoadAsync());
        Demand((await workspace.Get<TemplateInstaller>().InstallAsync(folder, Actor.System)).Diagnostics);
        return workspace;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public FormModel Form(string key) => Get<IWorkspace>().Current.FindForm(key)!;

    public static async Task ExecuteAsync(WriteTransaction transaction, string sql)
    {
        await using var command = CreateCommand(transaction, sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The customers have successive ids from here on: they were saved in their order.</summary>
    public async Task<long> FindFirstCustomerAsync(WriteTransaction transaction)
    {
        await using var command = CreateCommand(transaction, $"SELECT MIN(id) FROM {Form("customer").Table}");
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public static DbCommand CreateCommand(WriteTransaction transaction, string sql)
    {
        var command = transaction.Connection.CreateCommand();
        command.Transaction = transaction.Transaction;
        command.CommandText = sql;
        return command;
    }

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    private static void Demand<T>(IReadOnlyList<T> problems)
    {
        if (problems.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, problems));
        }
    }
}
