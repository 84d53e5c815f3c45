using System.Text.Json;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Metadata.Views;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner.Edits;
using LowCodeErp.Studio.FormDesigner.Layouts;
using LowCodeErp.Unit.Tests.Layout;

namespace LowCodeErp.Unit.Tests.Studio;

/// <summary>What edits of a page leave in the definition.</summary>
public sealed class CanvasTests
{
    private static readonly LayoutRules _rules = new(LayoutForms.Items);
    private static readonly LocalizedText _what = new("某物");

    [Fact]
    public void Items_WithoutALayout_AreTheFieldsWithSubTablesLast()
        => Assert.Equal(["a", "b", "lines"], Canvas.Of(NewForm("a", "lines", "b")).Items.Select(item => item.FieldKey));

    [Fact]
    public void Moving_AFieldThatTheLayoutLeavesOut_ChangesTheOrderOfFieldsAlone()
    {
        var form = Apply(NewForm("a", "b", "c"), new MoveItems("order", [Path("2")], _what, new(ItemPath.Canvas, 0), _rules));

        Assert.Empty(form.Layout);
        Assert.Equal(["c", "a", "b"], form.Fields.Select(field => field.Key));
    }

    [Fact]
    public void Moving_AFieldBelowASubTable_GivesItAPlaceInTheLayout()
    {
        var form = Apply(NewForm("a", "b", "lines"), new MoveItems("order", [Path("0")], _what, new(ItemPath.Canvas, 3), _rules));

        Assert.Equal(["b", "lines", "a"], Canvas.Of(form).Items.Select(item => item.FieldKey));
    }

    [Fact]
    public void Moving_AFieldIntoASection_LeavesTheOthersOut()
    {
        var form = Apply(
            NewForm("a", "b"),
            new AddItem("order", new() { Type = "section" }, _what, new(ItemPath.Canvas, 0), _rules),
            new MoveItems("order", [Path("2")], _what, new(Path("0"), 0), _rules));

        var section = Assert.Single(form.Layout);
        Assert.Equal("b", Assert.Single(section.Items).FieldKey);
        Assert.Equal(["0", "0.0", "1"], Canvas.Of(form).Paths().Select(entry => entry.Path.ToString()));
    }

    [Fact]
    public void Moving_SeveralItems_KeepsTheirOrderAndCountsPlacesAsTheyWere()
    {
        var form = Apply(NewForm("a", "b", "c", "d"), new MoveItems("order", [Path("3"), Path("0")], _what, new(ItemPath.Canvas, 2), _rules));

        Assert.Equal(["b", "a", "d", "c"], form.Fields.Select(field => field.Key));
    }

    [Fact]
    public void Moving_AContainerIntoItself_DoesNothing()
    {
        var document = Document(Apply(NewForm("a"), new AddItem("order", new() { Type = "section" }, _what, new(ItemPath.Canvas, 0), _rules)));

        Assert.Same(document, new MoveItems("order", [Path("0")], _what, new(Path("0"), 0), _rules).Apply(document));
    }

    [Fact]
    public void Removing_ASection_LeavesItsFields()
    {
        var form = Apply(
            NewForm("a", "b"),
            new AddItem("order", new() { Type = "section" }, _what, new(ItemPath.Canvas, 0), _rules),
            new MoveItems("order", [Path("1"), Path("2")], _what, new(Path("0"), 0), _rules),
            new RemoveItems("order", [Path("0")], _what, _rules));

        Assert.Equal(["a", "b"], form.Fields.Select(field => field.Key));
        Assert.Equal(["a", "b"], Canvas.Of(form).Items.Select(item => item.FieldKey));
    }

    [Fact]
    public void Removing_Tabs_LeavesWhatStoodInEachTab()
    {
        var form = Apply(
            NewForm("a", "b"),
            new AddItem("order", new() { Type = "tabs", Items = [new() { Type = "tab" }, new() { Type = "tab" }] }, _what, new(ItemPath.Canvas, 0), _rules),
            new MoveItems("order", [Path("1")], _what, new(Path("0.0"), 0), _rules),
            new MoveItems("order", [Path("1")], _what, new(Path("0.1"), 0), _rules),
            new RemoveItems("order", [Path("0")], _what, _rules));

        Assert.Equal(["field:a", "field:b"], Canvas.Of(form).Items.Select(item => $"{item.Type}:{item.FieldKey}"));
    }

    /// <summary>Fields cannot stand among tabs.</summary>
    [Fact]
    public void Removing_OneTab_PutsWhatStoodInItBehindTheOthers()
    {
        var form = Apply(
            NewForm("a", "b"),
            new AddItem("order", new() { Type = "tabs", Items = [new() { Type = "tab" }, new() { Type = "tab" }] }, _what, new(ItemPath.Canvas, 0), _rules),
            new MoveItems("order", [Path("1")], _what, new(Path("0.0"), 0), _rules),
            new MoveItems("order", [Path("1")], _what, new(Path("0.1"), 0), _rules),
            new RemoveItems("order", [Path("0.0")], _what, _rules));

        Assert.Equal(["tabs:", "field:a"], Canvas.Of(form).Items.Select(item => $"{item.Type}:{item.FieldKey}"));
        Assert.Equal("b", Assert.Single(Assert.Single(Canvas.Of(form).Items[0].Items).Items).FieldKey);
    }

    [Fact]
    public void Removing_AField_TakesItOutOfAllThatItsFormSays()
    {
        var form = NewForm("a", "b", "c") with
        {
            Title = "a",
            Code = "a",
            Unique = [new() { Key = "both", Fields = ["a", "b"] }, new() { Key = "rest", Fields = ["b", "c"] }],
            List = new() { Columns = ["a", "b"], SortBy = "a", Descending = true },
        };

        form = Apply(form, new RemoveItems("order", [Path("0")], _what, _rules));

        Assert.Equal(("b", null), (form.Title, form.Code));
        Assert.Equal("rest", Assert.Single(form.Unique).Key);
        Assert.Equal(["b"], form.List!.Columns);
        Assert.Equal((null, false), (form.List.SortBy, form.List.Descending));
    }

    [Fact]
    public void Renaming_AField_IsFollowedByTheViewsOfItsForm()
    {
        var form = NewForm("a", "b") with
        {
            Views = [new()
            {
                Key = "v", Label = new("视图"), Columns = [new() { Field = "a", Width = 9 }, new() { Field = "b" }], Sort = [new() { Field = "a", Descending = true }], GroupBy = "a",
                Filters = [new() { Field = "a", Contains = "x" }], Colours = [new() { When = "[b] = 1", Colour = ViewColour.Red, Label = new("红"), Field = "a" }],
            }],
        };

        var view = Assert.Single(Apply(form, new RenameField("order", "a", new("甲"), "c")).Views);

        Assert.Equal(["c", "b"], view.Columns.Select(column => column.Field));
        Assert.Equal(("c", "c", "c", "c"), (view.Sort[0].Field, view.GroupBy, view.Filters[0].Field, view.Colours[0].Field));
        Assert.Equal((9, true, "x"), (view.Columns[0].Width, view.Sort[0].Descending, view.Filters[0].Contains));
    }

    [Fact]
    public void Removing_AllFields_DoesNothing()
    {
        var document = Document(NewForm("a"));

        Assert.Same(document, new RemoveItems("order", [Path("0")], _what, _rules).Apply(document));
    }

    [Theory]
    [InlineData("tab", "")]
    [InlineData("section", "0")]
    public void Adding_WhereItCannotStand_DoesNothing(string type, string container)
    {
        var document = Document(Apply(NewForm("a"), new AddItem("order", new() { Type = "tabs" }, _what, new(ItemPath.Canvas, 0), _rules)));

        Assert.Same(document, new AddItem("order", new() { Type = type }, _what, new(ItemPath.Parse(container), 0), _rules).Apply(document));
    }

    [Fact]
    public void AddingFields_AtAPlace_PutsThemThereAndWritesNoLayoutForIt()
    {
        FieldDefinition[] added = [Field("x"), Field("y")];

        var form = Apply(NewForm("a", "b"), new AddFields("order", added, new(ItemPath.Canvas, 1), _rules));

        Assert.Equal(["a", "x", "y", "b"], form.Fields.Select(field => field.Key));
        Assert.Empty(form.Layout);
    }

    [Fact]
    public void ChangingAnItem_WritesItsSettingsAndNothingElse()
    {
        var before = Apply(NewForm("a"), new AddItem("order", new() { Type = "section" }, _what, new(ItemPath.Canvas, 0), _rules));

        var after = Apply(before, new ChangeItem("order", Path("0"), _what, JsonDocument.Parse("""{"title":{"zh-CN":"联系方式"}}""").RootElement));

        Assert.Contains("联系方式", DefinitionWriter.Write(after), StringComparison.Ordinal);
        Assert.Equal(DefinitionWriter.Write(before), DefinitionWriter.Write(after with { Layout = before.Layout }));
    }

    private static FormDefinition Apply(FormDefinition form, params IEdit[] edits)
        => edits.Aggregate(Document(form), (document, edit) => edit.Apply(document)).FindForm("order")!;

    private static AppDocument Document(FormDefinition form) => new(new() { Key = "app", Label = new("应用") }, [form], []);

    private static FormDefinition NewForm(params string[] fields)
        => new() { Key = "order", Label = new("订单"), Title = fields[0], Fields = [.. fields.Select(Field)] };

    private static FieldDefinition Field(string key) => new() { Key = key, Type = key == "lines" ? FieldDefinition.SubTable : "text", Label = new(key) };

    private static ItemPath Path(string text) => ItemPath.Parse(text);
}
