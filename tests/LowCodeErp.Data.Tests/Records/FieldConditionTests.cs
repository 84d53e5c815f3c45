using System.Text.RegularExpressions;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using LowCodeErp.UI.Extending;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Records;

/// <summary>When fields are shown, required and read-only: one verdict, whichever way a record or a line comes.</summary>
public sealed class FieldConditionTests
{
    private static readonly string[] Told = ["tax-no", "credit", "price", "known"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What comes in, and what is wrong with it or, when it is stored: tax number (cleared when hidden), credit (kept), price, and a formula over the first.</summary>
    private static readonly (string Entered, string Verdict)[] Cases =
    [
        ("kind=company", "record.required tax-no; record.required credit"),
        ("kind=company tax-no=T1 credit=3", "T1 3 5 1"),
        ("kind=company tax-no=T1 credit=x", "field.number.unreadable credit"),
        ("kind=company tax-no=T1 credit=-1", "field.number.too-small credit"),
        ("kind=company tax-no=T1 credit=200", "record.validation credit"),
        ("kind=person", "- - 5 0"),
        ("kind=person tax-no=T1 credit=3", "- 3 5 0"),
        ("kind=person credit=x", "- - 5 0"),
        ("kind=person credit=-1", "- -1 5 0"),
        ("kind=person credit=200", "- 200 5 0"),
        ("kind=fixed price=6", "record.field.read-only price"),
        ("kind=fixed price=5", "- - 5 0"),
        ("kind=person price=6", "- - 6 0"),
    ];

    public static IEnumerable<TheoryDataRow<DatabaseProvider, string>> Doors
        => from provider in TestDatabase.Providers from door in Enum.GetNames<Door>() select new TheoryDataRow<DatabaseProvider, string>(provider, door);

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Conditions_ThroughEveryDoor_GiveTheSameVerdict(DatabaseProvider provider, string door)
    {
        await using var database = await FieldDatabase.CreateAsync(provider, Behave(Form("party").Field("name", "text")), Order());

        var verdicts = new List<string>();
        foreach (var (entered, _) in Cases)
        {
            verdicts.Add(await EnterAsync(database, Enum.Parse<Door>(door), entered));
        }

        Assert.Equal(Cases.Select(row => row.Verdict), verdicts);
        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task ConditionOfALine_ReadsItsRecord_HoweverItComes(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(provider, Form("order").Field("number", "text").Field("kind", "text")
            .Lines("line", line => line.Field("product", "text").Field("batch", "text").VisibleWhen("[order.kind] = \"drug\"", HiddenValue.Clear).Required(), "sub-table"));
        var (drug, tea) = (await database.AddAsync("order", Value("number", "D"), Value("kind", "drug")), await database.AddAsync("order", Value("number", "T"), Value("kind", "tea")));

        Assert.Equal("record.required batch", await database.RefuseAsync("order-line", Value("product", "p"), Value("order", "D")));
        Assert.Equal("1 record.required batch", Regex.Replace(await database.ImportAsync("order-line", "order,product\nD,p\n"), "^2", "1"));
        Assert.Equal("", await database.ImportAsync("order-line", "order,product,batch\nD,p,B1\nT,p,B1\n"));
        var (ofDrug, ofTea) = (await LinesAsync(database, drug), await LinesAsync(database, tea));
        Assert.Equal(("B1", null), (ofDrug.Single().Values[2], ofTea.Single().Values[2]));

        // Moved from one record to the other, it is what the new one demands.
        var model = database.Form("order-line");
        var move = new RecordInput { Id = ofTea.Single().Id, Values = new Dictionary<string, InputValue> { ["order"] = InputValue.Of((decimal)drug) } };
        var refused = Assert.IsType<SaveResult.Invalid>(await database.Published.Pipeline.SaveAsync(new(model, [move], Actor.System, ChangeSource.Command), Cancellation));
        Assert.Equal("batch", Assert.Single(refused.Problems).Diagnostic.Path);
    }

    [Theory]
    [EveryDatabase]
    public async Task Lines_OfAHiddenSubTable_AreNotChecked(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(provider, Form("order").Field("number", "text").Field("kind", "text")
            .Lines("line", line => line.Field("product", "text").Required().Field("quantity", "number").Valid("[quantity] > 0", "不行"), "sub-table").VisibleWhen("[kind] = \"goods\""));
        await database.AddAsync("order", Value("number", "G"), Value("kind", "goods"));
        await database.AddAsync("order", Value("number", "S"), Value("kind", "service"));

        Assert.Equal("record.required product; record.validation quantity", await database.RefuseAsync("order-line", Value("order", "G"), Value("quantity", "-1")));
        await database.AddAsync("order-line", Value("order", "S"), Value("quantity", "-1"));
    }

    [Fact]
    public async Task ReadOnly_ByTheStoredState_LetsOnlyTheUnchangedThrough()
    {
        await using var database = await FieldDatabase.CreateAsync(
            DatabaseProvider.Sqlite, Form("order").Field("number", "text").Field("status", "text").Field("amount", "number").ReadOnlyWhen("OLD([status]) = \"approved\""));
        var id = await database.AddAsync("order", Value("number", "A"), Value("status", "approved"), Value("amount", "5"));

        await database.ChangeAsync("order", id, Value("amount", "5.00"), Value("number", "B"));
        var change = await Assert.ThrowsAsync<InvalidOperationException>(() => database.ChangeAsync("order", id, Value("amount", "6"), Value("status", "draft")));
        Assert.Equal("record.field.read-only amount", change.Message);

        await database.ChangeAsync("order", id, Value("status", "draft"));
        await database.ChangeAsync("order", id, Value("amount", "6"));
    }

    [Fact]
    public async Task Publish_ConditionThatClears_LeavesStoredValuesUntilTheirRecordIsSaved()
    {
        await using var database = await PublishedDatabase.CreateAsync(DatabaseProvider.Sqlite, Form("order").Text("number").Text("kind").Text("note"));
        var id = await database.InsertAsync("order", ["A", "plain", "kept"]);

        await database.PublishAsync(Form("order").Text("number").Text("kind").Text("note").VisibleWhen("[kind]=\"rich\"", HiddenValue.Clear).Number("length").Formula("LEN([note])"));

        Assert.Equal(("kept", 4m), ((string?)(await database.FindAsync("order", id))!.Values[2], (decimal?)(await database.FindAsync("order", id))!.Values[3]));
        Assert.Equal(1L, await database.QueryAsync("SELECT COUNT(*) FROM sys_definition WHERE kind = 'form' AND json LIKE '%\"visibleWhen\": \"[kind] = %'"));
        var touch = new RecordInput { Id = id, Values = new Dictionary<string, InputValue> { ["number"] = InputValue.Of("B") } };
        Assert.IsType<SaveResult.Saved>(await database.Pipeline.SaveAsync(new(database.Form("order"), [touch], Actor.System, ChangeSource.Command), Cancellation));
        Assert.Null((await database.FindAsync("order", id))!.Values[2]);
        Assert.Equal(0m, (await database.FindAsync("order", id))!.Values[3]);
    }

    private static FormBuilder Order() => Form("order").Field("number", "text").Lines("line", line => Behave(line.Field("name", "text")), "sub-table");

    private static FormBuilder Behave(FormBuilder form) => form
        .Field("kind", "text")
        .Field("tax-no", "text").VisibleWhen("[kind] = \"company\"", HiddenValue.Clear).Required()
        .Field("credit", "number", new { minimum = 0 }).VisibleWhen("[kind] = \"company\"").RequiredWhen("[known] = 0").Valid("[credit] < 100", "太高")
        .Field("price", "number").Default("5").ReadOnlyWhen("[kind] = \"fixed\"")
        .Field("known", "number").Formula("IF(ISBLANK([tax-no]), 0, 1)");

    /// <summary>What is wrong, without the place of the line; or what was stored.</summary>
    private static async Task<string> EnterAsync(FieldDatabase database, Door door, string entered)
    {
        var values = entered.Split(' ').Select(pair => pair.Split('=')).Select(pair => Value(pair[0], pair[1])).ToArray();
        var form = database.Form(door is Door.Call or Door.Page or Door.Import ? "party" : "order-line");
        var problems = door switch
        {
            Door.Call => await SaveAsync(database, form, NewInput(values)),
            Door.Page => await SaveAsync(database, form, Fill(RecordDraft.New(form), values).ToInput()),
            Door.Import => await database.ImportAsync("party", Csv(values)),
            Door.SubTable => await SaveAsync(database, database.Form("order"), NewInput([Value("number", entered)], NewInput(values))),
            Door.PageOfLines => await SaveAsync(database, database.Form("order"), FillLine(RecordDraft.New(database.Form("order")), entered, values).ToInput()),
            Door.ImportOfLines => await ImportLinesAsync(database, values),
            _ => throw new InvalidOperationException($"{door} leads nowhere."),
        };
        return problems.Length == 0 ? await StoredAsync(database, form) : Regex.Replace(problems, @"(?<=^|; )\d+ |line\[0\]\.", "");
    }

    private static async Task<string> ImportLinesAsync(FieldDatabase database, (string, InputValue)[] values)
    {
        var number = Guid.NewGuid().ToString();
        await database.AddAsync("order", Value("number", number));
        return await database.ImportAsync("order-line", Csv([Value("order", number), .. values]));
    }

    private static RecordDraft FillLine(RecordDraft order, string number, (string, InputValue)[] values)
    {
        order.Set(order.Form["number"], InputValue.Of(number));
        Fill(order.AddLine(order.Form["line"]), values);
        new DraftLogic(order, () => new EvaluationContext(PublishedDatabase.Now), () => { }, (_, _) => Task.FromResult<RecordDraft?>(null)).Run();
        return order;
    }

    private static RecordDraft Fill(RecordDraft draft, (string Key, InputValue Value)[] values)
    {
        foreach (var (key, value) in values)
        {
            draft.Set(draft.Form[key], value);
        }

        new DraftLogic(draft, () => new EvaluationContext(PublishedDatabase.Now), () => { }, (_, _) => Task.FromResult<RecordDraft?>(null)).Run();
        return draft;
    }

    private static async Task<string> SaveAsync(FieldDatabase database, FormModel form, RecordInput input)
    {
        var result = await database.Published.Pipeline.SaveAsync(new(form, [input], Actor.System, ChangeSource.Command), Cancellation);
        return result is SaveResult.Invalid invalid ? string.Join("; ", invalid.Problems.Select(problem => $"{problem.Diagnostic.Code} {problem.Diagnostic.Path}")) : "";
    }

    private static async Task<string> StoredAsync(FieldDatabase database, FormModel form)
    {
        var id = (long)(await database.Published.QueryAsync($"SELECT MAX(id) FROM \"{form.Table}\""))!;
        var stored = await database.Published.FindAsync(form.Key, id);
        return string.Join(' ', Told.Select(key => FormattableString.Invariant($"{stored!.Values[form[key].Ordinal] ?? "-"}")));
    }

    private static async Task<IReadOnlyList<StoredRecord>> LinesAsync(FieldDatabase database, long order)
    {
        await using var transaction = await database.Published.BeginAsync();
        return [.. await transaction.ReadLinesAsync(database.Form("order-line"), [order], Cancellation)];
    }

    private static string Csv((string Key, InputValue Value)[] values)
        => $"{string.Join(',', values.Select(value => value.Key))}\n{string.Join(',', values.Select(value => value.Value.Content))}\n";

    private static (string, InputValue) Value(string key, string text) => (key, InputValue.Of(text));

    private static RecordInput NewInput((string Key, InputValue Value)[] values, params RecordInput[] lines) => new()
    {
        Values = values.ToDictionary(value => value.Key, value => value.Value),
        Lines = lines.Length == 0 ? new Dictionary<string, IReadOnlyList<RecordInput>>() : new() { ["line"] = lines },
    };

    /// <summary>The ways in which a record, or a line, comes.</summary>
    private enum Door
    {
        Call,
        Page,
        Import,
        SubTable,
        PageOfLines,
        ImportOfLines,
    }
}
