using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Files;
using LowCodeErp.Runtime.Logic;
using LowCodeErp.Runtime.Rollups;
using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.Runtime.Forms;

/// <summary>A field, compiled: its type found, its settings read, its target resolved.</summary>
public sealed class FieldModel
{
    public required FormModel Form { get; init; }

    /// <summary>The place of the field's value in the values of a record.</summary>
    public required int Ordinal { get; init; }

    public required string Key { get; init; }

    public required LocalizedText Label { get; init; }

    public LocalizedText? Help { get; init; }

    /// <summary>What stands in the empty box; null for what the field's type shows there.</summary>
    public LocalizedText? Placeholder { get; init; }

    public required IFieldType Type { get; init; }

    public required object Settings { get; init; }

    public required FieldShape Shape { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>No two records that are not in the trash may have the same value.</summary>
    public bool IsUnique { get; init; }

    /// <summary>The column holds the value encrypted.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>The column with what a sensitive field is found by, since no two encryptions of one value are the same; null for any other field.</summary>
    public FieldModel? BlindIndex { get; internal set; }

    /// <summary>The sensitive field that the column is the blind index of; null for any other field.</summary>
    public FieldModel? IndexedField { get; init; }

    /// <summary>The column by which the database compares records.</summary>
    public FieldModel Compared => BlindIndex ?? this;

    /// <summary>What two values have in common that count as one: sensitive ones in whatever spelling, since no more is left of them to compare.</summary>
    public object ComparedBy(object value) => IsSensitive ? Logic.UniqueKey.Fold(value) : value;

    /// <summary>A column that the engine keeps for itself: it is no field that anybody sees or names.</summary>
    public bool IsInternal => UniqueKey is not null || IndexedField is not null;

    /// <summary>The value of a new record; blank when there is none.</summary>
    public Value Default { get; init; }

    /// <summary>What stands in the field until somebody enters something else; null when nothing follows from other fields.</summary>
    public FieldProposal? Proposal { get; internal set; }

    /// <summary>Which records a reference may lead to; null for all.</summary>
    public CompiledFormula? Limit { get; internal set; }

    /// <summary>Null where all options are always offered.</summary>
    public OptionLimits? OptionLimits { get; internal set; }

    public Numbering? Numbering { get; init; }

    /// <summary>The form that a reference, or each of a list of references, points to; null for any other field.</summary>
    public FormModel? Target { get; internal set; }

    /// <summary>The form of a sub-table's lines; null for any other field.</summary>
    public FormModel? Lines { get; internal set; }

    /// <summary>Null for a field that people fill in.</summary>
    public FieldFormula? Formula { get; internal set; }

    /// <summary>The formula only reads a field through a reference, and its author did not write it.</summary>
    public bool IsLookup { get; init; }

    /// <summary>What the column keeps for the engine, where it is no field that anybody sees; null for any other field.</summary>
    public UniqueKey? UniqueKey { get; internal set; }

    /// <summary>How the value is added up from records that refer to this one; null for any other field.</summary>
    public FieldRollup? Rollup { get; internal set; }

    /// <summary>What the field shows of where its record stands in a tier model; null for any other field.</summary>
    public TierReading? Tier { get; init; }

    /// <summary>When the field is shown, required and read-only; null when nothing depends.</summary>
    public FieldConditions? Conditions { get; internal set; }

    /// <summary>Required whatever the record holds: one that may be hidden need not be there.</summary>
    public bool IsAlwaysRequired => IsRequired && Conditions?.VisibleWhen is null;

    /// <summary>Of a part: whether it is required where the field that it belongs to is.</summary>
    public bool IsRequiredPart { get; init; }

    /// <summary>Nobody enters the value: it follows from others.</summary>
    public bool IsComputed => Formula is not null || Rollup is not null || Tier is not null || IsInternal;

    /// <summary>Whether a value can be handed in for it, by people or by a flow; lines are handed in beside.</summary>
    public bool TakesInput => (IsStored && !IsComputed) || Parts.Count > 0;

    /// <summary>The fields that a computed one reads, of whatever form.</summary>
    public IEnumerable<FieldModel> Sources => Formula?.Sources ?? Rollup?.Sources ?? [];

    /// <summary>The longest chain of computed fields that this one rests on, itself counted; 0 for a field that people fill in.</summary>
    public int Rank { get; internal set; }

    /// <summary>Computed whenever it is read, since its value changes without its record: it has no column.</summary>
    public bool IsLive => Tier is not null || Formula?.IsLive == true;

    /// <summary>Whether lists, filters and formulas find one value in the field, stored or live.</summary>
    public bool IsReadable => !IsInternal && Shape is not (FieldShape.SubTable or FieldShape.Parts or FieldShape.Action);

    public ValueKind Kind => Type.ValueKind;

    /// <summary>Whether the field holds several values in its one column.</summary>
    public bool IsList => Shape is FieldShape.List;

    /// <summary>The shape of each value of a list; that of the field otherwise.</summary>
    public FieldShape ItemShape => Shape is FieldShape.List list ? list.Item : Shape;

    /// <summary>The kind of each value of a list; that of the field otherwise.</summary>
    public ValueKind ItemKind => Shape switch
    {
        FieldShape.List { Item: FieldShape.Column } => ValueKind.Text,
        FieldShape.List => ValueKind.Reference,
        _ => Kind,
    };

    /// <summary>Whether values are ids, which the engine looks up and shows by their titles or names.</summary>
    public bool HoldsIds => ItemShape is FieldShape.Reference or FieldShape.Member or FieldShape.Department or FieldShape.File;

    /// <summary>What files the field takes; null for a field that holds none.</summary>
    public FileRule? FileRule => (Type as IFileFieldType)?.GetRule(Settings);

    /// <summary>The column's name.</summary>
    public string Column => Core.Naming.Key.ToColumn(Key);

    /// <summary>Whether the field has a column in its form's own table; a sub-table has a table instead, parts have a column each, and what is live has none.</summary>
    public bool IsStored => IsInternal || (IsReadable && !IsLive);

    /// <summary>The field that this one is a part of; null for a field of its own.</summary>
    public FieldModel? Whole { get; init; }

    /// <summary>The fields that people see as this one; none for any other field.</summary>
    public IReadOnlyList<FieldModel> Parts { get; internal set; } = [];

    /// <summary>What has columns: the field itself, or its parts; nothing where there is no value.</summary>
    public IReadOnlyList<FieldModel> StoredParts => Shape is FieldShape.Action ? [] : Parts.Count > 0 ? Parts : [this];

    /// <summary>The type of a field with <see cref="Parts"/>.</summary>
    public IPartedFieldType PartedType => (IPartedFieldType)Type;

    /// <summary>The column; an id for references and members.</summary>
    /// <exception cref="InvalidOperationException">The field is a sub-table.</exception>
    public StorageShape Storage => Shape switch
    {
        FieldShape.Column column when IsSensitive => column.Storage with { Length = null },
        FieldShape.Column column => column.Storage,
        FieldShape.Reference or FieldShape.Member or FieldShape.Department => new(StorageKind.Id),
        FieldShape.List { Item: FieldShape.Column item } => item.Storage with { Kind = StorageKind.Texts },
        FieldShape.List => new(StorageKind.Ids),
        _ => throw new InvalidOperationException($"{Form.Key}.{Key} has no column."),
    };

    /// <summary>What is left of a value, in the .NET type of <see cref="Kind"/>, where only its mask may be seen; null for a blank.</summary>
    public string? MaskOf(object? value) => value is null ? null : Type.Mask(new Value(Kind, value), Settings);

    public override string ToString() => $"{Form.Key}.{Key}";
}
