using System.Globalization;
using LowCodeErp.Commands.Tests.Apps;
using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Commands.Tests.Crashes;

public sealed class KilledPublishTests
{
    private static readonly int _rows = Environment.GetEnvironmentVariable("LOWCODE_FULL") == "1" ? 300_000 : 100_000;

    /// <summary>Far less than the converted column takes, and more than anything but it.</summary>
    private const long Started = 1024 * 1024;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    [Theory]
    [EveryDatabase]
    public async Task Publish_KilledWhileConverting_LeavesTheOldVersionWholeAndCanBeRepeated(DatabaseProvider provider)
    {
        // The publication may end before the kill reaches it. Then nothing was tested, and it is tried again with more to convert.
        const int mostAttempts = 4;
        var attempt = 1;
        while (!await IsLeftWholeAndRepeatedAsync(provider, _rows * attempt))
        {
            Assert.True(attempt++ < mostAttempts, "The publication always ended before it could be killed, or did not leave the old version.");
        }
    }

    /// <returns>False when the publication ended before the kill.</returns>
    private static async Task<bool> IsLeftWholeAndRepeatedAsync(DatabaseProvider provider, int rows)
    {
        await using var workspace = await CommandWorkspace.CreateAsync(provider, "goods");
        (await workspace.RunAsync("import", "product", WriteProducts(workspace, rows))).MustSucceed();
        var total = await workspace.AskAsync("SELECT SUM(price) FROM product");
        var changed = new GoodsFolder(workspace);
        changed.ReplaceInProduct("\"type\": \"money\"", "\"type\": \"text\"");

        using (var publish = workspace.Start(null, "app", "publish", changed.Path))
        {
            await WaitUntilValuesAreWrittenAsync(publish, workspace, provider);
            publish.Kill();
            await publish.WaitAsync();
        }

        (await workspace.RunAsync("doctor")).MustSucceed();
        if ((await workspace.RunAsync("app", "versions", "goods")).MustSucceed().Lines.Count > 1)
        {
            return false;
        }

        Assert.Equal("没有保留的值。", (await workspace.RunAsync("app", "kept")).MustSucceed().Output.Trim());
        Assert.Equal((rows, total), (await workspace.CountAsync("product"), await workspace.AskAsync("SELECT SUM(price) FROM product")));

        (await workspace.RunAsync("app", "publish", changed.Path)).MustSucceed();
        (await workspace.RunAsync("doctor")).MustSucceed();
        Assert.Equal(rows, await workspace.AskAsync("SELECT COUNT(*) FROM product WHERE price LIKE '%.5'"));

        (await workspace.RunAsync("app", "rollback", "goods", "1")).MustSucceed();
        (await workspace.RunAsync("doctor")).MustSucceed();
        Assert.Equal((rows, total), (await workspace.CountAsync("product"), await workspace.AskAsync("SELECT SUM(price) FROM product")));
        return true;
    }

    private static string WriteProducts(CommandWorkspace workspace, int rows)
    {
        var file = workspace.PathOf("products.csv");
        using var writer = new StreamWriter(file);
        writer.WriteLine("编号,名称,单价");
        for (var row = 0; row < rows; row++)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"P{row:000000},货品{row},{row % 1000}.50"));
        }

        return file;
    }

    private static async Task WaitUntilValuesAreWrittenAsync(RunningCommand publish, CommandWorkspace workspace, DatabaseProvider provider)
    {
        using var clock = new PeriodicTimer(Glance);
        while (!publish.HasEnded && !await IsWritingAsync(workspace, provider))
        {
            await clock.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>What is on the disk before anything is committed: SQLite's log; or what PostgreSQL is busy with, since the table is locked.</summary>
    private static async Task<bool> IsWritingAsync(CommandWorkspace workspace, DatabaseProvider provider)
    {
        if (provider == DatabaseProvider.PostgreSql)
        {
            return await workspace.AskAsync(
                "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'UPDATE product SET %'") > 0;
        }

        var log = new FileInfo(workspace.DatabaseFile + "-wal");
        return log.Exists && log.Length > Started;
    }
}
