using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Studio.FormDesigner.Layouts;

namespace LowCodeErp.Studio.FormDesigner.Clips;

/// <summary>What was copied from a form's page: items with all inside them, and the fields that they show. It can be written as text and come back from anywhere.</summary>
public sealed record ItemsClip
{
    private const string OwnKind = "lowcode-form-items";

    /// <summary>Tells the text from any other on the clipboard.</summary>
    public required string Kind { get; init; }

    /// <summary>Key of the form that they were copied from.</summary>
    public required string Form { get; init; }

    /// <summary>Their formulas name the fields of their form by key.</summary>
    public required IReadOnlyList<FieldDefinition> Fields { get; init; }

    public required IReadOnlyList<LayoutItemDefinition> Items { get; init; }

    public IReadOnlyList<MentionedField> Mentioned { get; init; } = [];

    /// <param name="paths">What was chosen.</param>
    public static ItemsClip Of(FormDefinition form, IReadOnlyList<ItemPath> paths)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(paths);
        var canvas = Canvas.Of(form);
        var outermost = paths.Where(path => !paths.Any(other => other != path && path.IsWithin(other))).Order(ItemPath.ReadingOrder);
        LayoutItemDefinition[] items = [.. outermost.Select(canvas.Find).OfType<LayoutItemDefinition>()];
        var keys = items.SelectMany(Canvas.WithDescendants).Select(item => item.FieldKey).OfType<string>().ToHashSet(StringComparer.Ordinal);
        FieldDefinition[] fields = [.. form.Fields.Where(field => keys.Contains(field.Key)).Select(field => FormNames.ToKeys(field, form))];
        return new() { Kind = OwnKind, Form = form.Key, Fields = fields, Items = items, Mentioned = [.. FormNames.Outside(form, fields)] };
    }

    public string Write() => DefinitionWriter.Write(this);

    /// <summary>Null for a text that is something else; with diagnostics where it was meant to be a clip and is none.</summary>
    public static ItemsClip? Read(string text, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.TrimStart().StartsWith('{') || !text.Contains(OwnKind, StringComparison.Ordinal))
        {
            return null;
        }

        return DefinitionReader.Read<ItemsClip>(text, "", diagnostics) is { Kind: OwnKind } clip ? clip : null;
    }
}
