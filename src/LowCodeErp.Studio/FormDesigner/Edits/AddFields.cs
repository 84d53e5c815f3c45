using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner.Layouts;

namespace LowCodeErp.Studio.FormDesigner.Edits;

/// <summary>Puts new fields into a form: from the palette, copied, or pasted from another form.</summary>
/// <param name="Fields">Their keys are none of the form's.</param>
public sealed record AddFields(string Form, IReadOnlyList<FieldDefinition> Fields, ItemPlace Place, LayoutRules Rules) : IEdit
{
    public LocalizedText Name => EditWords.Of("添加", "add", [.. Fields.Select(added => added.Label)], new("个字段", "fields"));

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Fields.Count == 0 ? document : document.ChangeForm(Form, Add);
    }

    private FormDefinition Add(FormDefinition form)
    {
        LayoutItemDefinition[] items = [.. Fields.Select(field => LayoutItemDefinition.OfField(field.Key))];
        var before = Canvas.Of(form);
        if (!Rules.Allows(before, Place, items))
        {
            return form;
        }

        var canvas = before.Grow(form with { Fields = [.. form.Fields, .. Fields] });
        var moved = new Arrangement
        {
            Removed = [.. Fields.Select(field => canvas.FindField(field.Key)!.Value)],
            Place = Place,
            Inserted = items,
        };
        return canvas.Arrange(moved.ApplyTo(canvas));
    }
}
