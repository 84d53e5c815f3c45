using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner.Layouts;

namespace LowCodeErp.Studio.FormDesigner.Edits;

/// <summary>Puts something that is no field on a form's page: a section, tabs, a text.</summary>
/// <param name="Kind">What people call it.</param>
public sealed record AddItem(string Form, LayoutItemDefinition Item, LocalizedText Kind, ItemPlace Place, LayoutRules Rules) : IEdit
{
    public LocalizedText Name => EditWords.Of("添加", "add", Kind);

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeForm(Form, form =>
        {
            var canvas = Canvas.Of(form);
            return !Rules.Allows(canvas, Place, [Item]) ? form : canvas.Arrange(new Arrangement { Place = Place, Inserted = [Item] }.ApplyTo(canvas));
        });
    }
}
