using System.Collections.Immutable;
using System.Text.Json;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.AccessDesigner.Edits;
using LowCodeErp.Studio.AppSettings;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.Editing.Edits;
using LowCodeErp.Studio.Editing.Merging;
using LowCodeErp.Studio.FormDesigner.Clips;
using LowCodeErp.Studio.FormDesigner.Edits;
using LowCodeErp.Studio.FormDesigner.Layouts;
using LowCodeErp.Studio.Sheets;

namespace LowCodeErp.Unit.Tests.Studio;

/// <summary>What somebody might do next, sensible or not: paths that lead nowhere and places that do not take what is put there are among it.</summary>
internal sealed class RandomEdits
{
    private const int MostForms = 4;
    private const int MostFields = 25;

    private static readonly string[] _types = ["text", "number", "date", FieldDefinition.SubTable];
    private static readonly string[] _items = ["section", "tabs", "tab", "columns", "divider", "text", "related-list"];
    private static readonly LocalizedText _what = new("某物", "something");

    private readonly Random _random;
    private readonly LayoutRules _rules;
    private readonly DocumentMerge _merge;

    /// <summary>Each is drawn as often as it stands here; null where it makes no sense for now.</summary>
    private readonly Func<AppDocument, FormDefinition, IEdit?>[] _makers;
    private AppDocument? _remembered;
    private int _made;

    public RandomEdits(int seed, LayoutRules rules)
    {
        (_random, _rules, _merge) = (new(seed), rules, new(rules));
        _makers =
        [
            (document, _) => document.Forms.Count < MostForms ? new AddForm(NewForm()) : null,
            (document, form) => document.Forms.Count > 1 && _random.Next(2) == 0 ? new RemoveForm(form.Key, form.Label) : null,
            (_, form) => new RenameForm(form.Key, new(Label()), _random.Next(2) == 0 ? form.Key : $"form-{++_made}"),
            (document, _) => document.Forms.Count < MostForms ? NewSheetForm() : null,
            (_, form) => new ForgetSheet(form.Key, "sheet.csv"),
            Add, Add,
            Remove, Remove, Remove,
            Move, Move, Move,
            Paste, Paste,
            Column, Column,
            (_, form) => new AddItem(form.Key, new() { Type = _items[_random.Next(_items.Length)] }, _what, Place(form), _rules),
            (_, form) => new ChangeItem(form.Key, Path(form), _what, JsonSerializer.SerializeToElement(new { title = Label() })),
            (_, form) => new RenameField(form.Key, Any(form).Key, new(Label()), $"field-{++_made}"),
            (_, form) => new ChangeField(form.Key, Any(form).Key, "label", _what, field => field with { Label = new(Label()) }),
            (_, form) => new ChangeFields(form.Key, [Any(form).Key, Any(form).Key], "required", field => field with { Required = !field.Required }),
            (_, form) => new ChangeForm(form.Key, "list", _what, changed => changed with { List = new() { Columns = [Any(changed).Key], SortBy = Any(changed).Key }, Views = [new() { Key = "view", Label = new(Label()), Columns = [new() { Field = Any(changed).Key }] }], Title = Any(changed).Key, Code = Any(changed).Key, Owner = Any(changed).Key }),
            (_, _) => new ChangeApp("label", _what, app => app with { Label = new(Label()) }),
            (_, form) => Menu(form.Key),
            (document, form) => Role(document, form),
            (document, _) => _random.Next(3) == 0 ? Replace(document) : null,
            (document, _) => _random.Next(3) == 0 ? Merge(document) : null,
        ];
    }

    public IEdit Next(AppDocument document)
    {
        while (true)
        {
            if (_makers[_random.Next(_makers.Length)](document, document.Forms[_random.Next(document.Forms.Count)]) is { } edit)
            {
                return edit;
            }
        }
    }

    private AddFields? Add(AppDocument document, FormDefinition form) => form.Fields.Count < MostFields
        ? new(form.Key, [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => NewField())], Place(form), _rules)
        : null;

    private RemoveItems Remove(AppDocument document, FormDefinition form) => new(form.Key, Paths(form), _what, _rules);

    private MoveItems Move(AppDocument document, FormDefinition form) => new(form.Key, Paths(form), _what, Place(form), _rules);

    /// <summary>An app that was exported at some time, elsewhere.</summary>
    private ReplaceApp Replace(AppDocument document) => new(Remember(document) with { BasedOn = 0, Sheets = [] });

    /// <summary>What somebody else began with the same document as this person and published meanwhile.</summary>
    private MergeDesign Merge(AppDocument document)
    {
        var original = Remember(document);
        return new(_merge.Merge(original, document, Next(original).Apply(original), ImmutableHashSet<string>.Empty).Document);
    }

    /// <summary>Takes the document in the place of the one that was remembered, which is given back.</summary>
    private AppDocument Remember(AppDocument document)
    {
        var remembered = _remembered ?? document;
        _remembered = document;
        return remembered;
    }

    /// <summary>Of the form's own clip, or of another form's.</summary>
    private PasteItems? Paste(AppDocument document, FormDefinition form)
    {
        if (form.Fields.Count >= MostFields)
        {
            return null;
        }

        var source = document.Forms[_random.Next(document.Forms.Count)];
        var clip = ItemsClip.Of(source, Paths(source));
        return new(form.Key, new(clip, form, form.Fields.Select(field => field.Key)), _what, Place(form), _rules);
    }

    private IEdit? Column(AppDocument document, FormDefinition form)
    {
        if (form.Fields.FirstOrDefault(field => field.Type == FieldDefinition.SubTable)?.Key is not { } table)
        {
            return null;
        }

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

    private IEdit Role(AppDocument document, FormDefinition form)
    {
        var role = document.Roles.Count == 0 ? "nothing" : document.Roles[_random.Next(document.Roles.Count)].Key;
        return (document.Roles.Count == 0 ? 4 : _random.Next(5)) switch
        {
            0 => new RemoveRole(role, _what),
            1 => new RenameRole(role, new(Label()), _random.Next(2) == 0 ? role : $"role-{++_made}"),
            2 or 3 => new ChangeRole(role, "grants", _what, changed => changed with { Grants = [new() { Form = form.Key, Fields = [new() { Fields = [Any(form).Key], Access = FieldAccess.Hidden }] }] }),
            _ => new AddRole(new() { Key = $"role-{++_made}", Label = new(Label()) }),
        };
    }

    private ChangeApp Menu(string form) => new("menu", _what, app => _random.Next(2) == 0
        ? app with { Hidden = app.Hidden.Contains(form) ? [.. app.Hidden.Where(key => key != form)] : [.. app.Hidden, form] }
        : app with { Groups = app.Groups.Any(group => group.Forms.Contains(form)) ? [] : [.. app.Groups, new() { Key = $"group-{++_made}", Label = new(Label()), Forms = [form] }] });

    private AddSheetForm NewSheetForm()
    {
        var form = NewForm();
        return new(form, new() { Form = form.Key, File = 1, Name = "sheet.csv", Mapping = new() });
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
