using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using LowCodeErp.UI.Extending;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Records;

/// <summary>
/// What people and programs hand in by mistake or on purpose, into a field of every type: it is refused at its place with a message in
/// both languages, nothing is stored, and the rest of the form keeps what it holds.
/// </summary>
public sealed class BadInputTests
{
    private static readonly string Long = new('长', 10_000);

    /// <summary>Of each type: its settings, and what it must refuse. Types that take any text of their length have only that.</summary>
    private static readonly Dictionary<string, (object? Settings, string[] Wrong)> FieldTypes = new()
    {
        ["address"] = (null, [Long, "f-city=330100|f-province=310000"]),
        ["auto-number"] = (null, [Long]),
        ["barcode"] = (null, ["一二", Long]),
        ["choice"] = (new { options = new[] { Option("a", "甲") } }, ["丙", "<script>alert(1)</script>", Long]),
        ["colour"] = (null, ["蓝色", "#12345", Long]),
        ["credit-code"] = (null, ["91350100M000100Y44", "9135", Long]),
        ["date"] = (null, ["2024-02-30", "明天", "12", Long]),
        ["date-range"] = (null, ["2024-02-02", "2024-02-02 ~ 2024-02-01", "x", Long, "f-start=x"]),
        ["date-time"] = (null, ["2024-02-29 25:30", "中午", Long]),
        ["department"] = (null, ["无此部门", Long]),
        ["division"] = (new { level = "province" }, ["乌有", Long]),
        ["email"] = (null, ["a.b.cn", "a@b@c", Long]),
        ["location"] = (null, ["somewhere", "200, 1", Long, "f-longitude=20"]),
        ["member"] = (null, ["无名", "无\0名", "999999", Long]),
        ["members"] = (null, ["无名", "无\0名", Long]),
        ["money"] = (null, ["一千", "1,2.5", "1e400", "99999999999999999999", Long]),
        ["multi-choice"] = (new { options = new[] { Option("a", "甲") } }, ["甲,丙", Long]),
        ["multi-line"] = (new { maximumLength = 100 }, [Long]),
        ["number"] = (null, ["十二", "NaN", "Infinity", "99999999999999999999", Long]),
        ["percent"] = (null, ["一成五", Long]),
        ["phone"] = (null, ["1380013800", "电话", Long]),
        ["rating"] = (null, ["9", "-1", "很好", Long]),
        ["reference"] = (new { form = "target" }, ["无", "无\0", "999999", Long]),
        ["references"] = (new { form = "target" }, ["甲,无", Long]),
        ["rich-text"] = (new { maximumLength = 100 }, [Long]),
        ["tags"] = (new { maximum = 2 }, ["一,二,三", Long]),
        ["text"] = (null, [Long]),
        ["time"] = (null, ["25:00", "傍晚", Long]),
        ["url"] = (null, ["javascript:alert(1)", "data:text/html,x", Long]),
        ["yes-no"] = (null, ["也许", Long]),
    };

    /// <summary>Into a field of any type: refused or stored, but never a failure.</summary>
    private static readonly InputValue[] Junk =
    [
        InputValue.Of("\0"), InputValue.Of("a\u0001\u001b[31m"), InputValue.Of("\ud800"), InputValue.Of("𠮷😀"), InputValue.Of("\u202e倒序"),
        InputValue.Of("'; DROP TABLE form; --"), InputValue.Of("<img src=x onerror=alert(1)>"), InputValue.Of("=HYPERLINK(\"http://x\")"),
        InputValue.Of(new string('x', 300_000)), InputValue.Of(string.Concat(Enumerable.Repeat("行\n", 10_000))),
        InputValue.Of(decimal.MaxValue), InputValue.Of(decimal.MinValue), InputValue.Of(0.0000000000000000000000000001m), InputValue.Of(true),
        InputValue.Of(DateTime.MinValue), InputValue.Of(DateTime.MaxValue),
        InputValue.Of(Enumerable.Repeat(InputValue.Of("甲"), 2_000)), InputValue.Of([InputValue.Of(1m), InputValue.Of("x"), InputValue.Of(false)]),
    ];

    /// <summary>Sub-tables are tested with their lines, files with their contents; a rollup and a button take no entry.</summary>
    private static readonly string[] ElsewhereTested = ["sub-table", "attachment", "image", "signature", "rollup", "button"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> EnteredTypes => [.. BuiltInFields.Catalog.All
        .Select(type => type.Key).Except(ElsewhereTested)];

    [Theory]
    [MemberData(nameof(EnteredTypes))]
    public async Task BadInput_OfEveryType_IsMarkedAtItsPlaceAndTheOthersKeepTheirValues(string type)
    {
        Assert.True(FieldTypes.TryGetValue(type, out var cases), $"The field type {type} has no bad input here yet.");
        await using var database = await CreateAsync(DatabaseProvider.Sqlite, type, cases.Settings);
        var form = database.Form("form");
        foreach (var wrong in cases.Wrong)
        {
            var draft = RecordDraft.New(form);
            draft.Enter(form["name"], InputValue.Of("样例"));
            draft.Enter(form["count"], InputValue.Of("12"));
            var input = Enter(draft, wrong);

            var result = await database.Published.Pipeline.SaveAsync(new(form, [input], Actor.System, ChangeSource.Page), Cancellation);

            var shown = wrong.Length > 50 ? $"{wrong.Length} characters" : wrong;
            var problems = Assert.IsType<SaveResult.Invalid>(result).Problems.Select(problem => problem.Diagnostic).ToList();
            Assert.All(problems, problem => Assert.True(problem.Path == "f" || problem.Path.StartsWith("f-", StringComparison.Ordinal), $"{shown}: {problem.Path} {problem.Code}"));
            Assert.All(problems, problem => AssertReadable(problem.Message, shown));
            draft.SetDiagnostics(problems);
            Assert.True(draft.HasErrorsIn(form["f"]), shown);
            Assert.False(draft.HasErrorsIn(form["name"]) || draft.HasErrorsIn(form["count"]), shown);
            Assert.Equal(("样例", 12m), (draft[form["name"]].Content, draft[form["count"]].Content));
        }

        Assert.Equal("", await database.FindAsync("form"));
    }

    [Theory]
    [EveryDatabase]
    public async Task Junk_IntoAFieldOfEveryType_IsRefusedOrStoredButNeverAFailure(DatabaseProvider provider)
    {
        foreach (var (type, (settings, _)) in FieldTypes)
        {
            await using var database = await CreateAsync(provider, type, settings);
            foreach (var (index, junk) in Junk.Index())
            {
                var input = new RecordInput { Values = new Dictionary<string, InputValue> { ["name"] = InputValue.Of($"{index}"), ["f"] = junk } };
                var result = await Record.ExceptionAsync(() => database.Published.Pipeline.SaveAsync(new(database.Form("form"), [input], Actor.System, ChangeSource.Page), Cancellation));

                Assert.True(result is null, $"{type}, {index}: {result?.GetType().Name} {result?.Message}");
            }
        }
    }

    /// <summary>As the editors do. A field of several parts takes <c>f-start=…|f-end=…</c>; one text for all of them comes from imports and programs.</summary>
    private static RecordInput Enter(RecordDraft draft, string wrong)
    {
        var field = draft.Form["f"];
        var parts = field.Parts.Count == 0 ? [["f", wrong]] : wrong.StartsWith("f-", StringComparison.Ordinal) ? wrong.Split('|').Select(part => part.Split('=')).ToArray() : [];
        foreach (var part in parts)
        {
            draft.Enter(draft.Form[part[0]], InputValue.Of(part[1]));
        }

        var input = draft.ToInput();
        var others = input.Values.Where(value => field.Parts.All(part => part.Key != value.Key));
        return parts.Length > 0 ? input : input with { Values = new Dictionary<string, InputValue>(others) { ["f"] = InputValue.Of(wrong) } };
    }

    private static async Task<FieldDatabase> CreateAsync(DatabaseProvider provider, string type, object? settings)
    {
        var database = await FieldDatabase.CreateAsync(
            provider, Form("target").Field("name", "text"), Form("form").Field("name", "text").Field("f", type, settings).Field("count", "number"));
        await database.AddAsync("target", ("name", InputValue.Of("甲")));
        return database;
    }

    private static void AssertReadable(LocalizedText message, string wrong)
    {
        Assert.True(message.Chinese.Length is > 5 and < 400, $"{wrong}: {message.Chinese}");
        Assert.True(message.English is { Length: > 10 and < 500 }, $"{wrong}: {message.English}");
    }

    private static object Option(string key, string label) => new { key, label = new Dictionary<string, string> { ["zh-CN"] = label } };
}
