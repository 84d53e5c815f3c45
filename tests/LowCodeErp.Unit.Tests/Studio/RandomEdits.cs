using System.Text.Json;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.Editing.Edits;
using LowCodeErp.Studio.FormDesigner.Clips;
using LowCodeErp.Studio.FormDesigner.Edits;
using LowCodeErp.Studio.FormDesigner.Layouts;

namespace LowCodeErp.Unit.Tests.Studio;

/// <summary>What somebody might do next, sensible or not: paths that lead nowhere and places that do not take what is put there are among it.</summary>
internal sealed class RandomEdits(int seed, LayoutRules rules)
{
    private const int MostForms = 4;
    private const int MostFields = 25;

    private static readonly string[] _types = ["text", "number", "date", FieldDefinition.SubTable];
    private static readonly string[] _items = ["section", "tabs", "tab", "columns", "divider", "text", "related-list"];
    private static readonly LocalizedText _what = new("某物", "something");

    private readonly Random _random = new(seed);
    private int _made;

    public IEdit Next(AppDocument document)
    {
        var form = document.Forms[_random.Next(document.Forms.Count)];
        return _random.Next(15) switch
        {
            12 when form.Fields.Any(field => field.Type == FieldDefinition.SubTable) => Column(form),
            13 or 14 when form.Fields.Count < MostFields => Paste(document, form),
            0 when document.Forms.Count < MostForms => new AddForm(NewForm()),
            0 when document.Forms.Count > 1 => new RemoveForm(form.Key, form.Label),
            1 or 2 when form.Fields.Count < MostFields => new AddFields(form.Key, [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => NewField())], Place(form), rules),
            3 => new AddItem(form.Key, new() { Type = _items[_random.Next(_items.Length)] }, _what, Place(form), rules),
            1 or 2 or 4 or 5 => new RemoveItems(form.Key, Paths(form), _what, rules),
            6 or 7 or 8 => new MoveItems(form.Key, Paths(form), _what, Place(form), rules),
            9 => new ChangeItem(form.Key, Path(form), _what, JsonSerializer.SerializeToElement(new { title = Label() })),
            10 => new ChangeForm(form.Key, "list", _what, changed => changed with { List = new() { Columns = [Any(changed).Key], SortBy = Any(changed).Key }, Views = [new() { Key = "view", Label = new(Label()), Columns = [new() { Field = Any(changed).Key }] }], Title = Any(changed).Key, Code = Any(changed).Key }),
            11 when _random.Next(2) == 0 => new ChangeFields(form.Key, [Any(form).Key, Any(form).Key], "required", field => field with { Required = !field.Required }),
            11 when _random.Next(2) == 0 => new ChangeApp("label", _what, app => app with { Label = new(Label()) }),
            _ => new ChangeField(form.Key, Any(form).Key, "label", _what, field => field with { Label = new(Label()) }),
        };
    }

    /// <summary>Of the form's own clip, or of another form's.</summary>
    private PasteItems Paste(AppDocument document, FormDefinition form)
    {
        var source = document.Forms[_random.Next(document.Forms.Count)];
        var clip = ItemsClip.Of(source, Paths(source));
        return new(form.Key, new(clip, form, form.Fields.Select(field => field.Key)), _what, Place(form), rules);
    }

    private IEdit Column(FormDefinition form)
    {
        var table = form.Fields.FirstOrDefault(field => field.Type == FieldDefinition.SubTable)?.Key ?? "nowhere";
        var columns = FieldLists.Of(form, table);
        var column = columns.Count == 0 ? "nothing" : columns[_random.Next(columns.Count)].Key;
        return (columns.Count == 0 ? 4 : _random.Next(5)) switch
        {
            0 => new RemoveColumn(form.Key, table, column, _what),
            1 => new MoveColumn(form.Key, table, column, _what, _random.Next(-1, 4)),
            2 => new RenameField(form.Key, column, new(Label()), $"field-{++_made}") { Table = table },
            3 => new ChangeField(form.Key, column, "label", _what, field => field with { Label = new(Label()) }) { Table = table },
            _ => new AddColumn(form.Key, table, NewField() with { Type = "text" }, _random.Next(4)),
        };
    }

    private FormDefinition NewForm()
    {
        var title = NewField() with { Type = "text" };
        return new() { Key = $"form-{++_made}", Label = new(Label()), Title = title.Key, Fields = [title] };
    }

    private FieldDefinition NewField() => new() { Key = $"field-{++_made}", Type = _types[_random.Next(_types.Length)], Label = new(Label()) };

    private string Label() => $"名称{_random.Next(1_000)}";

    private FieldDefinition Any(FormDefinition form) => form.Fields[_random.Next(form.Fields.Count)];

    private List<ItemPath> Paths(FormDefinition form) => [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Path(form)).Distinct()];

    private ItemPath Path(FormDefinition form)
    {
        ItemPath[] paths = [.. Canvas.Of(form).Paths().Select(entry => entry.Path), ItemPath.Canvas.Child(99)];
        return paths[_random.Next(paths.Length)];
    }

    private ItemPlace Place(FormDefinition form)
    {
        var path = Path(form);
        return _random.Next(2) == 0 ? new(path, _random.Next(3)) : new(path.Parent, path.Index);
    }
}
