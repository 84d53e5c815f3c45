using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.UI.Extending;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Unit.Tests.Extending;

/// <summary>Drafts written and read again, by the same form and record or by what has become of them.</summary>
public sealed class DraftReaderTests
{
    private static readonly FormModel Order = Compile(Old());

    [Fact]
    public void Write_NothingEntered_IsNothing()
    {
        var draft = RecordDraft.From(Row(Order, 1, "A1", 5m));
        draft.Set(Order["number"], InputValue.Of("A2"));
        draft.Set(Order["number"], InputValue.Of("A1"));
        var fresh = RecordDraft.New(Order);
        fresh.AddLine(Order["line"]);

        Assert.Null(DraftWriter.Write(draft));
        Assert.Null(DraftWriter.Write(fresh));
    }

    [Fact]
    public void Read_NewRecord_HasEverythingIncludingTheBoxThatWasBeingTypedInAndTheUnreadable()
    {
        var draft = RecordDraft.New(Order);
        draft.Set(Order["number"], InputValue.Of("A1"));
        draft.Preview(Order["number"], InputValue.Of("A1 和"));
        draft.Set(Order["total"], InputValue.Of("五"));
        draft.Set(Order["customer"], InputValue.Of(7m), "甲公司");
        draft.AddLine(Order["line"]).Set(Order["line"].Lines!["quantity"], InputValue.Of(2.5m));

        var read = RecordDraft.New(Order);
        var notes = DraftReader.Read(read, DraftWriter.Write(draft)!);

        Assert.Empty(notes);
        Assert.Equal((InputValue.Of("A1 和"), InputValue.Of("五"), InputValue.Of(7m)), (read[Order["number"]], read[Order["total"]], read[Order["customer"]]));
        Assert.Equal("甲公司", read.TitleOf(Order["customer"]));
        Assert.Equal(InputValue.Of(2.5m), read.LinesOf(Order["line"]).Single()[Order["line"].Lines!["quantity"]]);
        Assert.True(read.IsDirty);
    }

    [Fact]
    public void Read_RecordChangedMeanwhile_KeepsTheOtherChangeAndTellsOfTheSameField()
    {
        var draft = RecordDraft.From(Row(Order, 1, "A1", 5m), LinesOf((11, 1m), (12, 2m), (13, 3m)));
        draft.Set(Order["total"], InputValue.Of(6m));
        draft.RemoveLine(Order["line"], draft.LinesOf(Order["line"])[0]);
        draft.LinesOf(Order["line"])[0].Set(Order["line"].Lines!["quantity"], InputValue.Of(20m));
        draft.LinesOf(Order["line"])[1].Set(Order["line"].Lines!["quantity"], InputValue.Of(30m));

        var read = RecordDraft.From(Row(Order, 2, "A2", 7m), LinesOf((11, 1m), (12, 2m), (14, 4m)));
        var notes = DraftReader.Read(read, DraftWriter.Write(draft)!);

        Assert.Equal((2L, InputValue.Of("A2"), InputValue.Of(6m)), (read.Version, read[Order["number"]], read[Order["total"]]));
        Assert.Equal([(12L, InputValue.Of(20m)), (14L, InputValue.Of(4m))], read.LinesOf(Order["line"]).Select(line => (line.Id!.Value, line[line.Form["quantity"]])));
        Assert.Equal(2, notes.Count);
        Assert.Contains("“7”", notes[0].Chinese, StringComparison.Ordinal);
        Assert.Contains("30", notes[1].Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LinesOnlyMoved_AreInTheirNewOrder()
    {
        var lines = Order["line"];
        var draft = RecordDraft.From(Row(Order, 1, "A1", 5m), LinesOf((11, 1m), (12, 2m), (13, 3m)));
        draft.MoveLine(lines, draft.LinesOf(lines)[2], -2);

        var read = RecordDraft.From(Row(Order, 1, "A1", 5m), LinesOf((11, 1m), (12, 2m), (13, 3m)));
        Assert.Empty(DraftReader.Read(read, DraftWriter.Write(draft)!));

        Assert.Equal([13L, 11L, 12L], read.LinesOf(lines).Select(line => line.Id!.Value));
    }

    [Fact]
    public void Read_NewLineBetweenOthers_StaysThereAndLinesOfOthersComeLast()
    {
        var lines = Order["line"];
        var draft = RecordDraft.From(Row(Order, 1, "A1", 5m), LinesOf((11, 1m), (12, 2m), (13, 3m)));
        var added = RecordDraft.New(lines.Lines!);
        added.Set(lines.Lines!["quantity"], InputValue.Of(9m));
        draft.InsertLine(lines, 1, added);
        draft.RemoveLine(lines, draft.LinesOf(lines)[2]);

        var read = RecordDraft.From(Row(Order, 1, "A1", 5m), LinesOf((11, 1m), (12, 2m), (13, 3m), (14, 4m)));
        Assert.Empty(DraftReader.Read(read, DraftWriter.Write(draft)!));

        Assert.Equal([1m, 9m, 3m, 4m], read.LinesOf(lines).Select(line => (decimal)line[line.Form["quantity"]].Content!));
    }

    [Fact]
    public void Describe_Draft_NamesTheFirstThatWasEntered()
    {
        var draft = RecordDraft.New(Order);
        draft.Set(Order["number"], InputValue.Of("A1"));
        draft.Set(Order["total"], InputValue.Of("五"));
        draft.Set(Order["customer"], InputValue.Of(7m), "甲公司");

        Assert.Equal("A1 · 五 · 甲公司", DraftReader.Describe(Order, DraftWriter.Write(draft)!));
    }

    [Fact]
    public void Read_FormPublishedAnew_CarriesOverWhatHasAPlaceAndTellsTheRest()
    {
        var draft = RecordDraft.New(Order);
        draft.Set(Order["number"], InputValue.Of("A1"));
        draft.Set(Order["total"], InputValue.Of(6m));
        draft.Set(Order["note"], InputValue.Of("旧备注，很长"));
        draft.Set(Order["customer"], InputValue.Of(7m), "甲公司");
        draft.AddLine(Order["line"]).Set(Order["line"].Lines!["quantity"], InputValue.Of(2m));
        var other = Compile(Form("order").Text("number").Text("total").Text("customer").Date("day"));

        var read = RecordDraft.New(other);
        var notes = DraftReader.Read(read, DraftWriter.Write(draft)!);

        Assert.Equal(("A1", "6"), ($"{read[other["number"]].Content}", $"{read[other["total"]].Content}"));
        Assert.True(read[other["customer"]].IsBlank);
        Assert.Equal(3, notes.Count);
        Assert.Contains(notes, note => note.Chinese.Contains("“旧备注，很长”", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.Chinese.Contains("“甲公司”", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.Chinese.Contains("1 行", StringComparison.Ordinal));
    }

    private static FormBuilder Old() => Form("order").Text("number").Number("total").Text("note").Reference("customer", "customer")
        .Lines("line", line => line.Number("quantity"));

    private static FormModel Compile(FormBuilder form)
        => new WorkspaceCompiler(TestFields.Catalog, new([])).Compile(1, [App.With(form, Form("customer").Text("name"))]).Workspace!.FindForm("order")!;

    private static RecordRow Row(FormModel form, long version, string number, decimal total)
        => NewRow(form, 5, version, (form["number"], number), (form["total"], total));

    private static Dictionary<string, IReadOnlyList<RecordRow>> LinesOf(params (long Id, decimal Quantity)[] lines)
    {
        var form = Order["line"].Lines!;
        return new() { ["line"] = [.. lines.Select(line => NewRow(form, line.Id, 1, (form["quantity"], line.Quantity)))] };
    }

    private static RecordRow NewRow(FormModel form, long id, long version, params (FieldModel Field, object Value)[] values)
    {
        var stored = new object?[form.Fields.Count];
        foreach (var (field, value) in values)
        {
            stored[field.Ordinal] = value;
        }

        return new() { Form = form, Id = id, Version = version, UpdatedAt = default, Values = stored, Titles = new string?[stored.Length] };
    }
}
