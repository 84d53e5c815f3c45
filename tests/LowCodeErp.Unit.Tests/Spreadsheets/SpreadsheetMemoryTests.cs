using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.Runtime.Spreadsheets.Workbooks;

namespace LowCodeErp.Unit.Tests.Spreadsheets;

[CollectionDefinition(nameof(SpreadsheetMemoryTests), DisableParallelization = true)]
[Collection(nameof(SpreadsheetMemoryTests))]
public sealed class SpreadsheetMemoryTests
{
    [Fact]
    public void Csv_Of200Megabytes_KeepsMemoryFlat()
    {
        var lines = SpreadsheetLimits.Default.MaximumBytes / EndlessCsv.LineLength;
        using var file = new EndlessCsv(lines * EndlessCsv.LineLength);

        var (rows, growth) = ReadAll(file, 500_000);

        Assert.Equal(lines, rows);
        Assert.InRange(growth, long.MinValue, 50 * 1024 * 1024);
    }

    [Fact]
    public async Task Xlsx_WrittenAndRead_KeepsMemoryFlat()
    {
        const int Count = 200_000;
        await using var file = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
        var written = new InputValue[2];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await using (var writer = new XlsxSheetWriter(file))
        {
            for (var number = 1; number <= Count; number++)
            {
                (written[0], written[1]) = (InputValue.Of($"客户 {number}"), InputValue.Of(number * 0.01m));
                await writer.WriteRowAsync(written, TestContext.Current.CancellationToken);
            }

            Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 10 * 1024 * 1024);
        }

        var (rows, growth) = ReadAll(file, 50_000);

        Assert.Equal(Count, rows);
        Assert.InRange(growth, long.MinValue, 10 * 1024 * 1024);
    }

    /// <summary>How many rows there are, and by how much the heap had grown at most when every so many had been read.</summary>
    private static (long Rows, long Growth) ReadAll(Stream file, int interval)
    {
        using var reader = SpreadsheetReader.Open(file, "large", SpreadsheetLimits.Default, new DiagnosticBag())!;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var rows = 0L;
        var highest = before;
        foreach (var row in reader.ReadRows())
        {
            if (++rows % interval == 0)
            {
                highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        return (rows, highest - before);
    }
}
