using System.Globalization;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Records;
using LowCodeErp.Runtime.Importing;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Rollups;

/// <summary>Many records of few, from a file: each batch adds up those few anew, so that batches of what is rolled up are large.</summary>
public sealed class ImportedRollupTests
{
    private const int Receipts = 12_000;
    private const int Bills = 3;

    [Theory]
    [EveryDatabase]
    public async Task Import_OfManyForFew_AddsThemUpOnceALargeBatchAndRight(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(provider,
            Form("bill").Field("no", "text").Rollup("paid", "receipt", "bill", "sum", "amount", "[state] = \"ok\"").Rollup("receipts", "receipt", "bill", "count"),
            Form("receipt").Field("no", "text").Reference("bill", "bill").Field("amount", "number").Field("state", "text"));
        var billBatches = new Batches();
        var receiptBatches = new Batches();

        await database.RunImportAsync("bill", Csv("no", 2_500, index => index < Bills ? $"B{index}" : $"X{index}"), progress: billBatches);
        var result = await database.RunImportAsync(
            "receipt", Csv("no,bill,amount,state", Receipts, index => $"R{index},B{index % Bills},{index % 4}.5,{(index % 2 == 0 ? "ok" : "no")}"), progress: receiptBatches);

        Assert.Empty(result.Errors);
        Assert.Equal([1_000, 2_000, 2_500], billBatches.Rows);
        Assert.Equal([10_000, Receipts], receiptBatches.Rows);
        foreach (var bill in Enumerable.Range(0, Bills))
        {
            var expected = Enumerable.Range(0, Receipts).Where(index => index % Bills == bill && index % 2 == 0).Sum(index => (index % 4) + 0.5m);
            var stored = await database.FindRowAsync("bill", "no", $"B{bill}");
            Assert.Equal((expected, (decimal)(Receipts / Bills)), (stored.Values[1], stored.Values[2]));
        }

        Assert.Equal("", await database.ExamineAsync());
    }

    private static string Csv(string header, int rows, Func<int, string> row)
        => header + "\n" + string.Concat(Enumerable.Range(0, rows).Select(index => row(index) + "\n"));

    private sealed class Batches : IProgress<ImportProgress>
    {
        public List<int> Rows { get; } = [];

        public void Report(ImportProgress value) => Rows.Add(value.Rows);
    }
}
