using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner.Layouts;

namespace LowCodeErp.Studio.FormDesigner.Edits;

/// <summary>Moves items of a form's page, in reading order and with all inside them, to one place.</summary>
/// <param name="What">What is moved, for people.</param>
public sealed record MoveItems(string Form, IReadOnlyList<ItemPath> Items, LocalizedText What, ItemPlace Place, LayoutRules Rules) : IEdit
{
    public LocalizedText Name => EditWords.Of("移动", "move", What);

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeForm(Form, form =>
        {
            var canvas = Canvas.Of(form);
            // What stands in a moved item moves with it; an item cannot go into itself.
            var moved = Items.Where(path => canvas.Find(path) is not null && !Items.Any(other => other != path && path.IsWithin(other))).Order(ItemPath.ReadingOrder).ToList();
            LayoutItemDefinition[] inserted = [.. moved.Select(path => canvas.Find(path)!)];
            if (moved.Count == 0 || moved.Exists(path => Place.Container.IsWithin(path)) || !Rules.Allows(canvas, Place, inserted))
            {
                return form;
            }

            var items = new Arrangement { Removed = moved, Place = Place, Inserted = inserted }.ApplyTo(canvas);
            return items.SequenceEqual(canvas.Items, ReferenceEqualityComparer.Instance) ? form : canvas.Arrange(items);
        });
    }
}
