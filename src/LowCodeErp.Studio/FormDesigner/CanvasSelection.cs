using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.FormDesigner.Layouts;

namespace LowCodeErp.Studio.FormDesigner;

/// <summary>The items that a person has chosen on a canvas, in the order of choosing.</summary>
public sealed record CanvasSelection(IReadOnlyList<ItemPath> Paths)
{
    public static CanvasSelection None { get; } = new([]);

    /// <summary>Stays as long as the same items are chosen, wherever they go and whatever they are called.</summary>
    public object Identity { get; private init; } = new();

    public bool Contains(ItemPath path) => Paths.Contains(path);

    public CanvasSelection Toggle(ItemPath path) => Contains(path) ? new([.. Paths.Where(other => other != path)]) : new([.. Paths, path]);

    /// <summary>The same items on the canvas as it is after an edit; what has gone is chosen no more.</summary>
    public CanvasSelection Follow(Canvas before, Canvas after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return this with { Paths = [.. Paths.Select(path => before.Find(path) is { } item ? Follow(item, path, before, after) : null).OfType<ItemPath>().Distinct()] };
    }

    private static ItemPath? Follow(LayoutItemDefinition item, ItemPath path, Canvas before, Canvas after)
    {
        if (item.FieldKey is { } key)
        {
            return after.FindField(key) ?? (IsRenamed(path, before, after) ? path : null);
        }

        var moved = after.Paths().Where(entry => ReferenceEquals(entry.Item, item)).Select(entry => (ItemPath?)entry.Path).FirstOrDefault();
        // Its settings were changed, or something inside it.
        return moved ?? (after.Find(path)?.Type == item.Type ? path : null);
    }

    /// <summary>A field with another key stands where the one with the old key stood, and no field has come or gone.</summary>
    private static bool IsRenamed(ItemPath path, Canvas before, Canvas after)
        => after.Find(path)?.FieldKey is { } key && before.FindField(key) is null && CountFields(before) == CountFields(after);

    private static int CountFields(Canvas canvas) => canvas.Paths().Count(entry => entry.Item.FieldKey is not null);
}
