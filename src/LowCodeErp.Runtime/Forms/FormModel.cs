using System.Collections.Frozen;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Layout;
using LowCodeErp.Runtime.Logic;
using LowCodeErp.Runtime.Rollups;
using LowCodeErp.Runtime.Views;

namespace LowCodeErp.Runtime.Forms;

/// <summary>
/// A form, compiled: frozen, resolved, never wrong. The lines of a sub-table are a form too, with a
/// <see cref="Parent"/>; their first field refers to the record they belong to and has the parent form's key.
/// </summary>
public sealed class FormModel
{
    private FrozenDictionary<string, FieldModel> _byKey = FrozenDictionary<string, FieldModel>.Empty;

    public required string Key { get; init; }

    public required string App { get; init; }

    public required LocalizedText Label { get; init; }

    public LocalizedText? Description { get; init; }

    public string? Icon { get; init; }

    /// <summary>Whether it is written down who reads its records; lines are as their record is.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>The sub-table that these lines belong to; null for a form of its own.</summary>
    public FieldModel? Parent { get; init; }

    public IReadOnlyList<FieldModel> Fields { get; private set; } = [];

    /// <summary>The field that stands for a record wherever it is mentioned; lines have none.</summary>
    public FieldModel? Title { get; private set; }

    /// <summary>The unique field by which people and files name a record.</summary>
    public FieldModel? Code { get; private set; }

    /// <summary>The member who is responsible for a record; null: who created it.</summary>
    public FieldModel? Owner { get; internal set; }

    public IReadOnlyList<FieldModel> ListColumns { get; private set; } = [];

    /// <summary>Null: newest first.</summary>
    public FieldModel? SortField { get; private set; }

    public bool SortDescending { get; private set; }

    /// <summary>The views of the list that everybody sees.</summary>
    public IReadOnlyList<ViewModel> Views { get; private set; } = [];

    /// <summary>The view that is shown to whoever has chosen none; null: the list as it is.</summary>
    public ViewModel? FirstView { get; private set; }

    /// <summary>The record page from top to bottom, as far as its author arranged it.</summary>
    public IReadOnlyList<LayoutItemModel> Layout { get; private set; } = [];

    /// <summary>The fields that the layout leaves out, in their order and sub-tables last; the page shows them at its end, so that nothing required is lost.</summary>
    public IReadOnlyList<FieldModel> UnplacedFields { get; private set; } = [];

    /// <summary>What the form computes and demands.</summary>
    public FormLogic Logic { get; internal set; } = FormLogic.None;

    /// <summary>The table's name.</summary>
    public string Table => Core.Naming.Key.ToColumn(Key);

    /// <summary>The field of a line that refers to its parent record.</summary>
    public FieldModel? ParentReference => Parent is null ? null : Fields[0];

    public IEnumerable<FieldModel> StoredFields => Fields.Where(candidate => candidate.IsStored);

    /// <summary>The stored fields, and those that are computed whenever they are read.</summary>
    public IEnumerable<FieldModel> ReadableFields => Fields.Where(candidate => candidate.IsReadable);

    /// <summary>The stored fields that people and files fill in; the others are computed.</summary>
    public IEnumerable<FieldModel> EnteredFields => StoredFields.Where(candidate => !candidate.IsComputed);

    /// <summary>The fields as people see them: parts stand in the field they belong to. Sub-tables and buttons are apart.</summary>
    public IEnumerable<FieldModel> ShownFields
        => Fields.Where(candidate => candidate is { Whole: null, IsInternal: false } && candidate.Shape is not (FieldShape.SubTable or FieldShape.Action));

    /// <summary>The fields that are pressed, not filled in.</summary>
    public IEnumerable<FieldModel> Actions => Fields.Where(candidate => candidate.Shape is FieldShape.Action);

    /// <summary>What a column of a file may go into: entered fields, and those that are several, whose text is taken apart.</summary>
    public IEnumerable<FieldModel> ImportedFields => Fields.Where(candidate => candidate.Parts.Count > 0 || candidate is { IsStored: true, IsComputed: false });

    /// <summary>The fields that people put files into.</summary>
    public IReadOnlyList<FieldModel> FileFields => [.. EnteredFields.Where(candidate => candidate.FileRule is not null)];

    /// <summary>Whether something in it is stored encrypted, apart from its lines.</summary>
    public bool HasSensitiveFields => Fields.Any(candidate => candidate.IsSensitive);

    /// <summary>The fields that are several.</summary>
    public IEnumerable<FieldModel> PartedFields => Fields.Where(candidate => candidate.Parts.Count > 0);

    public IEnumerable<FieldModel> SubTables => Fields.Where(candidate => candidate.Shape is FieldShape.SubTable);

    /// <summary>What no two records may have in common, apart from unique fields.</summary>
    public IEnumerable<UniqueKey> UniqueKeys => Fields.Select(candidate => candidate.UniqueKey).OfType<UniqueKey>();

    /// <summary>The fields that are added up from records which refer to one of this form.</summary>
    public IEnumerable<FieldRollup> Rollups => Fields.Select(candidate => candidate.Rollup).OfType<FieldRollup>();

    public FieldModel? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <exception cref="KeyNotFoundException">The form has no such field.</exception>
    public FieldModel this[string key] => Find(key) ?? throw new KeyNotFoundException($"Form '{Key}' has no field '{key}'.");

    public override string ToString() => Key;

    /// <summary>Forms refer to each other, so the compiler fills them in two steps and freezes them here.</summary>
    internal void Complete(IReadOnlyList<FieldModel> fields, FieldModel? title, FieldModel? code)
    {
        Fields = fields;
        _byKey = fields.ToDictionary(field => field.Key, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);
        Title = title;
        Code = code;
        ListColumns = [.. ShownFields];
        UnplacedFields = [.. ShownFields, .. SubTables, .. Actions];
    }

    internal void CompleteLayout(IReadOnlyList<LayoutItemModel> layout)
    {
        Layout = layout;
        var placed = layout.SelectMany(item => item.WithDescendants).Select(item => item.Field).OfType<FieldModel>().ToHashSet();
        UnplacedFields = [.. ShownFields.Concat(SubTables).Concat(Actions).Where(field => !placed.Contains(field))];
    }

    internal void CompleteViews(IReadOnlyList<ViewModel> views, string? first)
    {
        Views = views;
        FirstView = views.FirstOrDefault(view => view.Key == first);
    }

    internal void CompleteList(IReadOnlyList<FieldModel> columns, FieldModel? sortField, bool descending)
    {
        ListColumns = columns;
        SortField = sortField;
        SortDescending = descending;
    }
}
