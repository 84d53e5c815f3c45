using System.Diagnostics;
using System.Text.RegularExpressions;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;
using Microsoft.Data.Sqlite;

namespace LowCodeErp.Browser.Tests.Hosting;

/// <summary>The program as a process of its own, with the demo's data in a new database, so that it can be killed and started again.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("lowcode-").FullName;
    private Process? _process;

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    private string DatabaseFile => Path.Combine(_folder, "erp.db");

    /// <summary>At the address where it was before, if it was started before.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[] { FindProgram(), "serve", "--demo", "--urls", Address.ToString(), "--database", DatabaseFile })
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(_patience);
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (ListeningAt().Match(line) is { Success: true } match)
            {
                Address = new(match.Value);
                _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return;
            }
        }

        Assert.Fail("The program ended before it listened.");
    }

    /// <summary>Returns when a draft of a record that holds the text is stored.</summary>
    public async Task DraftIsKeptAsync(string text)
    {
        using var limit = new CancellationTokenSource(_patience);
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var connections = WorkspaceConnections.For(DatabaseTarget.Parse(DatabaseFile, "test", new DiagnosticBag())!);
        await TestDatabase.OpenKeysOfAsync(connections);
        while (!await KeptDrafts.HoldAsync(connections, text, limit.Token))
        {
            await glance.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>Returns when a draft of an app that holds the text is stored.</summary>
    public async Task DesignIsKeptAsync(string text)
    {
        using var limit = new CancellationTokenSource(_patience);
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        await using var connection = new SqliteConnection($"Data Source={DatabaseFile};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(limit.Token);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sys_design_draft WHERE instr(content, $text) > 0";
        command.Parameters.AddWithValue("$text", text);
        while ((long)(await command.ExecuteScalarAsync(limit.Token))! == 0)
        {
            await glance.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>As <c>kill -9</c> does it: the program hears nothing of it.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>As it was built, with the files of its pages; in the tests' own folder these are missing.</summary>
    private static string FindProgram()
    {
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(RepositoryFolder.Folder.FullName, "src", "LowCodeErp.Web", "bin", tests.Parent!.Name, tests.Name, "LowCodeErp.Web.dll");
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+")]
    private static partial Regex ListeningAt();
}
