using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Layout;

namespace LowCodeErp.Studio.FormDesigner.Layouts;

/// <summary>What may stand where on a form's page. The compiler demands the same; here it keeps impossible places from being offered.</summary>
public sealed class LayoutRules(ExtensionCatalog<ILayoutItem> items)
{
    /// <summary>As the compiler has it.</summary>
    public const int MostLevels = 6;

    public bool IsContainer(LayoutItemDefinition item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return ShapeOf(item) is LayoutShape.Container;
    }

    /// <summary>Whether it can stand in one kind of container only, and so goes with it.</summary>
    public bool IsBound(LayoutItemDefinition item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return items.Find(item.Type)?.Within is not null;
    }

    /// <summary>Whether what stands in the item, and in what stands there, can stand there.</summary>
    public bool IsSound(LayoutItemDefinition item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return items.Find(item.Type) is not null && item.Items.All(inner => Holds(item, inner) && IsSound(inner));
    }

    /// <summary>Whether all the items can stand at the place.</summary>
    public bool Allows(Canvas canvas, ItemPlace place, IEnumerable<LayoutItemDefinition> moved)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        ArgumentNullException.ThrowIfNull(moved);
        var container = canvas.Find(place.Container);
        return (place.Container.Depth == 0 || container is not null)
            && moved.All(item => Holds(container, item) && place.Container.Depth + Levels(item) <= MostLevels);
    }

    /// <summary>Whether the item can stand in the container.</summary>
    /// <param name="container">Null for the page itself.</param>
    public bool Holds(LayoutItemDefinition? container, LayoutItemDefinition item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var within = items.Find(item.Type)?.Within;
        return container is null
            ? within is null
            : ShapeOf(container) is LayoutShape.Container { Only: var only } && (only is null || only == item.Type) && (within is null || within == container.Type);
    }

    private static int Levels(LayoutItemDefinition item) => 1 + item.Items.Select(Levels).DefaultIfEmpty().Max();

    private LayoutShape? ShapeOf(LayoutItemDefinition item)
        => items.Find(item.Type) is { } type ? type.GetShape(Activator.CreateInstance(type.SettingsType)!) : null;
}
