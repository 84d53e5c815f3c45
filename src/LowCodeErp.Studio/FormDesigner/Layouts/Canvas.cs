using LowCodeErp.Metadata.Forms;

namespace LowCodeErp.Studio.FormDesigner.Layouts;

/// <summary>
/// A form's page as the designer shows it: every field has its place, also those that the definition leaves to follow at the end.
/// Writing back keeps them left out as long as they stand there, so that a small edit stays a small change of the file.
/// </summary>
public sealed class Canvas
{
    private readonly FormDefinition _form;

    /// <summary>The fields that the definition's layout leaves out, those just added among them.</summary>
    private readonly HashSet<string> _unplaced;

    private Canvas(FormDefinition form, IReadOnlyList<LayoutItemDefinition> items, HashSet<string> unplaced)
    {
        _form = form;
        _unplaced = unplaced;
        Items = items;
    }

    public IReadOnlyList<LayoutItemDefinition> Items { get; }

    public static Canvas Of(FormDefinition form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var placed = form.Layout.SelectMany(WithDescendants).Select(item => item.FieldKey).OfType<string>().ToHashSet(StringComparer.Ordinal);
        // As the page does it: sub-tables below the others.
        var unplaced = form.Fields.Where(field => !placed.Contains(field.Key)).OrderBy(IsTable).Select(field => field.Key).ToList();
        return new(form, [.. form.Layout, .. unplaced.Select(LayoutItemDefinition.OfField)], [.. unplaced]);
    }

    /// <summary>The item and all inside it.</summary>
    public static IEnumerable<LayoutItemDefinition> WithDescendants(LayoutItemDefinition item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Items.SelectMany(WithDescendants).Prepend(item);
    }

    /// <summary>Null when nothing stands there.</summary>
    public LayoutItemDefinition? Find(ItemPath path)
    {
        var (items, found) = (Items, (LayoutItemDefinition?)null);
        foreach (var index in path.Indexes)
        {
            if (index >= items.Count)
            {
                return null;
            }

            found = items[index];
            items = found.Items;
        }

        return found;
    }

    /// <summary>Where a field stands; null for a field that the form does not have.</summary>
    public ItemPath? FindField(string key) => Paths().Where(entry => entry.Item.FieldKey == key).Select(entry => (ItemPath?)entry.Path).FirstOrDefault();

    /// <summary>Every item with its path, in reading order.</summary>
    public IEnumerable<(ItemPath Path, LayoutItemDefinition Item)> Paths() => Paths(Items, ItemPath.Canvas);

    /// <summary>The canvas with fields that the form has got since, behind everything else.</summary>
    public Canvas Grow(FormDefinition grown)
    {
        ArgumentNullException.ThrowIfNull(grown);
        var added = grown.Fields.Select(field => field.Key).Except(_form.Fields.Select(field => field.Key)).ToList();
        return new(grown, [.. Items, .. added.Select(LayoutItemDefinition.OfField)], [.. _unplaced, .. added]);
    }

    /// <summary>The same form with its page arranged otherwise.</summary>
    /// <param name="items">Each field of the form stands in it once.</param>
    public FormDefinition Arrange(IReadOnlyList<LayoutItemDefinition> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var byKey = _form.Fields.ToDictionary(field => field.Key, StringComparer.Ordinal);
        var tail = CountTail(items, key => IsTable(byKey[key]));
        var order = new Queue<string>(items.TakeLast(tail).Select(item => item.FieldKey!));
        var left = order.ToHashSet(StringComparer.Ordinal);
        return _form with
        {
            Fields = [.. _form.Fields.Select(field => left.Contains(field.Key) ? byKey[order.Dequeue()] : field)],
            Layout = [.. items.SkipLast(tail)],
        };
    }

    private static bool IsTable(FieldDefinition field) => field.Type == FieldDefinition.SubTable;

    /// <summary>How many items at the end the layout can go on leaving out: fields first, then sub-tables.</summary>
    private int CountTail(IReadOnlyList<LayoutItemDefinition> items, Func<string, bool> isTable)
    {
        var (count, isAboveTables) = (0, false);
        foreach (var item in items.Reverse())
        {
            if (!item.IsBareField || !_unplaced.Contains(item.FieldKey!) || (isAboveTables && isTable(item.FieldKey!)))
            {
                break;
            }

            isAboveTables |= !isTable(item.FieldKey!);
            count++;
        }

        return count;
    }

    private static IEnumerable<(ItemPath Path, LayoutItemDefinition Item)> Paths(IReadOnlyList<LayoutItemDefinition> items, ItemPath container)
        => items.SelectMany((item, index) => Paths(item.Items, container.Child(index)).Prepend((container.Child(index), item)));
}
