using LowCodeErp.BuiltIns.Fields.Number;
using LowCodeErp.BuiltIns.Fields.SubTable;
using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.UI.Extending;
using LowCodeErp.Unit.Tests.Fields;

namespace LowCodeErp.Unit.Tests.Extending;

public sealed class RecordDraftTests
{
    private static readonly FormModel Order = new TestForm("order")
        .With("code", new TextField())
        .With("discount", new NumberField(), defaultValue: Value.Of(1m))
        .WithLines("lines", new SubTableField(), new TestForm("lines")
            .With("product", new TextField())
            .With("quantity", new NumberField(), defaultValue: Value.Of(1m)))
        .Build();

    private static FieldModel Lines => Order["lines"];

    [Fact]
    public void New_Form_HasItsDefaultsAndIsClean()
    {
        var draft = RecordDraft.New(Order);

        Assert.True(draft.IsNew);
        Assert.False(draft.IsDirty);
        Assert.Equal(InputValue.Of(1m), draft[Order["discount"]]);
    }

    [Fact]
    public void From_Row_TakesValuesVersionAndLines()
    {
        var draft = Stored();

        Assert.Equal((17, 3), (draft.Id, draft.Version));
        Assert.Equal(InputValue.Of("SO-1"), draft[Order["code"]]);
        Assert.Equal([InputValue.Of("pen"), InputValue.Of("ink")], draft.LinesOf(Lines).Select(line => line[Lines.Lines!["product"]]));
        Assert.False(draft.IsDirty);
    }

    [Fact]
    public void Set_OtherValueAndBack_IsDirtyOnlyBetween()
    {
        var draft = Stored();

        draft.Set(Order["code"], InputValue.Of("SO-2"));
        Assert.True(draft.IsDirty);
        draft.Set(Order["code"], InputValue.Of("SO-1"));
        Assert.False(draft.IsDirty);
    }

    [Fact]
    public void Lines_MovedRemovedOrChanged_MakeTheDraftDirty()
    {
        var moved = Stored();
        moved.MoveLine(Lines, moved.LinesOf(Lines)[0], 1);
        var removed = Stored();
        removed.RemoveLine(Lines, removed.LinesOf(Lines)[1]);
        var changed = Stored();
        changed.LinesOf(Lines)[0].Set(Lines.Lines!["quantity"], InputValue.Of(9m));

        Assert.All([moved, removed, changed], draft => Assert.True(draft.IsDirty));
    }

    [Fact]
    public void RemoveLine_ThenInsertedAgain_IsClean()
    {
        var draft = Stored();
        var line = draft.LinesOf(Lines)[0];

        draft.RemoveLine(Lines, line);
        draft.InsertLine(Lines, 0, line);

        Assert.False(draft.IsDirty);
    }

    [Fact]
    public void MoveLine_BeyondTheEnds_DoesNothing()
    {
        var draft = Stored();

        draft.MoveLine(Lines, draft.LinesOf(Lines)[0], -1);
        draft.MoveLine(Lines, draft.LinesOf(Lines)[1], 1);

        Assert.False(draft.IsDirty);
    }

    [Fact]
    public void ToInput_Draft_HasEveryFieldAndLineAsTyped()
    {
        var draft = Stored();
        draft.Set(Order["discount"], InputValue.Of("abc"));

        var input = draft.ToInput();

        Assert.Equal((17, 3), (input.Id, input.Version));
        Assert.Equal(["code", "discount"], input.Values.Keys);
        Assert.Equal(InputValue.Of("abc"), input.Values["discount"]);
        Assert.Equal([101, 102], input.Lines["lines"].Select(line => line.Id));
        Assert.Equal(["product", "quantity"], input.Lines["lines"][0].Values.Keys);
    }

    [Fact]
    public void ToInput_NewLineThatNobodyTouched_IsLeftOut()
    {
        var draft = Stored();
        draft.AddLine(Lines);
        draft.AddLine(Lines).Set(Lines.Lines!["product"], InputValue.Of("cap"));

        Assert.Equal(3, draft.ToInput().Lines["lines"].Count);
        Assert.Null(draft.ToInput().Lines["lines"][2].Id);
    }

    [Fact]
    public void SetDiagnostics_Paths_ArePlacedWhereTheyBelong()
    {
        var draft = Stored();
        draft.InsertLine(Lines, 0, RecordDraft.New(Lines.Lines!));

        draft.SetDiagnostics([At("code"), At("lines"), At("lines[1].product"), At("lines[0]"), At(""), At("lines[9].product"), At("gone")]);

        Assert.Equal(["code"], Paths(draft.DiagnosticsOf(Order["code"])));
        Assert.Equal(["", "gone"], Paths(draft.Diagnostics));
        Assert.Equal(["lines", "lines[9].product"], Paths(draft.DiagnosticsOf(Lines)));
        Assert.Equal(["lines[0]"], Paths(draft.LinesOf(Lines)[1].Diagnostics));
        Assert.Equal(["lines[1].product"], Paths(draft.LinesOf(Lines)[2].DiagnosticsOf(Lines.Lines!["product"])));
        Assert.True(draft.HasErrors);
    }

    [Fact]
    public void SetDiagnostics_Again_ReplacesThoseBefore()
    {
        var draft = Stored();
        draft.SetDiagnostics([At("code"), At("lines[0].product"), At("")]);

        draft.SetDiagnostics([]);

        Assert.False(draft.HasErrors);
        Assert.Empty(draft.Diagnostics);
    }

    [Fact]
    public void Set_FieldWithDiagnostics_ForgetsThem()
    {
        var draft = Stored();
        draft.SetDiagnostics([At("code")]);

        draft.Set(Order["code"], InputValue.Of("SO-2"));

        Assert.Empty(draft.DiagnosticsOf(Order["code"]));
    }

    private static RecordDraft Stored()
    {
        var lines = new Dictionary<string, IReadOnlyList<RecordRow>>
        {
            ["lines"] = [TestForm.Row(Lines.Lines!, 101, [17L, "pen", 2m]), TestForm.Row(Lines.Lines!, 102, [17L, "ink", 3m])],
        };
        return RecordDraft.From(TestForm.Row(Order, 17, ["SO-1", 5m, null]), lines);
    }

    private static Diagnostic At(string path) => new("test.wrong", Severity.Error, path, new("错", "Wrong"));

    private static IEnumerable<string> Paths(IEnumerable<Diagnostic> diagnostics) => diagnostics.Select(diagnostic => diagnostic.Path);
}
