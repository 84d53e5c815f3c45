using LowCodeErp.Metadata.Forms;

namespace LowCodeErp.Studio.FormDesigner.Layouts;

/// <summary>Takes items out of a canvas and puts items in, in one pass over the paths as they were before, so that no index shifts underway.</summary>
public sealed record Arrangement
{
    /// <summary>What goes, with all inside it.</summary>
    public IReadOnlyCollection<ItemPath> Removed { get; init; } = [];

    public ItemPlace? Place { get; init; }

    /// <summary>What comes, at <see cref="Place"/>.</summary>
    public IReadOnlyList<LayoutItemDefinition> Inserted { get; init; } = [];

    public IReadOnlyList<LayoutItemDefinition> ApplyTo(Canvas canvas)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        return Apply(canvas.Items, ItemPath.Canvas);
    }

    private List<LayoutItemDefinition> Apply(IReadOnlyList<LayoutItemDefinition> items, ItemPath container)
    {
        var result = new List<LayoutItemDefinition>(items.Count);
        for (var index = 0; index <= items.Count; index++)
        {
            if (Place is { } place && place.Container == container && Math.Min(place.Index, items.Count) == index)
            {
                result.AddRange(Inserted);
            }

            if (index < items.Count && !Removed.Contains(container.Child(index)))
            {
                result.Add(WithItems(items[index], Apply(items[index].Items, container.Child(index))));
            }
        }

        return result;
    }

    private static LayoutItemDefinition WithItems(LayoutItemDefinition item, List<LayoutItemDefinition> items)
        => items.SequenceEqual(item.Items, ReferenceEqualityComparer.Instance) ? item : item with { Items = items };
}
