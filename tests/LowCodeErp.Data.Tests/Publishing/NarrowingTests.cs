using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Publishing;

/// <summary>Settings that stored values do not meet any more: the values stay, and whoever publishes is told how many there are.</summary>
public sealed class NarrowingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Publish_WithoutAnOptionInUse_CountsItsRecordsAndKeepsThem(DatabaseProvider provider)
    {
        await using var notes = await NotesDatabase.CreateAsync(provider, Note("choice", Options("a", "b", "c")), "a", "b", "b", null);

        var impact = await PublishAsync(notes, Note("choice", Options("a", "c")));

        var told = Assert.Single(impact, sentence => sentence.Contains("不符合新的设置", StringComparison.Ordinal));
        Assert.StartsWith("表单“note”的字段“amount”有 2 个值不符合新的设置，保持不变，改动时才须改正。例如数据“记录2”的“b”：", told, StringComparison.Ordinal);
        Assert.Equal(["a", "b", "b", null], await notes.ReadAsync());
        Assert.DoesNotContain(await PublishAsync(notes, Note("choice", Options("c", "a", "d"))), sentence => sentence.Contains("有 0 个", StringComparison.Ordinal));
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_ANarrowerRange_CountsTheValuesOutsideIt(DatabaseProvider provider)
    {
        await using var notes = await NotesDatabase.CreateAsync(provider, Note("number"), "1", "20", "300");

        var impact = await PublishAsync(notes, Note("number", new { minimum = 5, maximum = 100 }));

        Assert.Contains(impact, sentence => sentence.StartsWith("表单“note”的字段“amount”有 2 个值不符合新的设置，保持不变", StringComparison.Ordinal));
        Assert.Equal([1m, 20m, 300m], await notes.ReadAsync());
        Assert.DoesNotContain(await PublishAsync(notes, Note("number", new { maximum = 1000 })), sentence => sentence.Contains("不符合", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> PublishAsync(NotesDatabase notes, FormBuilder form)
    {
        var result = await notes.Fields.Published.Publisher.PublishAsync(App.With(form), Actor.System, PublishOptions.None, Cancellation);
        Assert.True(result.Version is not null, string.Join("; ", result.Diagnostics));
        return [.. result.Impact.Select(sentence => sentence.Chinese)];
    }

    private static FormBuilder Note(string type, object? settings = null) => Form("note").Field("name", "text").Field("amount", type, settings);

    private static object Options(params string[] keys)
        => new { options = keys.Select(key => new { key, label = new Dictionary<string, string> { ["zh-CN"] = key } }) };
}
