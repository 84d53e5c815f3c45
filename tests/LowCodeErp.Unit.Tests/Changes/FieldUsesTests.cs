using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Runtime.Changes;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Specifications.Apps;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Unit.Tests.Changes;

public sealed class FieldUsesTests
{
    private static readonly ExtensionCatalog<IFieldType> _fields = new(
        ExtensionScanner.Find<IFieldType>(typeof(TextField).Assembly).Select(type => (IFieldType)Activator.CreateInstance(type)!));

    [Fact]
    public void Of_FieldsThatButtonsReadOrFill_NamesTheButtons()
    {
        var workspace = new WorkspaceCompiler(_fields, new([])).Compile(1, [App.With(
            Form("order").Field("number", "text").Field("note", "text").Field("place", "location")
                .Field("visit", "button", new { form = "visit", fill = new[] { new { field = "about", from = "number" }, new { field = "at-longitude", from = "place-longitude" } } }).Labelled("去拜访")
                .Field("look-up", "button", new { link = "https://example.com/?q={number}" }).Labelled("查一查"),
            Form("visit").Field("about", "text").Field("at", "location"))]).Workspace!;

        string Uses(string form, string field) => string.Join('；', new FieldUses(workspace).Of(workspace.FindForm(form)![field]).Select(use => use.Place.Chinese).Where(place => place.Contains("按钮", StringComparison.Ordinal)));

        Assert.Equal("“order”的按钮“去拜访”；“order”的按钮“查一查”", Uses("order", "number"));
        Assert.Equal("“order”的按钮“去拜访”", Uses("order", "place"));
        Assert.Equal("“order”的按钮“去拜访”", Uses("visit", "about"));
        Assert.Equal("“order”的按钮“去拜访”", Uses("visit", "at"));
        Assert.Equal("", Uses("order", "note"));
    }
}
