using System.Globalization;
using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Data.Providers;

namespace LowCodeErp.Commands.Tests.LargeFiles;

/// <summary>A large file takes time, not memory. LOWCODE_FULL=1 takes the largest that is allowed.</summary>
public sealed class LargeImportTests
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>The program itself takes some 150 MB, the rest is what the collector leaves lying.</summary>
    private const long MostMemory = 450 * Megabyte;

    /// <summary>If memory grew with the file, 15 MB more of it would show as several times that in objects.</summary>
    private const long MostGrowth = 60 * Megabyte;

    private static readonly long _large = Environment.GetEnvironmentVariable("LOWCODE_FULL") == "1" ? 200 * Megabyte : 20 * Megabyte;

    [Fact]
    public async Task Import_LargeFile_TakesNoMoreMemoryThanASmallOne()
    {
        Assert.SkipUnless(File.Exists("/proc/self/status"), "The peak memory of a process is read from /proc.");
        var small = await ImportAsync(5 * Megabyte);
        var large = await ImportAsync(_large);
        TestContext.Current.TestOutputHelper?.WriteLine($"5 MB: {small / Megabyte} MB; {_large / Megabyte} MB: {large / Megabyte} MB");
        Assert.InRange(large, Megabyte, MostMemory);
        Assert.InRange(large - small, -MostMemory, MostGrowth);
    }

    [Theory]
    [InlineData(null, "orders.csv: 文件“orders.csv”超过 200 MB 的上限，请拆成几个较小的文件。")]
    [InlineData("en", "orders.csv: The file \"orders.csv\" is larger than the limit of 200 MB; split it into smaller files.")]
    public async Task Import_FileOverTheLimit_IsRefusedWithTheLimit(string? language, string expected)
    {
        await using var workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite, "goods");
        await using (var sparse = File.Create(workspace.PathOf("orders.csv")))
        {
            sparse.SetLength((200 * Megabyte) + 1);
        }

        var result = (await workspace.RunInAsync(language, "import", "product", "orders.csv")).MustRefuse(1);
        Assert.Equal([expected], result.ErrorLines);
    }

    private static async Task<long> ImportAsync(long size)
    {
        await using var workspace = await CommandWorkspace.CreateAsync(DatabaseProvider.Sqlite, "goods");
        var rows = Write(workspace.PathOf("products.csv"), size);
        var result = (await workspace.RunAsync("import", "product", "products.csv")).MustSucceed();
        Assert.Equal(rows, await workspace.CountAsync("product"));
        return result.PeakMemory;
    }

    private static int Write(string file, long size)
    {
        using var writer = new StreamWriter(file);
        writer.WriteLine("编号,名称,类别,单价,重量,生产日期");
        var description = new string('长', 60);
        var row = 0;
        for (var written = 0L; written < size - 300; row++)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"P{row:0000000},货品{row}{description},家居,{row % 1000}.50,1.25,2024-01-31");
            writer.WriteLine(line);
            written += 1 + System.Text.Encoding.UTF8.GetByteCount(line);
        }

        return row;
    }
}
