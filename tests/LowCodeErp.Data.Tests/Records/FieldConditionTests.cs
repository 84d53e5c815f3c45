using System.Text.RegularExpressions;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
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
        ("kind=company", "record.required credit; record.required tax-no"),
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
        => from provider in TestDatabase.Providers from door in EveryDoor.All select new TheoryDataRow<DatabaseProvider, string>(provider, door.ToString());

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Conditions_ThroughEveryDoor_GiveTheSameVerdict(DatabaseProvider provider, string door)
    {
        await using var database = await FieldDatabase.CreateAsync(provider, EveryDoor.Forms(Behave));

        var verdicts = new List<string>();
        foreach (var (entered, _) in Cases)
        {
            verdicts.Add(await EnterAsync(database, Enum.Parse<EveryDoor.Door>(door), entered));
        }

        Assert.Equal(Cases.Select(row => row.Verdict), verdicts);
        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_AHiddenFieldThatRepeatsAnother_SaysWhichAtTheRecord(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(
            provider, Form("party").Field("name", "text").Field("kind", "text").Field("tax", "text", unique: true).VisibleWhen("[kind] = \"company\""));
        await database.AddAsync("party", ("name", InputValue.Of("甲")), ("kind", InputValue.Of("company")), ("tax", InputValue.Of("91")));

        Assert.Equal("record.not-unique tax", await database.RefuseAsync("party", ("name", InputValue.Of("乙")), ("kind", InputValue.Of("company")), ("tax", InputValue.Of("91"))));
        Assert.Equal("record.not-unique", (await database.RefuseAsync("party", ("name", InputValue.Of("丙")), ("kind", InputValue.Of("person")), ("tax", InputValue.Of("91")))).Trim());
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

    private static FormBuilder Behave(FormBuilder form) => form
        .Field("kind", "text")
        .Field("tax-no", "text").VisibleWhen("[kind] = \"company\"", HiddenValue.Clear).Required()
        .Field("credit", "number", new { minimum = 0 }).VisibleWhen("[kind] = \"company\"").RequiredWhen("[known] = 0").Valid("[credit] < 100", "太高")
        .Field("price", "number").Default("5").ReadOnlyWhen("[kind] = \"fixed\"")
        .Field("known", "number").Formula("IF(ISBLANK([tax-no]), 0, 1)");

    /// <summary>What is wrong, without the place of the line; or what was stored.</summary>
    private static async Task<string> EnterAsync(FieldDatabase database, EveryDoor.Door door, string entered)
    {
        var doors = new EveryDoor(database);
        var problems = await doors.EnterAsync(door, [.. entered.Split(' ').Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1]))]);
        if (problems.Length > 0)
        {
            return problems;
        }

        var stored = await doors.LastAsync(door);
        return string.Join(' ', Told.Select(key => FormattableString.Invariant($"{stored.Values[doors.FormOf(door)[key].Ordinal] ?? "-"}")));
    }

    private static async Task<IReadOnlyList<StoredRecord>> LinesAsync(FieldDatabase database, long order)
    {
        await using var transaction = await database.Published.BeginAsync();
        return [.. await transaction.ReadLinesAsync(database.Form("order-line"), [order], Cancellation)];
    }

    private static (string, InputValue) Value(string key, string text) => (key, InputValue.Of(text));
}
