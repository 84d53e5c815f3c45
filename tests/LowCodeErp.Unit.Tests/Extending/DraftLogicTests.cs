using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.UI.Extending;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Unit.Tests.Extending;

public sealed class DraftLogicTests
{
    private static readonly FormModel Order = Compile(Form("order").Text("number").Number("limit").Number("total", scale: 4).Formula("SUM([line.amount])")
        .Lines("line", line => line.Number("price", scale: 4).Number("quantity").Valid("[quantity] > 0", "数量须大于 0")
            .Number("amount", scale: 4).Formula("[price] * [quantity]"))
        .FormValid("[total] <= [limit]", "超过限额"));

    private static readonly FieldModel Lines = Order["line"];

    [Fact]
    public void Run_LinesEntered_ComputesThemAndTheirRecord()
    {
        var draft = RecordDraft.New(Order);
        AddLine(draft, 10m, 3m);
        AddLine(draft, 0.5m, 1m);
        draft.AddLine(Lines);

        Run(draft);

        Assert.Equal([Value.Of(30m), Value.Of(0.5m), Value.Blank(ValueKind.Number)], draft.LinesOf(Lines).Select(line => line.ValueOf(Lines.Lines!["amount"])));
        Assert.Equal(Value.Of(30.5m), draft.ValueOf(Order["total"]));
    }

    [Fact]
    public void Run_NothingEntered_LeavesTheDraftCleanAndItsInputWithoutComputedFields()
    {
        var draft = RecordDraft.New(Order);

        Run(draft);

        Assert.Equal(Value.Of(0m), draft.ValueOf(Order["total"]));
        Assert.False(draft.IsDirty);
        Assert.DoesNotContain("total", draft.ToInput().Values.Keys);
    }

    [Fact]
    public void Run_WhileTyping_SeesWhatStandsInTheBoxAndKeepsTheInput()
    {
        var draft = RecordDraft.New(Order);
        var line = AddLine(draft, 10m, 3m);

        line.Preview(Lines.Lines!["price"], InputValue.Of(20m));
        Run(draft);

        Assert.Equal(Value.Of(60m), draft.ValueOf(Order["total"]));
        Assert.Equal(InputValue.Of(10m), line[Lines.Lines["price"]]);
    }

    [Fact]
    public void Run_ConditionNotMet_IsToldAtTheFieldUntilItIs()
    {
        var draft = RecordDraft.New(Order);
        var line = AddLine(draft, 10m, -1m);

        Run(draft);
        Assert.Equal("数量须大于 0", Assert.Single(line.DiagnosticsOf(Lines.Lines!["quantity"])).Message.Chinese);

        line.Set(Lines.Lines["quantity"], InputValue.Of(1m));
        Run(draft);
        Assert.Empty(line.DiagnosticsOf(Lines.Lines["quantity"]));
    }

    [Fact]
    public void Run_ConditionOnFieldsStillToBeFilledIn_IsNotAskedYet()
    {
        var draft = RecordDraft.New(Order);
        AddLine(draft, 10m, 3m);

        Run(draft);
        Assert.Empty(draft.Diagnostics);

        draft.Set(Order["limit"], InputValue.Of(29m));
        Run(draft);
        Assert.Equal("超过限额", Assert.Single(draft.Diagnostics).Message.Chinese);
    }

    [Fact]
    public void Run_StoredRecordThatBreaksACondition_IsLeftInPeaceUntilItIsTouched()
    {
        var draft = RecordDraft.From(new RecordRow { Form = Order, Id = 1, Version = 1, UpdatedAt = DateTime.UnixEpoch, Values = ["A1", -5m, 0m, null], Titles = new string?[4] });

        Run(draft);
        Assert.Empty(draft.Diagnostics);

        draft.Set(Order["limit"], InputValue.Of(-6m));
        Run(draft);
        Assert.Equal(Severity.Error, Assert.Single(draft.Diagnostics).Severity);
    }

    [Fact]
    public void Explain_ComputedField_TellsTheStepsInLabels()
    {
        var form = Compile(Form("order").Text("number").Number("price", "单价").Number("total").Formula("[price] * 2"));
        var draft = RecordDraft.New(form);
        draft.Set(form["price"], InputValue.Of(4m));

        var told = NewLogic(draft).Explain(draft, form["total"].Formula!, CultureInfo.GetCultureInfo("zh-CN"));

        Assert.StartsWith("[单价] * 2 = 4 * 2 = 8", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FormulaThroughAReference_FollowsOnceTheRecordIsRead()
    {
        var workspace = new WorkspaceCompiler(TestFields.Catalog, new([])).Compile(1, [App.With(
            Form("product").Text("name").Number("price"),
            Form("order").Text("number").Reference("product", "product").Number("quantity").Number("worth").Formula("[product.price] * [quantity]"))]).Workspace!;
        var (order, product) = (workspace.FindForm("order")!, workspace.FindForm("product")!);
        var (draft, read) = (RecordDraft.New(order), new List<long>());
        var logic = new DraftLogic(draft, NewContext, () => { }, (form, id) =>
        {
            read.Add(id);
            return Task.FromResult<RecordDraft?>(RecordDraft.From(
                new() { Form = form, Id = id, Version = 1, UpdatedAt = DateTime.UnixEpoch, Values = ["Bolt", 2.5m], Titles = [null, null] }));
        });

        draft.Set(order["quantity"], InputValue.Of(4m));
        draft.Set(order["product"], InputValue.Of(7m));
        logic.Run();
        await logic.ReadReferredAsync();
        Assert.Equal(Value.Of(10m), draft.ValueOf(order["worth"]));

        draft.Set(order["quantity"], InputValue.Of(2m));
        logic.Run();
        await logic.ReadReferredAsync();
        Assert.Equal(Value.Of(5m), draft.ValueOf(order["worth"]));
        Assert.Equal([7L], read);
        Assert.Same(product, order["product"].Target);
    }

    [Fact]
    public void Run_ConditionTurns_FieldComesAndGoesWithWhatWasTyped()
    {
        var form = Compile(Form("order").Text("kind").Number("limit").VisibleWhen("[kind] = \"b\"", HiddenValue.Clear).Number("double").Formula("[limit] * 2"));
        var (draft, logic) = NewDraft(form);

        logic.Run();
        Assert.True(draft.IsHidden(form["limit"]));
        Assert.Empty(logic.JustHidden);

        draft.Preview(form["kind"], InputValue.Of("b"));
        logic.Run();
        Assert.Equal([form["limit"]], logic.JustShown);
        draft.Set(form["limit"], InputValue.Of(4m));
        logic.Run();
        Assert.Equal(Value.Of(8m), draft.ValueOf(form["double"]));

        draft.Set(form["kind"], InputValue.Of("a"));
        logic.Run();
        Assert.Equal([form["limit"]], logic.JustHidden);
        Assert.Equal(Value.Of(0m), draft.ValueOf(form["double"]));
        Assert.True(draft.ValueOf(form["limit"]).IsBlank);

        draft.Set(form["kind"], InputValue.Of("b"));
        logic.Run();
        Assert.Equal(Value.Of(8m), draft.ValueOf(form["double"]));
    }

    [Fact]
    public void Run_ReadOnlyField_IsLockedUnlessItHoldsAChangeToBePutBack()
    {
        var form = Compile(Form("order").Text("kind").Number("price").Default("5").ReadOnlyWhen("[kind] = \"b\""));
        var (draft, logic) = NewDraft(form);

        draft.Set(form["kind"], InputValue.Of("b"));
        logic.Run();
        Assert.True(draft.IsLocked(form["price"]));
        Assert.Empty(draft.DiagnosticsOf(form["price"]));

        draft.Set(form["price"], InputValue.Of(6m));
        logic.Run();
        Assert.False(draft.IsLocked(form["price"]));
        Assert.Equal("record.field.read-only", Assert.Single(draft.DiagnosticsOf(form["price"])).Code);

        draft.Set(form["price"], InputValue.Of(5m));
        logic.Run();
        Assert.True(draft.IsLocked(form["price"]));
        Assert.Empty(draft.DiagnosticsOf(form["price"]));
    }

    [Fact]
    public void Run_ConditionsOfLines_HoldForLinesNobodyHasWrittenInto()
    {
        var form = Compile(Form("order").Text("kind")
            .Lines("line", line => line.Text("product").Text("batch").VisibleWhen("[order.kind] = \"b\"").RequiredWhen("[product] = \"x\"")));
        var (draft, logic) = NewDraft(form);
        var (line, batch) = (draft.AddLine(form["line"]), form["line"].Lines!["batch"]);

        Assert.True(logic.Reads(form["kind"]));
        logic.Run();
        Assert.True(line.IsHidden(batch));

        draft.Set(form["kind"], InputValue.Of("b"));
        logic.Run();
        Assert.Equal((false, false), (line.IsHidden(batch), line.IsRequired(batch)));

        line.Set(form["line"].Lines!["product"], InputValue.Of("x"));
        logic.Run();
        Assert.True(line.IsRequired(batch));
    }

    [Fact]
    public void Run_LiveFormulaOfALine_ReadsItsRecordAsItStandsBeforeItIsSaved()
    {
        var form = Compile(Form("order").Text("number").Number("discount").Number("total").Formula("SUM([line.price])")
            .Lines("line", line => line.Number("price").Number("share").Formula("[price] * [order.discount] + [order.total]")));
        var (draft, logic) = NewDraft(form);
        var (line, share) = (draft.AddLine(form["line"]), form["line"].Lines!["share"]);
        line.Set(form["line"].Lines!["price"], InputValue.Of(10m));
        draft.Set(form["discount"], InputValue.Of(3m));

        logic.Run();

        Assert.True(share.IsLive);
        Assert.True(logic.Reads(form["discount"]));
        Assert.Equal(Value.Of(40m), line.ValueOf(share));
    }

    private static (RecordDraft Draft, DraftLogic Logic) NewDraft(FormModel form)
    {
        var draft = RecordDraft.New(form);
        return (draft, NewLogic(draft));
    }

    private static DraftLogic NewLogic(RecordDraft draft) => new(draft, NewContext, () => { }, (_, _) => Task.FromResult<RecordDraft?>(null));

    private static void Run(RecordDraft draft) => NewLogic(draft).Run();

    private static RecordDraft AddLine(RecordDraft draft, decimal price, decimal quantity)
    {
        var line = draft.AddLine(Lines);
        line.Set(Lines.Lines!["price"], InputValue.Of(price));
        line.Set(Lines.Lines["quantity"], InputValue.Of(quantity));
        return line;
    }

    private static EvaluationContext NewContext() => new(new(2026, 3, 5, 4, 0, 0));

    private static FormModel Compile(FormBuilder form) => new WorkspaceCompiler(TestFields.Catalog, new([])).Compile(1, [App.With(form)]).Workspace!.FindForm("order")!;
}
