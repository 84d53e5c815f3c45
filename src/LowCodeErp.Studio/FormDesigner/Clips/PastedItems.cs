using System.Text.Json;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner.Layouts;

namespace LowCodeErp.Studio.FormDesigner.Clips;

/// <summary>What becomes of a clip in a form: fields with keys and names of their own there, formulas that name them by these.</summary>
public sealed class PastedItems
{
    private readonly ItemsClip _clip;
    private readonly FormDefinition _form;
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unplaced;
    private readonly List<LocalizedText> _leftOut = [];

    /// <param name="taken">Keys that new fields may not have.</param>
    public PastedItems(ItemsClip clip, FormDefinition form, IEnumerable<string> taken)
    {
        ArgumentNullException.ThrowIfNull(clip);
        ArgumentNullException.ThrowIfNull(form);
        (_clip, _form) = (clip, form);
        var (keys, labels) = (taken.ToHashSet(StringComparer.Ordinal), form.Fields.Select(field => field.Label.Chinese).ToHashSet(StringComparer.Ordinal));
        FieldDefinition[] fields = [.. clip.Fields.DistinctBy(field => field.Key)];
        foreach (var field in fields)
        {
            _keys[field.Key] = KeyProposal.Propose(field.Key, keys, "field");
            keys.Add(_keys[field.Key]);
        }

        _unplaced = [.. _keys.Keys];
        Fields = [.. fields.Select(field => Rewrite(field) with { Key = _keys[field.Key], Label = Free(field.Label, labels) })];
        Items = [.. clip.Items.SelectMany(Place), .. fields.Where(field => _unplaced.Contains(field.Key)).Select(field => LayoutItemDefinition.OfField(_keys[field.Key]))];
    }

    public IReadOnlyList<FieldDefinition> Fields { get; }

    /// <summary>Each of the fields stands in them once.</summary>
    public IReadOnlyList<LayoutItemDefinition> Items { get; }

    /// <summary>What could not come along, a sentence each.</summary>
    public IReadOnlyList<LocalizedText> LeftOut => _leftOut;

    /// <summary>The items with what cannot stand at the place taken apart.</summary>
    public IReadOnlyList<LayoutItemDefinition> ItemsFor(Canvas canvas, ItemPlace place, LayoutRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return [.. Items.SelectMany(item => Fit(item, candidate => rules.Allows(canvas, place, [candidate]) && rules.IsSound(candidate)))];
    }

    private static IEnumerable<LayoutItemDefinition> Fit(LayoutItemDefinition item, Func<LayoutItemDefinition, bool> fits)
        => fits(item) ? [item] : item.FieldKey is not null ? [item with { Items = [] }] : item.Items.SelectMany(inner => Fit(inner, fits));

    /// <summary>A name that another field has would make formulas ambiguous.</summary>
    private static LocalizedText Free(LocalizedText label, HashSet<string> labels)
    {
        var free = label;
        for (var number = 2; !labels.Add(free.Chinese); number++)
        {
            free = new($"{label.Chinese} {number}", label.English is { } english ? $"{english} {number}" : null);
        }

        return free;
    }

    private FieldDefinition Rewrite(FieldDefinition field)
    {
        var own = DropFormulas(field, field.Label, Lost);
        own = FieldLists.Change(_form with { Fields = [own] }, own.Key, columns => [.. columns.Select(column => DropFormulas(column, field.Label, LostInColumn))]).Fields[0];
        var columnKeys = (FieldLists.ColumnsOf(own) ?? []).Select(column => column.Key).ToHashSet(StringComparer.Ordinal);
        var renamed = FormNames.ChangePaths(own, (path, isColumn) => !isColumn ? Renamed(path) : columnKeys.Contains(path.Split('.')[0]) ? path : RenamedInColumn(path));
        return DefinitionEdit.Get(renamed.Settings, "reference") is { ValueKind: JsonValueKind.String } reference && _keys.TryGetValue(reference.GetString()!, out var key)
            ? renamed with { Settings = DefinitionEdit.Set(typeof(NoSettings), renamed.Settings, "reference", JsonSerializer.SerializeToElement(key)) }
            : renamed;
    }

    private FieldDefinition DropFormulas(FieldDefinition field, LocalizedText owner, Func<string, LocalizedText?> lost) => FieldTexts.Change(field, (formula, what) =>
    {
        if (FormulaNames.In(formula).Select(lost).OfType<LocalizedText>().FirstOrDefault() is not { } missing)
        {
            return formula;
        }

        _leftOut.Add(new($"“{owner.Chinese}”的{what.Chinese}用到没有一起复制的“{missing.Chinese}”，没有带来。", $"The {what.English} of \"{owner}\" uses \"{missing}\", which was not copied with it, and was left out."));
        return null;
    });

    private LocalizedText? Lost(string path)
        => _clip.Mentioned.FirstOrDefault(field => IsFirst(field.Key, path) && _form.Fields.All(own => own.Key != field.Key))?.Label;

    private LocalizedText? LostInColumn(string path) => IsFirst(_clip.Form, path) && path.Length > _clip.Form.Length ? Lost(path[(_clip.Form.Length + 1)..]) : null;

    private static bool IsFirst(string name, string path) => path == name || path.StartsWith(name + ".", StringComparison.Ordinal);

    private string Renamed(string path) => FormNames.WithFirst(path, _keys.GetValueOrDefault);

    private string RenamedInColumn(string path)
        => IsFirst(_clip.Form, path) && path.Length > _clip.Form.Length ? $"{_form.Key}.{Renamed(path[(_clip.Form.Length + 1)..])}" : path;

    private IEnumerable<LayoutItemDefinition> Place(LayoutItemDefinition item)
    {
        if (item.Type == LayoutItemDefinition.FieldItem)
        {
            return item.FieldKey is { } key && _unplaced.Remove(key)
                ? [item.WithField(_keys[key]) with { Items = [] }]
                : [];
        }

        return [item with { Items = [.. item.Items.SelectMany(Place)] }];
    }

    /// <summary>No member is known, so all of them stay as they are.</summary>
    private sealed record NoSettings;
}
