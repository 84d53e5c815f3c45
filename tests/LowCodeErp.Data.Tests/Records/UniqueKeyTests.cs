using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Records;

/// <summary>What no two records may have in common: one field or several, whatever the case, blanks and width of characters.</summary>
public sealed class UniqueKeyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Unique_InSeveralFields_IsWhateverItsSpelling(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(provider, Shop());
        await database.AddAsync("shop", Value("name", "ABC 超市"), Value("city", "上海"), Value("floor", "1"));

        Assert.Equal("record.not-unique name", await database.RefuseAsync("shop", Value("name", "ａｂｃ超市"), Value("city", "上 海"), Value("floor", "1.0")));
        Assert.Equal("2 record.not-unique name; 4 record.not-unique name", await database.ImportAsync("shop", "name,city,floor\nabc超市,上海,1\nx,y,2\nＸ,Ｙ,2\n"));
        var refused = Assert.IsType<SaveResult.Invalid>(await SaveAsync(database, new() { Values = Values(("name", "Abc超市"), ("city", "上海"), ("floor", "1")) }));
        Assert.Contains("已有shop“ABC 超市”。", refused.Problems[0].Diagnostic.Message.Chinese, StringComparison.Ordinal);

        // Another floor is another shop, and one that nobody knows yet is not compared.
        await database.AddAsync("shop", Value("name", "ABC超市"), Value("city", "上海"), Value("floor", "2"));
        await database.AddAsync("shop", Value("name", "ABC超市"), Value("city", "上海"));
        await database.AddAsync("shop", Value("name", "ABC超市"), Value("city", "上海"));
        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Unique_IsPassedOnWithinABatch_AndFreeAfterADelete(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(provider, Shop());
        var one = await database.AddAsync("shop", Value("name", "A"), Value("city", "x"), Value("floor", "1"));
        var two = await database.AddAsync("shop", Value("name", "B"), Value("city", "x"), Value("floor", "1"));

        RecordInput[] swap = [new() { Id = one, Values = Values(("name", "b")) }, new() { Id = two, Values = Values(("name", "a")) }];
        Assert.IsType<SaveResult.Saved>(await database.Published.Pipeline.SaveAsync(new(database.Form("shop"), swap, Actor.System, ChangeSource.Command), Cancellation));
        Assert.Equal("", await database.DeleteAsync("shop", one));
        await database.AddAsync("shop", Value("name", "B"), Value("city", "x"), Value("floor", "1"));
        Assert.Equal("record.not-unique name", await database.RefuseAsync("shop", Value("name", "A"), Value("city", "x"), Value("floor", "1")));
    }

    [Theory]
    [EveryDatabase]
    public async Task Unique_AmongManyWriters_IsWonByOne(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(provider, Shop());
        string[] spellings = ["Acme", "ACME", "acme ", "ａｃｍｅ", "a c m e", "Ａcme", "aCME", "AcmE"];

        var results = await Task.WhenAll(spellings.Select(name => Task.Run(
            () => SaveAsync(database, new() { Values = Values(("name", name), ("city", "x"), ("floor", "1")) }), Cancellation)));

        Assert.Single(results.OfType<SaveResult.Saved>());
        var winner = await database.FindAsync("shop");
        Assert.All(results.OfType<SaveResult.Invalid>(), lost =>
        {
            var problem = Assert.Single(lost.Problems).Diagnostic;
            Assert.Equal(("record.not-unique", "name"), (problem.Code, problem.Path));
            Assert.Contains($"“{winner}”", problem.Message.Chinese, StringComparison.Ordinal);
        });
        Assert.Equal(7, results.OfType<SaveResult.Invalid>().Count());
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_UniqueOntoRecordsThatRepeatEachOther_NamesThem(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Form("shop").Text("name").Text("city"));
        var first = await database.InsertAsync("shop", ["Acme", "x"], ["ACME", "x"], ["acme", "y"], ["Beta", "x"], ["ｂｅｔａ", "x"]);

        var refused = await database.TryPublishAsync(Form("shop").Text("name").Text("city").UniqueTogether("place", "name", "city"));

        Assert.Equal(["publish.not-computed shop.name", "publish.not-computed shop.name"], refused.Diagnostics.Select(problem => $"{problem.Code} {problem.Path}"));
        Assert.Contains($"第 {first + 1} 号", refused.Diagnostics[0].Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("“Acme”", refused.Diagnostics[0].Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("“Beta”", refused.Diagnostics[1].Message.Chinese, StringComparison.Ordinal);

        // Of the names alone there is one more; what was unique together no longer is when the author says so.
        await database.ExecuteAsync("UPDATE shop SET city = 'z' WHERE name IN ('ACME', 'ｂｅｔａ')");
        await database.PublishAsync(Form("shop").Text("name").Text("city").UniqueTogether("place", "name", "city"));
        Assert.Equal(3, (await database.TryPublishAsync(Form("shop").Text("name").Text("city").UniqueTogether("place", "name"))).Diagnostics.Count);
        await database.PublishAsync(Form("shop").Text("name").Text("city"));
        Assert.IsType<SaveResult.Saved>(await database.Pipeline.SaveAsync(
            new(database.Form("shop"), [new() { Values = Values(("name", "acme"), ("city", "x")) }], Actor.System, ChangeSource.Command), Cancellation));
    }

    private static FormBuilder Shop() => Form("shop").Field("name", "text").Field("city", "text").Field("floor", "number").UniqueTogether("place", "name", "city", "floor");

    private static Task<SaveResult> SaveAsync(FieldDatabase database, RecordInput input)
        => database.Published.Pipeline.SaveAsync(new(database.Form("shop"), [input], Actor.System, ChangeSource.Command), Cancellation);

    private static Dictionary<string, InputValue> Values(params (string Key, string Text)[] values) => values.ToDictionary(value => value.Key, value => InputValue.Of(value.Text));

    private static (string, InputValue) Value(string key, string text) => (key, InputValue.Of(text));
}
