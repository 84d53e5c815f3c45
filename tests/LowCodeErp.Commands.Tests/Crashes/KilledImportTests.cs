using System.Globalization;
using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Commands.Tests.Tiering;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Commands.Tests.Crashes;

public sealed class KilledImportTests
{
    private static readonly int _rows = Environment.GetEnvironmentVariable("LOWCODE_FULL") == "1" ? 300_000 : 100_000;

    /// <summary>Far less than the whole file takes, and more than anything but its rows.</summary>
    private const long Started = 2 * 1024 * 1024;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    [Theory]
    [EveryDatabase]
    public async Task Import_KilledWhileWriting_LeavesNothingAndCanBeRepeated(DatabaseProvider provider)
    {
        await using var workspace = await CommandWorkspace.CreateAsync(provider, "goods");
        var file = WriteProducts(workspace);

        using (var import = workspace.Start(null, "import", "product", file))
        {
            await WaitUntilRowsAreWrittenAsync(import, () => WrittenAsync(workspace, provider));
            import.Kill();
            Assert.NotEqual(0, (await import.WaitAsync()).ExitCode);
        }

        (await workspace.RunAsync("doctor")).MustSucceed();
        Assert.Equal(0, await workspace.CountAsync("product"));
        Assert.Equal(0, await workspace.CountAsync("sys_history"));

        var again = (await workspace.RunAsync("import", "product", file, "--key", "code")).MustSucceed();
        Assert.StartsWith($"读取 {_rows} 行：新建 {_rows}，", again.Output, StringComparison.Ordinal);
        Assert.Equal(_rows, await workspace.CountAsync("product"));
        (await workspace.RunAsync("doctor")).MustSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task Import_SuperstoreTwiceByKey_LeavesEverythingUnchanged(DatabaseProvider provider)
    {
        await using var workspace = await CommandWorkspace.CreateAsync(provider, "superstore");
        await Superstore.ImportAsync(workspace);
        var again = await Superstore.ImportAsync(workspace);

        int[] rows = [790, 1955, 4985, 10_000];
        Assert.Equal(rows.Select(count => $"读取 {count} 行：新建 0，更新 0，未变 {count}，有错 0。"), again);
        Assert.Equal(790, await workspace.CountAsync("customer"));
        Assert.Equal(10_000, await workspace.CountAsync("order_line"));
    }

    private static string WriteProducts(CommandWorkspace workspace)
    {
        var file = workspace.PathOf("products.csv");
        using var writer = new StreamWriter(file);
        writer.WriteLine("编号,名称,类别,单价,重量,生产日期");
        for (var row = 0; row < _rows; row++)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"P{row:000000},货品{row},办公,{row % 1000}.50,1.25,2024-01-31"));
        }

        return file;
    }

    private static async Task WaitUntilRowsAreWrittenAsync(RunningCommand import, Func<Task<long>> written)
    {
        using var clock = new PeriodicTimer(Glance);
        while (await written() < Started)
        {
            Assert.False(import.HasEnded, "The import ended before it could be killed.");
            await clock.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>What is on the disk before anything is committed: SQLite's log, or the table of PostgreSQL.</summary>
    private static async Task<long> WrittenAsync(CommandWorkspace workspace, DatabaseProvider provider)
    {
        if (provider == DatabaseProvider.PostgreSql)
        {
            return await workspace.AskAsync("SELECT pg_relation_size('product')");
        }

        var log = new FileInfo(workspace.DatabaseFile + "-wal");
        return log.Exists ? log.Length : 0;
    }
}
