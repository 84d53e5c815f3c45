using System.Text.Json;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner.Layouts;

namespace LowCodeErp.Studio.FormDesigner.Edits;

/// <summary>Changes the settings of an item on a form's page: the title of a section, the number of columns, how wide a field is. Which field it shows stays.</summary>
/// <param name="Kind">What people call the item.</param>
public sealed record ChangeItem(string Form, ItemPath Item, LocalizedText Kind, JsonElement? Settings) : IEdit
{
    public LocalizedText Name => EditWords.Of("修改", "change", Kind);

    public string Thread => $"{Form}:{Item}";

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeForm(Form, form =>
        {
            var canvas = Canvas.Of(form);
            return canvas.Find(Item) is { } item && item.FieldKey == (item with { Settings = Settings }).FieldKey && item.Settings?.GetRawText() != Settings?.GetRawText()
                ? canvas.Arrange(new Arrangement
                {
                    Removed = [Item],
                    Place = new(Item.Parent, Item.Index),
                    Inserted = [item with { Settings = Settings }],
                }.ApplyTo(canvas))
                : form;
        });
    }
}
