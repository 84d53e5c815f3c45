using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.FormDesigner.Layouts;

namespace LowCodeErp.Studio.Editing;

/// <summary>A place in a document that the designer can show.</summary>
/// <param name="Form">Null for the app as a whole.</param>
/// <param name="Field">The field of the form; null where the place is elsewhere.</param>
/// <param name="Column">The column of the field, where that is a sub-table.</param>
/// <param name="Item">The item of the form's layout; null where the place is elsewhere.</param>
public sealed record DesignPlace(string? Form, string? Field = null, string? Column = null, ItemPath? Item = null)
{
    public static DesignPlace App { get; } = new((string?)null);

    /// <summary>Key of the role of the app; null where the place is elsewhere.</summary>
    public string? Role { get; init; }

    public static DesignPlace OfRole(string key) => App with { Role = key };

    /// <param name="path">Within the form: <c>fields[2].type</c>, <c>layout[0].items[2].settings</c>.</param>
    public static DesignPlace Of(FormDefinition form, string path)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(path);
        var field = FieldAt(form.Fields, path, "fields[");
        var column = field is null ? null : FieldAt(FieldLists.ColumnsOf(field) ?? [], After(path), ".settings.fields[");
        return new(form.Key, field?.Key, column?.Key, ItemAt(path));
    }

    private static FieldDefinition? FieldAt(IReadOnlyList<FieldDefinition> fields, string path, string start)
        => Index(path, start) is { } index && index < fields.Count ? fields[index] : null;

    /// <summary><c>layout[0].items[2].settings</c> is the item <c>0.2</c>.</summary>
    private static ItemPath? ItemAt(string path)
    {
        if (Index(path, "layout[") is not { } first)
        {
            return null;
        }

        var item = ItemPath.Canvas.Child(first);
        for (var rest = After(path); Index(rest, ".items[") is { } index; rest = After(rest))
        {
            item = item.Child(index);
        }

        return item;
    }

    private static string After(string path) => path[(path.IndexOf(']', StringComparison.Ordinal) + 1)..];

    private static int? Index(string path, string start)
        => path.StartsWith(start, StringComparison.Ordinal) && int.TryParse(path[start.Length..path.IndexOf(']', StringComparison.Ordinal)], out var index) ? index : null;
}
