using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using LowCodeErp.UI.Extending;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Records;

/// <summary>Options and records that may be chosen only where a condition holds: pickers show only these, and no other is saved.</summary>
public sealed class LimitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Options_ThatDependOnAnotherField_AreRefusedElsewhere(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(provider, Form("place").Field("name", "text")
            .Field("province", "choice", Options("zj", "js")).Field("city", "choice", Options("hz", "nb", "nj", "other")).OptionsWhen("[province] = \"zj\"", "hz", "nb").OptionsWhen("[province] = \"js\"", "nj")
            .Field("cities", "multi-choice", Options("hz", "nj")).OptionsWhen("[province] = \"zj\"", "hz").OptionsWhen("[province] = \"js\"", "nj"));

        var id = await database.AddAsync("place", Value("province", "zj"), Value("city", "nb"), Value("cities", "hz"));
        await database.AddAsync("place", Value("city", "other"));
        Assert.Equal("record.option.not-offered city", await database.RefuseAsync("place", Value("province", "js"), Value("city", "nb")));
        Assert.Equal("record.option.not-offered cities", await database.RefuseAsync("place", Value("province", "js"), Value("cities", "nj,hz")));
        Assert.Equal("2 record.option.not-offered city", await database.ImportAsync("place", "province,city\njs,hz\n"));

        // The change of what decides counts as well; a change elsewhere does not.
        var change = await Assert.ThrowsAsync<InvalidOperationException>(() => database.ChangeAsync("place", id, Value("province", "js")));
        Assert.Equal("record.option.not-offered city; record.option.not-offered cities", change.Message);
        await database.ChangeAsync("place", id, Value("name", "x"));
    }

    [Theory]
    [EveryDatabase]
    public async Task Reference_LimitedByTheDraft_IsPickedAndSavedWithinTheLimit(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(provider,
            Form("customer").Field("name", "text").Field("level", "number"),
            Form("contact").Field("name", "text").Reference("customer", "customer").Field("rank", "number"),
            Form("order").Field("number", "text").Reference("customer", "customer").Field("kind", "text")
                .Reference("contact", "contact").LimitedTo("[contact.customer] = [customer] AND [contact.rank] >= IF([kind] = \"big\", [customer.level], 0)")
                .Lines("line", line => line.Field("note", "text").Reference("contact", "contact").LimitedTo("[contact.customer.name] = [order.customer.name]"), "sub-table"));
        var (one, two) = (await database.AddAsync("customer", Value("name", "甲"), Value("level", "5")), await database.AddAsync("customer", Value("name", "乙")));
        var low = await database.AddAsync("contact", Value("name", "张"), Value("customer", "甲"), Value("rank", "1"));
        var high = await database.AddAsync("contact", Value("name", "王"), Value("customer", "甲"), Value("rank", "9"));
        var other = await database.AddAsync("contact", Value("name", "李"), Value("customer", "乙"), Value("rank", "9"));

        Assert.Equal("record.reference.limited contact", await database.RefuseAsync("order", Value("customer", "甲"), Value("contact", "李")));
        Assert.Equal("record.reference.limited contact", await database.RefuseAsync("order", Value("customer", "甲"), Value("kind", "big"), Value("contact", "张")));
        Assert.Equal("2 record.reference.limited contact", await database.ImportAsync("order", "customer,contact\n甲,李\n"));
        var saved = await database.AddAsync("order", Value("customer", "甲"), Value("kind", "big"), Value("contact", "王"));
        var change = await Assert.ThrowsAsync<InvalidOperationException>(() => database.ChangeAsync("order", saved, Value("customer", "乙")));
        Assert.Equal("record.reference.limited contact", change.Message);
        Assert.Equal("record.reference.limited contact", await database.RefuseAsync("order-line", ("order", InputValue.Of((decimal)saved)), Value("contact", "李")));

        var form = database.Form("order");
        var draft = RecordDraft.New(form);
        var logic = new DraftLogic(draft, () => new EvaluationContext(PublishedDatabase.Now), () => { }, async (target, id) => RecordDraft.From(await database.ReadAsync(target.Key, id)));
        var line = draft.AddLine(form["line"]);
        Assert.Equal("", await SuggestAsync(draft, "contact"));

        draft.Set(form["customer"], InputValue.Of((decimal)one));
        Assert.Equal($"{low} {high}", await SuggestAsync(draft, "contact"));
        Assert.Equal($"{low} {high}", await SuggestAsync(line, "contact"));
        draft.Set(form["kind"], InputValue.Of("big"));
        Assert.Equal($"{high}", await SuggestAsync(draft, "contact"));
        draft.Set(form["customer"], InputValue.Of((decimal)two));
        Assert.Equal($"{other}", await SuggestAsync(line, "contact"));

        // What was chosen before is told while typing.
        draft.Set(form["contact"], InputValue.Of((decimal)high));
        logic.Run();
        await logic.ReadReferredAsync();
        Assert.Equal("record.reference.limited", Assert.Single(draft.DiagnosticsOf(form["contact"])).Code);

        async Task<string> SuggestAsync(RecordDraft record, string field)
        {
            var limit = await logic.LimitAsync(record, record.Form[field]);
            var found = await database.Published.Queries.SuggestAsync(record.Form[field].Target!, null, 20, Actor.System, limit, Cancellation);
            return string.Join(' ', found.Select(match => match.Id).Order());
        }
    }

    private static object Options(params string[] keys)
        => new { options = keys.Select(key => new { key, label = new Dictionary<string, string> { ["zh-CN"] = key } }) };

    private static (string, InputValue) Value(string key, string text) => (key, InputValue.Of(text));
}
