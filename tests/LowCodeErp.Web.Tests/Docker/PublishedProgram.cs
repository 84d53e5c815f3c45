using System.Diagnostics;
using System.Reflection;

namespace LowCodeErp.Web.Tests.Docker;

/// <summary>
/// The program as the image has it: published into a folder of its own, and started there with the command of the image, on a
/// free port, with a new database in a folder that stands for the volume.
/// </summary>
public sealed class PublishedProgram : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lowcode-image-");
    private Process? _server;

    public string Volume => Path.Combine(_folder.FullName, "data");

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    private string App => Path.Combine(_folder.FullName, "app");

    /// <summary>Tests publish what they were built with; nothing is compiled again.</summary>
    private static string Configuration => typeof(PublishedProgram).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Volume);
        var project = Path.Combine(DockerFolder.Root, "src", "LowCodeErp.Web");
        var publish = await RunAsync(Start(DockerFolder.Root, ["dotnet", "publish", project, "-c", Configuration, "-o", App, "--no-build", "-p:UseAppHost=false"]));
        Assert.True(publish.ExitCode == 0, publish.Output);
        _server = StartProgram(["--urls", "http://127.0.0.1:0"]);
        Address = await ReadAddressAsync(_server).WaitAsync(Patience);
    }

    /// <summary>A command in a second process of the same image.</summary>
    internal Task<(int ExitCode, string Output)> RunAsync(params string[] words)
        => RunAsync(StartProgram(words));

    /// <summary>Asks it to end as <c>docker stop</c> does.</summary>
    public async Task<int> StopAsync()
    {
        using var signal = Process.Start("/bin/sh", ["-c", $"kill -TERM {_server!.Id}"]);
        await _server.WaitForExitAsync().WaitAsync(Patience);
        return _server.ExitCode;
    }

    public ValueTask DisposeAsync()
    {
        if (_server is { HasExited: false })
        {
            _server.Kill(entireProcessTree: true);
            _server.WaitForExit();
        }

        _server?.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The server says where it listens, because the port was left to the machine.</summary>
    private static async Task<Uri> ReadAddressAsync(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            var start = line.IndexOf("http://", StringComparison.Ordinal);
            if (start >= 0)
            {
                // Nobody reads on; a full pipe would stop the server.
                _ = server.StandardOutput.ReadToEndAsync();
                return new(line[start..].Trim());
            }
        }

        throw new InvalidOperationException($"The server ended before it listened: {await server.StandardError.ReadToEndAsync()}");
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(Process started)
    {
        using var process = started;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, output + await error);
    }

    private Process StartProgram(IReadOnlyList<string> words)
        => Start(App, [.. DockerFolder.WordsOf(DockerFolder.TextOf("ENTRYPOINT")), .. words], new()
        {
            ["LOWCODE_DATABASE"] = Path.Combine(Volume, "erp.db"),
            ["LOWCODE_LANGUAGE"] = "en",
            ["HOME"] = Volume,
            ["Logging__LogLevel__Default"] = "Warning",
        });

    private static Process Start(string folder, IReadOnlyList<string> words, Dictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1)) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings ?? [])
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
