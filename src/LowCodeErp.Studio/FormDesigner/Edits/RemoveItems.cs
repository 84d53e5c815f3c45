using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner.Layouts;

namespace LowCodeErp.Studio.FormDesigner.Edits;

/// <summary>
/// Takes items off a form's page. A field leaves the form with its item. What stands inside a container that goes stays in its place, so
/// that tidying up never costs a field; to remove both, both are chosen.
/// </summary>
/// <param name="What">What is removed, for people.</param>
public sealed record RemoveItems(string Form, IReadOnlyList<ItemPath> Items, LocalizedText What, LayoutRules Rules) : IEdit
{
    public LocalizedText Name => EditWords.Of("删除", "remove", What);

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeForm(Form, form =>
        {
            var canvas = Canvas.Of(form);
            var removed = Items.Where(path => canvas.Find(path) is not null).ToHashSet();
            var fields = removed.Select(path => canvas.Find(path)!.FieldKey).OfType<string>().ToHashSet(StringComparer.Ordinal);
            if (removed.Count == 0 || fields.Count == form.Fields.Count)
            {
                return form;
            }

            return FieldRemoval.From(canvas.Arrange(Without(canvas.Items, ItemPath.Canvas, removed)), fields);
        });
    }

    private List<LayoutItemDefinition> Without(IReadOnlyList<LayoutItemDefinition> items, ItemPath container, HashSet<ItemPath> removed)
        => [.. items.SelectMany((item, index) => Without(item, container.Child(index), removed))];

    private IEnumerable<LayoutItemDefinition> Without(LayoutItemDefinition item, ItemPath path, HashSet<ItemPath> removed)
    {
        var items = Without(item.Items, path, removed);
        if (removed.Contains(path))
        {
            return Unwrap(items);
        }

        // What one tab held cannot stand among the other tabs: it follows behind them.
        var staying = items.Where(inner => Rules.Holds(item, inner)).ToList();
        return [item.Items.SequenceEqual(staying, ReferenceEqualityComparer.Instance) ? item : item with { Items = staying }, .. items.Where(inner => !Rules.Holds(item, inner))];
    }

    /// <summary>What the container held, without what can stand in such a container only: of tabs, what stood in each.</summary>
    private IEnumerable<LayoutItemDefinition> Unwrap(IEnumerable<LayoutItemDefinition> items)
        => items.SelectMany(item => Rules.IsBound(item) ? item.Items : [item]);
}
