using LowCodeErp.Core.Values;
using LowCodeErp.Portal.Forms;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.UI.Extending;
using LowCodeErp.Unit.Tests.Fields;
using LowCodeErp.Unit.Tests.Lists;

namespace LowCodeErp.Unit.Tests.Forms;

public sealed class MergedInputTests
{
    private static readonly FormModel Form = SampleOrder.Form;
    private static readonly FieldModel Lines = Form["line"];

    [Fact]
    public void Merge_OfDifferentFields_SendsOnlyOnesOwn()
    {
        var opened = Record(3, "原名", 10m);
        var draft = DraftOf(opened);
        draft.Set(Form["name"], InputValue.Of("我的"));

        var input = MergedInput.Create(draft, opened, Record(4, "原名", 99m));

        Assert.Equal((7, 4), (input.Id, input.Version));
        Assert.Equal("name", Assert.Single(input.Values).Key);
        Assert.Empty(input.Lines);
    }

    [Fact]
    public void Merge_OfLines_KeepsWhatEitherAdded()
    {
        var opened = Record(3, "a", 1m, Line(101, "纸"), Line(102, "笔"));
        var draft = DraftOf(opened);
        draft.LinesOf(Lines)[0].Set(Lines.Lines!["product"], InputValue.Of("纸张"));
        draft.AddLine(Lines).Set(Lines.Lines!["product"], InputValue.Of("我的新行"));

        var input = MergedInput.Create(draft, opened, Record(4, "a", 1m, Line(101, "纸"), Line(102, "笔"), Line(103, "对方的新行")));

        Assert.Equal([101, 102, null, 103], input.Lines["line"].Select(line => line.Id));
        Assert.All(input.Lines["line"], line => Assert.Null(line.Version));
        Assert.Empty(input.Lines["line"][1].Values);
    }

    [Fact]
    public void Merge_WithALineThatTheOtherDeleted_BringsItBackOnlyIfOneChangedIt()
    {
        var opened = Record(3, "a", 1m, Line(101, "纸"), Line(102, "笔"));
        var draft = DraftOf(opened);
        draft.LinesOf(Lines)[0].Set(Lines.Lines!["product"], InputValue.Of("纸张"));

        var input = MergedInput.Create(draft, opened, Record(4, "a", 1m));

        Assert.Null(Assert.Single(input.Lines["line"]).Id);
    }

    [Fact]
    public void Merge_WithADeletedRecord_CreatesItAgain()
    {
        var opened = Record(3, "a", 1m, Line(101, "纸"));

        var input = MergedInput.Create(DraftOf(opened), opened, null);

        Assert.Null(input.Id);
        Assert.Null(input.Version);
        Assert.Equal("a", input.Values["name"].Content);
        Assert.Null(Assert.Single(input.Lines["line"]).Id);
    }

    [Theory]
    [InlineData("amount", "field-amount")]
    [InlineData("line", "field-line")]
    [InlineData("line[0].product", "field-line-1-product")]
    [InlineData("line[0]", "field-line")]
    [InlineData("unknown", null)]
    [InlineData("", null)]
    public void Target_OfADiagnostic_IsTheInputOnThePage(string path, string? expected)
    {
        var draft = RecordDraft.New(Form);
        draft.AddLine(Lines);
        draft.AddLine(Lines).Set(Lines.Lines!["product"], InputValue.Of("第二行才有内容"));

        Assert.Equal(expected, FieldTarget.Of(draft, path));
    }

    private static RecordDraft DraftOf(OpenedRecord record) => RecordDraft.From(record.Row, record.Lines);

    private static OpenedRecord Record(long version, string name, decimal amount, params IReadOnlyList<RecordRow> lines)
        => new(Row(Form, 7, version, [name, amount, null, null, null, null]), new Dictionary<string, IReadOnlyList<RecordRow>> { ["line"] = lines });

    private static RecordRow Line(long id, string product) => Row(Lines.Lines!, id, 1, [7L, product, 1m]);

    private static RecordRow Row(FormModel form, long id, long version, object?[] values) => new()
    {
        Form = form,
        Id = id,
        Version = version,
        UpdatedAt = new(2026, 3, 5, 0, 0, 0, DateTimeKind.Utc),
        Values = values,
        Titles = new string?[values.Length],
    };
}
