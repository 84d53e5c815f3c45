using System.Text.Json;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner.Edits;

namespace LowCodeErp.Unit.Tests.Studio;

/// <summary>The columns of a sub-table are edited like fields, in its settings.</summary>
public sealed class ColumnTests
{
    private static readonly LocalizedText _what = new("某物");

    [Fact]
    public void Adding_AColumn_WritesItIntoTheSettingsBesideTheOthers()
    {
        var form = Apply(new AddColumn("order", "line", Column("price", "money"), 1));

        Assert.Equal(["item", "price", "amount"], Keys(form));
        Assert.Equal(["amount"], Totals(form));
    }

    [Fact]
    public void Adding_TheFirstColumn_MakesTheSettings()
    {
        var form = Apply(new AddColumn("order", "empty", Column("price", "money"), 9));

        Assert.Equal("""{"fields":[{"key":"price","type":"money","label":{"zh-CN":"price"}}]}""", Compact(form.Fields[2].Settings!.Value));
    }

    [Fact]
    public void Moving_AColumn_GivesItItsPlace()
        => Assert.Equal(["amount", "item"], Keys(Apply(new MoveColumn("order", "line", "amount", _what, 0))));

    [Fact]
    public void Renaming_AColumn_IsFollowedByTheTotals()
    {
        var form = Apply(new RenameField("order", "amount", new("价税合计"), "gross") { Table = "line" });

        Assert.Equal(["item", "gross"], Keys(form));
        Assert.Equal(["gross"], Totals(form));
    }

    [Fact]
    public void Removing_AColumn_TakesItOutOfTheTotals()
    {
        var form = Apply(new RemoveColumn("order", "line", "amount", _what));

        Assert.Equal(["item"], Keys(form));
        Assert.Empty(Totals(form));
    }

    [Fact]
    public void Removing_TheLastColumn_DoesNothing()
    {
        var document = Document();
        var one = new RemoveColumn("order", "line", "amount", _what).Apply(document);

        Assert.Same(one, new RemoveColumn("order", "line", "item", _what).Apply(one));
    }

    [Fact]
    public void Changing_AColumn_LeavesTheFieldsOfTheFormAlone()
    {
        var before = Document();
        var after = new ChangeField("order", "item", "label", _what, field => field with { Label = new("商品") }) { Table = "line" }.Apply(before);

        Assert.Equal("商品", FieldLists.Of(after.FindForm("order")!, "line")[0].Label.Chinese);
        Assert.Equal(before.FindForm("order")!.Fields[0], after.FindForm("order")!.Fields[0]);
    }

    [Fact]
    public void Columns_WrittenByHandWithAMistake_AreLeftAsTheyAre()
    {
        var table = new FieldDefinition { Key = "line", Type = FieldDefinition.SubTable, Label = new("明细"), Settings = JsonElement.Parse("""{"fields":[{"kye":"a"}]}""") };
        var document = new AppDocument(new() { Key = "app", Label = new("应用") }, [new() { Key = "order", Label = new("订单"), Title = "line", Fields = [table] }], []);

        Assert.Null(FieldLists.ColumnsOf(table));
        Assert.Same(document, new AddColumn("order", "line", Column("b", "text"), 0).Apply(document));
    }

    private static FormDefinition Apply(IEdit edit) => edit.Apply(Document()).FindForm("order")!;

    private static IEnumerable<string> Keys(FormDefinition form) => FieldLists.Of(form, "line").Select(column => column.Key);

    private static IEnumerable<string?> Totals(FormDefinition form) => form.Fields[1].Settings!.Value.GetProperty("totals").EnumerateArray().Select(total => total.GetString());

    private static string Compact(JsonElement settings) => JsonSerializer.Serialize(settings);

    private static FieldDefinition Column(string key, string type) => new() { Key = key, Type = type, Label = new(key) };

    private static AppDocument Document() => new(new() { Key = "app", Label = new("应用") }, [new()
    {
        Key = "order", Label = new("订单"), Title = "number",
        Fields =
        [
            Column("number", "text"),
            Column("line", FieldDefinition.SubTable) with { Settings = JsonElement.Parse("""{"fields":[{"key":"item","type":"text","label":{"zh-CN":"item"}},{"key":"amount","type":"money","label":{"zh-CN":"amount"}}],"totals":["amount"]}""") },
            Column("empty", FieldDefinition.SubTable),
        ],
    }], []);
}
