using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.UI.Extending;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Unit.Tests.Extending;

/// <summary>Defaults that follow while somebody types, and what choosing a record fills in.</summary>
public sealed class DraftProposalTests
{
    [Fact]
    public void Default_FollowsUntilSomebodyEntersAnotherValue()
    {
        var form = Compile(Form("order").Text("number").Number("price").Number("list").DefaultFormula("[price] * 2")
            .Lines("line", line => line.Text("product").Number("share").DefaultFormula("[order.list] + 1")))["order"];
        var draft = RecordDraft.New(form);
        var logic = NewLogic(draft);
        var line = draft.AddLine(form["line"]);

        logic.Run();
        Assert.False(draft.IsDirty);

        draft.Preview(form["price"], InputValue.Of(4m));
        logic.Run();
        Assert.Equal((Value.Of(8m), Value.Of(9m)), (draft.ValueOf(form["list"]), line.ValueOf(form["line"].Lines!["share"])));
        Assert.Empty(draft.ToInput().Lines["line"]);

        draft.Set(form["price"], InputValue.Of(5m));
        draft.Set(form["list"], InputValue.Blank);
        logic.Run();
        Assert.True(draft.ValueOf(form["list"]).IsBlank);
        Assert.Equal(InputValue.Blank, draft.ToInput().Values["list"]);
    }

    [Fact]
    public async Task Default_ThroughAReference_FollowsWhatIsChosen()
    {
        var forms = Compile(
            Form("region").Text("name"),
            Form("customer").Text("name").Number("term").Reference("region", "region"),
            Form("order").Reference("customer", "customer").Number("term").DefaultFormula("[customer.term] + 5")
                .Lines("line", line => line.Text("product").Number("days").DefaultFormula("[order.customer.term] * 2")));
        var (form, customer) = (forms["order"], forms["customer"]);
        var draft = RecordDraft.New(form);
        var logic = new DraftLogic(draft, NewContext, () => { }, (_, id) => Task.FromResult<RecordDraft?>(Customer(customer, id, id * 10m, null)));
        var line = draft.AddLine(form["line"]);

        foreach (var id in new[] { 1m, 2m })
        {
            draft.Set(form["customer"], InputValue.Of(id));
            logic.Run();
            await logic.ReadReferredAsync();
            Assert.Equal((Value.Of((id * 10m) + 5m), Value.Of(id * 20m)), (draft.ValueOf(form["term"]), line.ValueOf(form["line"].Lines!["days"])));
        }
    }

    [Fact]
    public async Task Fill_OnChoosing_TakesWhatTheChosenRecordHas()
    {
        var forms = Compile(
            Form("region").Text("name"),
            Form("customer").Text("name").Number("term").Reference("region", "region"),
            Form("order").Text("number").Reference("customer", "customer").Number("term").FillFrom("customer.term").Reference("region", "region").FillFrom("customer.region"));
        var (form, customer) = (forms["order"], forms["customer"]);
        var draft = RecordDraft.New(form);
        var logic = new DraftLogic(draft, NewContext, () => { }, (_, id) => Task.FromResult<RecordDraft?>(id == 1 ? Customer(customer, 1, 30m, 7) : Customer(customer, id, null, null)));
        draft.Set(form["term"], InputValue.Of(1m));

        await ChooseAsync(1);
        Assert.Equal((Value.Of(30m), Value.OfReference(7), "区7"), (draft.ValueOf(form["term"]), draft.ValueOf(form["region"]), draft.TitleOf(form["region"])));

        draft.Set(form["term"], InputValue.Of(10m));
        logic.Run();
        Assert.Equal(Value.Of(10m), draft.ValueOf(form["term"]));

        await ChooseAsync(2);
        Assert.True(draft.ValueOf(form["term"]).IsBlank);
        Assert.True(draft.ValueOf(form["region"]).IsBlank);

        draft.Set(form["term"], InputValue.Of(3m));
        draft.Set(form["customer"], InputValue.Blank);
        logic.Run();
        Assert.Equal(Value.Of(3m), draft.ValueOf(form["term"]));

        async Task ChooseAsync(long id)
        {
            draft.Set(form["customer"], InputValue.Of((decimal)id));
            logic.Run();
            await logic.ReadReferredAsync();
        }
    }

    private static RecordDraft Customer(FormModel form, long id, decimal? term, long? region) => RecordDraft.From(new RecordRow
    {
        Form = form, Id = id, Version = 1, UpdatedAt = DateTime.UnixEpoch, Values = ["客户", term, region], Titles = [null, null, region is null ? null : $"区{region}"],
    });

    private static DraftLogic NewLogic(RecordDraft draft) => new(draft, NewContext, () => { }, (_, _) => Task.FromResult<RecordDraft?>(null));

    private static EvaluationContext NewContext() => new(new(2026, 3, 5, 4, 0, 0));

    private static Dictionary<string, FormModel> Compile(params FormBuilder[] forms)
        => new WorkspaceCompiler(TestFields.Catalog, new([])).Compile(1, [App.With(forms)]).Workspace!.Forms.ToDictionary(form => form.Key);
}
