using System.Globalization;
using LowCodeErp.Commands.Tests.Running;
using LowCodeErp.Data.Providers;
using LowCodeErp.Specifications.ReferenceData;
using LowCodeErp.TestDatabases;
using Microsoft.VisualBasic.FileIO;

namespace LowCodeErp.Commands.Tests.Tiering;

/// <summary>Real orders in by <c>import</c>, tiers out by <c>tier run</c>, and every row equal to the published answers.</summary>
public sealed class ReferenceEqualityTests
{
    [Theory]
    [EveryDatabase]
    public async Task TierRun_SuperstoreImported_EqualsTheReferenceInEveryRow(DatabaseProvider provider)
    {
        var set = ReferenceSet.Read("superstore");
        await using var workspace = await CommandWorkspace.CreateAsync(provider, "superstore");
        await Superstore.ImportAsync(workspace);
        await AssertEqualAsync(workspace, set);
        (await workspace.RunAsync("doctor")).MustSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task TierRun_CdnowImported_EqualsTheReferenceInEveryRow(DatabaseProvider provider)
    {
        var set = ReferenceSet.Read("cdnow");
        await using var workspace = await CommandWorkspace.CreateAsync(provider, "cdnow");
        var mapping = Path.Combine(TestApps.PathOf("cdnow"), "mappings", "order.json");
        (await workspace.RunAsync("import", "order", SharedData.PathOf("cdnow/CDNOW_master.txt"), "--mapping", mapping)).MustSucceed();
        await AssertEqualAsync(workspace, set);
        (await workspace.RunAsync("doctor")).MustSucceed();
    }

    /// <summary>The amount of a line is a formula there: 单价*数量*(1-折扣), with four decimals.</summary>
    [Theory]
    [EveryDatabase]
    public async Task TierRun_NorthwindImported_EqualsTheReferenceInEveryRow(DatabaseProvider provider)
    {
        var set = ReferenceSet.Read("northwind");
        await using var workspace = await CommandWorkspace.CreateAsync(provider, "northwind");
        await Northwind.ImportAsync(workspace);
        await AssertEqualAsync(workspace, set);
        Assert.Equal(12_657_930_395, await workspace.AskAsync("SELECT CAST(ROUND(SUM(total) * 10000) AS bigint) FROM \"order\""));
        (await workspace.RunAsync("doctor")).MustSucceed();
    }

    private static async Task AssertEqualAsync(CommandWorkspace workspace, ReferenceSet set)
    {
        await AssertEqualAsync(workspace, set, "rfm-r-rule", ("r", "r_r"), ("f", "f_r"), ("m", "m_r"));
        await AssertEqualAsync(workspace, set, "rfm-quantile", ("r", "r_q"), ("f", "f_q"), ("m", "m_q"));
        await AssertEqualAsync(workspace, set, "rfm-ntile", ("r", "r_n"), ("f", "f_n"), ("m", "m_n"));
        await AssertEqualAsync(workspace, set, "abc-incl", ("tier", "abc_incl"), ("share", "cum_share"));
        await AssertEqualAsync(workspace, set, "abc-cross", ("tier", "abc_cross"), ("share", "cum_share"));
    }

    private static async Task AssertEqualAsync(CommandWorkspace workspace, ReferenceSet set, string model, params (string Ours, string Reference)[] columns)
    {
        var file = workspace.PathOf($"{model}.csv");
        (await workspace.RunAsync("tier", "run", model, "--as-of", $"{set.AsOf:yyyy-MM-dd}", "--out", file)).MustSucceed();
        (string Ours, string Reference)[] all =
        [
            ("recency_days", "recency_days"), ("orders", "orders"), ("amount", "total"),
            ("first_date", "first_date"), ("last_date", "last_date"), .. columns,
        ];
        var rows = ReadRows(file).Where(row => row["orders"] != "0").ToList();
        var wrong = rows
            .Select(row => (Code: row["code"], Ours: Join(all.Select(column => Read(row, column.Ours))), Reference: Join(all.Select(column => Read(set.Answers[row["code"]], column.Reference)))))
            .Where(row => row.Ours != row.Reference)
            .Select(row => $"{model} {row.Code}: {row.Ours} instead of {row.Reference}")
            .ToList();
        Assert.Equal(set.Answers.Keys.Order(StringComparer.Ordinal), rows.Select(row => row["code"]).Order(StringComparer.Ordinal));
        Assert.True(wrong.Count == 0, $"{wrong.Count} rows differ, such as {wrong.FirstOrDefault()}");
    }

    /// <summary>The reference writes shares with six decimals and amounts with those of their file, trailing zeros and all.</summary>
    private static string Read(IReadOnlyDictionary<string, string> row, string column) => column switch
    {
        "share" => Parse(row[column]).ToString("0.000000", CultureInfo.InvariantCulture),
        "amount" or "total" => Parse(row[column]).ToString("0.####", CultureInfo.InvariantCulture),
        _ => row[column],
    };

    private static decimal Parse(string number) => decimal.Parse(number, CultureInfo.InvariantCulture);

    private static string Join(IEnumerable<string> cells) => string.Join(" ", cells);

    private static List<Dictionary<string, string>> ReadRows(string file)
    {
        using var csv = new TextFieldParser(file) { Delimiters = [","], TextFieldType = FieldType.Delimited };
        var names = csv.ReadFields()!;
        var rows = new List<Dictionary<string, string>>();
        while (csv.ReadFields() is { } cells)
        {
            rows.Add(names.Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second));
        }

        return rows;
    }
}
