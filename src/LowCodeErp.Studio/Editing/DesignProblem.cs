using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.FormDesigner.Layouts;

namespace LowCodeErp.Studio.Editing;

/// <summary>What the compiler says of a document, with the place in it that the designer can jump to.</summary>
/// <param name="Diagnostic">Its path is within the form: <c>fields[2].type</c>.</param>
/// <param name="Form">Null for a problem of the app as a whole, or of another app.</param>
/// <param name="Field">The field of the form; null where the problem is elsewhere.</param>
/// <param name="Column">The column of the field, where that is a sub-table.</param>
/// <param name="Item">The item of the form's layout; null where the problem is elsewhere.</param>
public sealed record DesignProblem(Diagnostic Diagnostic, string? Form, string? Field, string? Column, ItemPath? Item)
{
    private const string FormsFolder = "forms/";

    public Severity Severity => Diagnostic.Severity;

    public LocalizedText Message => Diagnostic.Message;

    public static DesignProblem Of(Diagnostic diagnostic, AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        ArgumentNullException.ThrowIfNull(document);
        // forms/order.json:12:5 fields[2].type
        var (file, path) = Split(diagnostic.Path);
        var form = file.StartsWith(FormsFolder, StringComparison.Ordinal) ? document.FindForm(file[FormsFolder.Length..].Split('.')[0]) : null;
        var field = form is null ? null : FieldAt(form.Fields, path, "fields[");
        var column = field is null ? null : FieldAt(FieldLists.ColumnsOf(field) ?? [], After(path), ".settings.fields[");
        return new(diagnostic with { Path = path }, form?.Key, field?.Key, column?.Key, form is null ? null : ItemAt(path));
    }

    private static (string File, string Path) Split(string place)
    {
        var end = place.IndexOf(' ', StringComparison.Ordinal);
        return end < 0 ? (place, "") : (place[..end], place[(end + 1)..]);
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
