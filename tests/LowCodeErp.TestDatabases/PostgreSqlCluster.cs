using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace LowCodeErp.TestDatabases;

/// <summary>
/// The PostgreSQL server of this test process: the one named by LOWCODE_TEST_POSTGRES, else a private cluster, which is started
/// with the first test that needs it and stopped and removed when the process ends.
/// </summary>
internal sealed class PostgreSqlCluster
{
    private const string Versions = "/usr/lib/postgresql";

    /// <summary>
    /// The collation is linguistic on purpose: a column that should be ordinal and lacks its collation then shows. Nothing here
    /// must outlive the process, so nothing waits for the disk.
    /// </summary>
    private const string InitOptions =
        "-U postgres -A trust -E UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=zh-Hans-CN --no-sync";

    private const string ServerOptions = "-c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off -c max_connections=300";

    private static readonly Lazy<Task<string>> _server = new(StartAsync);

    /// <summary>Where the packages of Debian and its kin put the newest version's programs; null where there are none.</summary>
    private static readonly string? _programs = FindPrograms();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lowcode-pg-");
    private readonly int _port = FindFreePort();

    /// <summary>Whether the server is somebody else's, who wants it back as it was.</summary>
    public static bool IsGiven => Given is { Length: > 0 };

    private static string? Given => Environment.GetEnvironmentVariable("LOWCODE_TEST_POSTGRES");

    private string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>The connection string of an administrator of the server.</summary>
    public static async Task<string> GetServerAsync()
    {
        if (IsGiven)
        {
            return Given!;
        }

        Assert.SkipWhen(_programs is null, $"No PostgreSQL: set LOWCODE_TEST_POSTGRES, or install it in {Versions}.");
        return await _server.Value;
    }

    private static async Task<string> StartAsync()
    {
        var cluster = new PostgreSqlCluster();
        if (!OperatingSystem.IsWindows())
        {
            // The server's own user, if it is not ours, must be able to write here.
            File.SetUnixFileMode(cluster._folder.FullName, (UnixFileMode)Convert.ToInt32("777", 8));
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.Stop();
        await RunAsync("initdb", $"-D {cluster.Data} {InitOptions}");
        await RunAsync(
            "pg_ctl",
            $"-D {cluster.Data} -w -l {cluster._folder.FullName}/log -o",
            $"-p {cluster._port.ToString(CultureInfo.InvariantCulture)} -k {cluster._folder.FullName} {ServerOptions}",
            "start");
        return $"Host=127.0.0.1;Port={cluster._port};Username=postgres;Database=postgres;Maximum Pool Size=50";
    }

    private void Stop()
    {
        using var process = Start("pg_ctl", $"-D {Data} -w -m immediate", "stop");
        process.WaitForExit();
        _folder.Delete(recursive: true);
    }

    private static async Task RunAsync(string program, string words, params string[] more)
    {
        using var process = Start(program, words, more);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed with {process.ExitCode}; run it by hand to see why: {words}");
        }
    }

    /// <summary>PostgreSQL refuses to run as root; then it runs as its own user.</summary>
    private static Process Start(string program, string words, params string[] more)
    {
        IEnumerable<string> command = [Path.Combine(_programs!, program), .. words.Split(' '), .. more];
        if (Environment.IsPrivilegedProcess)
        {
            command = ["runuser", "-u", "postgres", "--", .. command];
        }

        // No pipes: the server would inherit them, and whoever reads them would wait until it stops.
        string[] shell = ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", .. command];
        return Process.Start(new ProcessStartInfo("/bin/sh", shell) { WorkingDirectory = "/" })!;
    }

    private static string? FindPrograms()
        => Directory.Exists(Versions)
            ? Directory.EnumerateDirectories(Versions)
                .Where(version => File.Exists(Path.Combine(version, "bin", "initdb")))
                .OrderBy(version => int.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0)
                .Select(version => Path.Combine(version, "bin"))
                .LastOrDefault()
            : null;

    private static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
