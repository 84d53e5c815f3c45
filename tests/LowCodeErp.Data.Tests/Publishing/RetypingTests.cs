using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Core.Values.InputValue;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Publishing;

public sealed class RetypingTests
{
    private static readonly object _levels = new
    {
        options = new[]
        {
            new { key = "a", label = new Dictionary<string, string> { ["zh-CN"] = "甲级" } },
            new { key = "b", label = new Dictionary<string, string> { ["zh-CN"] = "乙级" } },
        },
    };

    [Theory]
    [EveryDatabase]
    public async Task Retype_TextToNumber_ConvertsAndListsWhatItCannotBeforeAnythingHappens(DatabaseProvider provider)
    {
        await using var notes = await NotesDatabase.CreateAsync(provider, Note("text"), "1,234.5", "12", "约五十", "3.141");

        var refused = await notes.PublishAsync(Note("number"));

        Assert.Equal(
            [
                "schema.field.left-behind note.amount: 表单“note”的数据“记录3”（3 号）：字段“amount”的值“约五十”不能转换：“约五十”不是数字。请填写数字，例如 1,234.5。",
                "schema.field.left-behind note.amount: 表单“note”的数据“记录4”（4 号）：字段“amount”的值“3.141”不能转换：转换后会变成“3.14”，不再是原来的值。",
                "schema.field.left-behind-count note.amount: 表单“note”的字段“amount”有 2 个值不能转换。请先改正它们；或选择继续，这些值将留在保留的旧列中。",
            ],
            refused);
        Assert.Equal(["1,234.5", "12", "约五十", "3.141"], await notes.ReadAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Retype_GoingOn_LeavesTheRestInTheKeptColumnAndRollsBackWithoutLoss(DatabaseProvider provider)
    {
        await using var notes = await NotesDatabase.CreateAsync(provider, Note("text"), "1,234.5", "12", "约五十", null);

        await notes.GoOnAsync(Note("number"));
        Assert.Equal([1234.5m, 12m, null, null], await notes.ReadAsync());

        await notes.ChangeAsync(2, Of(15m));
        await notes.GoOnAsync(Note("text"));
        Assert.Equal(["1,234.5", "15", "约五十", null], await notes.ReadAsync());
        Assert.Equal("", await notes.ExamineAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Retype_ValuesThatStayWhatTheyAre_KeepTheirColumn(DatabaseProvider provider)
    {
        await using var notes = await NotesDatabase.CreateAsync(provider, Note("text"), "13800138000", null);

        await notes.GoOnAsync(Note("phone"));

        Assert.Equal(["13800138000", null], await notes.ReadAsync());
        Assert.Equal(0, await notes.CountKeptAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Retype_ChoiceToTextAndBack_GoesByTheLabel(DatabaseProvider provider)
    {
        await using var notes = await NotesDatabase.CreateAsync(provider, Note("choice", _levels), "甲级", "b");

        await notes.GoOnAsync(Note("text"));
        Assert.Equal(["甲级", "乙级"], await notes.ReadAsync());

        await notes.ChangeAsync(1, Of("乙级"));
        await notes.GoOnAsync(Note("multi-choice", _levels));
        Assert.Equal(["b", "b"], await notes.ReadAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Retype_DatesAndAnswers_KeepTheirMeaning(DatabaseProvider provider)
    {
        await using var notes = await NotesDatabase.CreateAsync(provider, Note("text"), "2026-03-01", "是");

        Assert.Contains(await notes.PublishAsync(Note("date")), line => line.Contains("“是”", StringComparison.Ordinal));
        await notes.GoOnAsync(Note("date"));
        Assert.Equal([new DateOnly(2026, 3, 1), null], await notes.ReadAsync());
        await notes.GoOnAsync(Note("yes-no"));
        Assert.Equal([null, null], await notes.ReadAsync());
        await notes.GoOnAsync(Note("text"));
        Assert.Equal(["2026-03-01", "是"], await notes.ReadAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Narrow_NumberThatWouldBeRounded_IsListedAndComesBackWhenWidened(DatabaseProvider provider)
    {
        await using var notes = await NotesDatabase.CreateAsync(provider, Note("number", new { decimals = 4 }), "1.25", "2.5");

        Assert.Contains("“1.2500”", Assert.Single(await notes.PublishAsync(Note("number", new { decimals = 1 })), line => line.Contains("记录1", StringComparison.Ordinal)), StringComparison.Ordinal);
        await notes.GoOnAsync(Note("number", new { decimals = 1 }));
        Assert.Equal([null, 2.5m], await notes.ReadAsync());
        await notes.GoOnAsync(Note("number", new { decimals = 4 }));
        Assert.Equal([1.25m, 2.5m], await notes.ReadAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Retype_ReferenceToTextAndBack_GoesByTheTitle(DatabaseProvider provider)
    {
        FormBuilder[] texts = [Form("customer").Field("name", "text"), Note("text")];
        FormBuilder[] references = [texts[0], Note("reference", new { form = "customer" })];
        await using var notes = await NotesDatabase.CreateAsync(provider, texts, "张三", "李四", "无名");
        var (zhang, li) = (await notes.Fields.AddAsync("customer", ("name", Of("张三"))), await notes.Fields.AddAsync("customer", ("name", Of("李四"))));

        await notes.GoOnAsync(references);
        Assert.Equal([zhang, li, null], await notes.ReadAsync());
        await notes.ChangeAsync(2, Of((decimal)zhang));
        await notes.GoOnAsync([texts[0], Note("references", new { form = "customer" })]);
        Assert.Equal([$"{zhang}", $"{zhang}", null], (await notes.ReadAsync()).Select(value => value?.ToString()));
        await notes.GoOnAsync(texts);
        Assert.Equal(["张三", "张三", "无名"], await notes.ReadAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Retype_TextToSeveralParts_SaysThatNothingIsTakenOver(DatabaseProvider provider)
    {
        await using var notes = await NotesDatabase.CreateAsync(provider, Note("text"), "2026-01-01", null);

        Assert.StartsWith("schema.field.left-behind-count note.amount", Assert.Single(await notes.PublishAsync(Note("date-range"))), StringComparison.Ordinal);
        await notes.GoOnAsync(Note("date-range"));
        await notes.GoOnAsync(Note("text"));
        Assert.Equal(["2026-01-01", null], await notes.ReadAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Require_RecordsThatLeaveItBlank_AreListed(DatabaseProvider provider)
    {
        await using var notes = await NotesDatabase.CreateAsync(provider, Note("text"), "一", null, null);

        Assert.Equal(
            ["schema.field.blank note.amount: 表单“note”的字段“amount”不能设为必填：2 条数据没有填写：记录2、记录3。请先补填这些数据。"],
            await notes.PublishAsync(Note("text").Required()));
        await notes.ChangeAsync(2, Of("二"));
        await notes.ChangeAsync(3, Of("三"));
        Assert.Empty(await notes.PublishAsync(Note("text").Required()));
    }

    [Theory]
    [EveryDatabase]
    public async Task Unique_ValuesThatAreThereTwice_AreListed(DatabaseProvider provider)
    {
        await using var notes = await NotesDatabase.CreateAsync(provider, Note("text"), "重", "重", "独");

        Assert.Equal(
            ["schema.field.not-unique note.amount: 表单“note”的字段“amount”不能设为唯一：已有 1 个值重复：重。请先改正这些数据。"],
            await notes.PublishAsync(Form("note").Field("name", "text").Field("amount", "text", unique: true)));
    }

    [Theory]
    [EveryDatabase]
    public async Task Rehearse_AnyChange_TellsTheSameAndChangesNothing(DatabaseProvider provider)
    {
        await using var notes = await NotesDatabase.CreateAsync(provider, Note("text"), "12", "约五十");

        var told = await notes.PublishAsync(new PublishOptions { IsRehearsal = true, LeavesUnconverted = true }, Note("number"));

        Assert.Equal(2, told.Count);
        Assert.Equal(["12", "约五十"], await notes.ReadAsync());
        Assert.Equal(0, await notes.CountKeptAsync());
        Assert.Equal(told, await notes.PublishAsync(new PublishOptions { LeavesUnconverted = true }, Note("number")));
    }

    private static FormBuilder Note(string type, object? settings = null) => Form("note").Field("name", "text").Field("amount", type, settings);
}
