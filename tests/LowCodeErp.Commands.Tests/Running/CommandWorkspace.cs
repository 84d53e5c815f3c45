using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;
using Microsoft.Data.Sqlite;

namespace LowCodeErp.Commands.Tests.Running;

/// <summary>A fresh database, and a folder for the files of one test, with the program to run on them.</summary>
/// <example>
/// <code>
/// await using var workspace = await CommandWorkspace.CreateAsync(provider, "goods");
/// var result = await workspace.RunAsync("import", "product", workspace.Write("a.csv", "编号,名称\n1,笔\n"));
/// result.MustSucceed();
/// </code>
/// </example>
internal sealed class CommandWorkspace : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lowcode-commands-");

    private CommandWorkspace(TestDatabase database) => _database = database;

    public string Folder => _folder.FullName;

    /// <summary>What <c>--database</c> takes.</summary>
    public string Database => _database.Target.Provider == DatabaseProvider.Sqlite ? DatabaseFile : _database.Target.ConnectionString;

    public string DatabaseFile => new SqliteConnectionStringBuilder(_database.Target.ConnectionString).DataSource;

    public static async Task<CommandWorkspace> CreateAsync(DatabaseProvider provider) => new(await TestDatabase.CreateAsync(provider));

    /// <summary>With an app of <c>tests/data/apps</c>.</summary>
    public static async Task<CommandWorkspace> CreateAsync(DatabaseProvider provider, string app)
        => new(await TestDatabase.CreatePreparedAsync(provider, app, async database =>
        {
            var workspace = new CommandWorkspace(database);
            (await workspace.RunAsync("template", "install", TestApps.PathOf(app))).MustSucceed();
            workspace._folder.Delete(recursive: true);
        }));

    public Task<CommandResult> RunAsync(params string[] args) => RunInAsync(null, args);

    /// <param name="language">As LOWCODE_LANGUAGE gives it; null when it is not set.</param>
    public async Task<CommandResult> RunInAsync(string? language, params string[] args)
    {
        using var command = Start(language, args);
        return await command.WaitAsync();
    }

    public RunningCommand Start(string? language, params string[] args) => RunningCommand.Start(
        Folder,
        new Dictionary<string, string?> { ["LOWCODE_DATABASE"] = Database, ["LOWCODE_LANGUAGE"] = language, ["LOWCODE_TRACE"] = null },
        args);

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <returns>The path of the file.</returns>
    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    public Task<long> CountAsync(string table) => AskAsync($"SELECT COUNT(*) FROM \"{table}\"");

    /// <summary>See <see cref="Tampering"/>.</summary>
    public Task TamperAsync(string sql) => Tampering.ExecuteAsync(_database.Connections, sql);

    public async Task<long> AskAsync(string sql)
    {
        await using var connection = await _database.Connections.OpenReadAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
