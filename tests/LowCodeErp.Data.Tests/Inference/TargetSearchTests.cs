using System.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Records;
using LowCodeErp.Runtime.Inference;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Inference;

/// <summary>Columns of a file that name records of a form.</summary>
public sealed class TargetSearchTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Column_OfTitlesOfAForm_IsAReferenceToIt(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, 40);

        var column = await FindAsync(database, "客户", [.. Enumerable.Range(0, 200).Select(row => $"客户{row % 40}")]);

        Assert.Equal(("reference", "customer"), (column.Proposed.Type, column.Target));
        Assert.Equal("40 种值中有 40 种在“customer”中找到，作为关联", Assert.Single(column.Evidence).Chinese);
    }

    [Theory]
    [EveryDatabase]
    public async Task Column_WithOneUnknownAmongForty_IsAReferenceAllTheSame(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, 40);

        var column = await FindAsync(database, "客户", [.. Enumerable.Range(0, 41).Select(row => $"客户{row}")]);

        Assert.Equal("customer", column.Target);
    }

    [Theory]
    [EveryDatabase]
    public async Task Column_OfWhichHalfIsUnknown_IsNone(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, 20);

        var column = await FindAsync(database, "客户", [.. Enumerable.Range(0, 40).Select(row => $"客户{row}")]);

        Assert.Equal(("text", (string?)null), (column.Proposed.Type, column.Target));
    }

    [Theory]
    [EveryDatabase]
    public async Task Column_OfNumbers_IsNoReferenceByChance(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, 5, prefix: "");

        var column = await FindAsync(database, "数量", ["1", "2", "3", "4", "1"]);

        Assert.Equal(("number", (string?)null), (column.Proposed.Type, column.Target));
    }

    private static async Task<PublishedDatabase> CreateAsync(DatabaseProvider provider, int customers, string prefix = "客户")
    {
        var database = await PublishedDatabase.CreateAsync(provider, BuiltInFields.Catalog, Form("customer").Field("name", "text"), Form("product").Field("name", "text"));
        await database.InsertAsync("customer", [.. Enumerable.Range(0, customers).Select(number => new object?[] { $"{prefix}{number}" })]);
        await database.InsertAsync("product", ["客户0"], ["客户1"]);
        return database;
    }

    private static async Task<ColumnFinding> FindAsync(PublishedDatabase database, string name, string[] values)
    {
        var csv = new MemoryStream(Encoding.UTF8.GetBytes($"{name},z\n{string.Concat(values.Select(value => $"{value},z\n"))}"));
        using var reader = SpreadsheetReader.Open(csv, "test.csv", SpreadsheetLimits.Default, new DiagnosticBag())!;
        var columns = new SheetInference(BuiltInFields.Catalog).Read(reader, 0, SheetHeader.Find(reader.ReadRows()), cancellationToken: Cancellation);
        return (await new TargetSearch(database.Store, database.Workspace).FindAsync(columns, Cancellation))[0];
    }
}
