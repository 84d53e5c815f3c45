using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.FormDesigner.Layouts;

namespace LowCodeErp.Studio.Editing;

/// <summary>
/// What holds in every document that edits can lead to: names are valid and lead to something, each field stands on the page once. Without it
/// the designers could not draw the document.
/// </summary>
public static class DocumentStructure
{
    /// <summary>What is broken, for developers; nothing in a document that came from a sound one by edits.</summary>
    public static IReadOnlyList<string> Check(AppDocument document, LayoutRules rules)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(rules);
        return [
            .. Keys("app", [document.App.Key]),
            .. Keys("form", document.Forms.Select(form => form.Key)),
            .. Known("menu", document.App.Menu, document.Forms.Select(form => form.Key)),
            .. Known("hidden", document.App.Hidden, document.Forms.Select(form => form.Key)),
            .. Known("groups", document.App.Groups.SelectMany(group => group.Forms), document.Forms.Select(form => form.Key)),
            .. Twice("groups", document.App.Groups.SelectMany(group => group.Forms)),
            .. Keys("group", document.App.Groups.Select(group => group.Key)),
            .. Keys("role", document.Roles.Select(role => role.Key)),
            .. Keys("flow", document.Flows.Select(flow => flow.Key)),
            .. Known("waiting sheets", document.Sheets.Select(sheet => sheet.Form), document.Forms.Select(form => form.Key)),
            .. document.Forms.SelectMany(form => Check(form, rules)),
        ];
    }

    private static IEnumerable<string> Check(FormDefinition form, LayoutRules rules)
    {
        var fields = form.Fields.Select(field => field.Key).ToList();
        var canvas = Canvas.Of(form);
        return [
            .. Keys($"field of {form.Key}", fields),
            .. form.Fields.SelectMany(field => Keys($"column of {form.Key}.{field.Key}", (FieldLists.ColumnsOf(field) ?? []).Select(column => column.Key))),
            .. Known($"title of {form.Key}", [form.Title], fields),
            .. Known($"code of {form.Key}", form.Code is { } code ? [code] : [], fields),
            .. Known($"owner of {form.Key}", form.Owner is { } owner ? [owner] : [], fields),
            .. Known($"list of {form.Key}", [.. form.List?.Columns ?? [], .. form.List?.SortBy is { } sort ? [sort] : Array.Empty<string>()], fields),
            .. form.Unique.SelectMany(unique => Known($"unique {unique.Key} of {form.Key}", unique.Fields, fields)),
            .. Known($"page of {form.Key}", canvas.Paths().Select(entry => entry.Item.FieldKey).OfType<string>(), fields),
            .. Twice($"page of {form.Key}", canvas.Paths().Select(entry => entry.Item.FieldKey).OfType<string>()),
            .. canvas.Paths().Where(entry => !rules.Allows(canvas, new(entry.Path.Parent, entry.Path.Index), [entry.Item]))
                .Select(entry => $"page of {form.Key}: {entry.Item.Type} cannot stand at {entry.Path}"),
        ];
    }

    private static IEnumerable<string> Keys(string what, IEnumerable<string> keys)
    {
        var all = keys.ToList();
        return [.. all.Where(key => !Key.IsValid(key)).Select(key => $"{what}: no key: {key}"), .. Twice(what, all)];
    }

    private static IEnumerable<string> Twice(string what, IEnumerable<string> keys)
        => keys.GroupBy(key => key, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"{what}: twice: {group.Key}");

    private static IEnumerable<string> Known(string what, IEnumerable<string> keys, IEnumerable<string> known)
        => keys.Except(known, StringComparer.Ordinal).Select(key => $"{what}: unknown: {key}");
}
