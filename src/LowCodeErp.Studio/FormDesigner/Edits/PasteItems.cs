using LowCodeErp.Core.Naming;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner.Clips;
using LowCodeErp.Studio.FormDesigner.Layouts;

namespace LowCodeErp.Studio.FormDesigner.Edits;

/// <summary>Puts what was copied from this or another form on a form's page.</summary>
/// <param name="Pasted">Made for the form as it is.</param>
/// <param name="What">What is pasted, for people.</param>
public sealed record PasteItems(string Form, PastedItems Pasted, LocalizedText What, ItemPlace Place, LayoutRules Rules) : IEdit
{
    public LocalizedText Name => EditWords.Of("粘贴", "paste", What);

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeForm(Form, form =>
        {
            var before = Canvas.Of(form);
            var items = Pasted.ItemsFor(before, Place, Rules);
            if (items.Count == 0 || form.Fields.Any(field => Pasted.Fields.Any(pasted => pasted.Key == field.Key)) || !Rules.Allows(before, Place, items))
            {
                return form;
            }

            var canvas = before.Grow(form with { Fields = [.. form.Fields, .. Pasted.Fields] });
            var arrangement = new Arrangement { Removed = [.. Pasted.Fields.Select(field => canvas.FindField(field.Key)!.Value)], Place = Place, Inserted = items };
            return canvas.Arrange(arrangement.ApplyTo(canvas));
        });
    }
}
