using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.Specifications.Files;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Data.Tests.Files.FileDatabase;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Files;

/// <summary>Files in lists, formulas and spreadsheets.</summary>
public sealed class FileUseTests
{
    [Theory]
    [EveryStore]
    public async Task Import_OfAnExportedFile_LeavesTheFilesOfRecordsAndTakesNoNames(DatabaseProvider provider, bool isOnDisk)
    {
        await using var database = await CreateAsync(provider, isOnDisk, [Form("order").Field("number", "text", unique: true).Field("files", "attachment")]);
        var values = Values("files", await database.AddAsync("合同、附件.pdf", FileSamples.Pdf), await database.AddAsync("b.pdf", FileSamples.Pdf));
        values["number"] = InputValue.Of("A1");
        Assert.IsType<SaveResult.Saved>(await database.SaveAsync("order", Li, new() { Values = values }));

        Assert.Equal("", await database.Records.ImportAsync("order", await database.Records.ExportAsync("order"), "number"));
        Assert.Equal(2, (await database.Records.FindRowAsync("order", "number", "A1")).TitlesOf(database.Records.Form("order")["files"]).Count);
        Assert.Equal("2 file.from-text files", await database.Records.ImportAsync("order", "number,files\nA1,c.pdf\n", "number"));
        Assert.Equal("2 file.from-text files", await database.Records.ImportAsync("order", "number,files\nA2,b.pdf\n", "number"));
    }

    [Theory]
    [EveryDatabase]
    public async Task Lists_FindSortAndGroupByTheNamesOfFiles(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, isOnDisk: false, [Form("order").Field("number", "text").Field("files", "attachment")]);
        foreach (var (number, name) in new[] { ("A", "乙.pdf"), ("B", "甲.pdf"), ("C", "") })
        {
            var values = name.Length == 0 ? [] : Values("files", await database.AddAsync(name, FileSamples.Pdf));
            values["number"] = InputValue.Of(number);
            Assert.IsType<SaveResult.Saved>(await database.SaveAsync("order", Li, new() { Values = values }));
        }

        var files = database.Records.Path("order", "files");
        Assert.Equal("B", await database.Records.FindAsync("order", new Runtime.Queries.Condition.Contains(files, "甲")));
        Assert.Equal("A", await database.Records.FindAsync("order", search: "乙.p"));
        Assert.Equal("C", await database.Records.FindAsync("order", new Runtime.Queries.Condition.IsBlank(files)));
        Assert.Equal("A B C", await database.Records.FindAsync("order", sort: new Runtime.Queries.SortOrder(files)));
    }

    [Theory]
    [EveryDatabase]
    public async Task Formula_OverFiles_CountsThem(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, isOnDisk: false,
            [Form("order").Field("number", "text").Field("files", "attachment").Field("count", "number", new { decimals = 0 }).Formula("COUNT([files])").Field("reason", "text").RequiredWhen("ISBLANK([files])")]);

        Assert.Equal("record.required reason", Describe(await database.SaveAsync("order", Li, new())));
        var order = await database.SaveAsync("order", null, "files", await database.AddAsync("a.pdf", FileSamples.Pdf), await database.AddAsync("b.pdf", FileSamples.Pdf));
        Assert.Equal(2m, (await database.Records.ReadAsync("order", order)).Values[2]);
    }
}
