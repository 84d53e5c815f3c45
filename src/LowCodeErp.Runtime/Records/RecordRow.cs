using System.Globalization;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records;

/// <summary>A stored record as the query service hands it out.</summary>
public sealed class RecordRow
{
    public required FormModel Form { get; init; }

    public required long Id { get; init; }

    /// <summary>Counts the changes of the record, from 1.</summary>
    public required long Version { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>By <see cref="FieldModel.Ordinal"/>; the .NET types of <see cref="ValueKind"/>, null when blank or not asked for.</summary>
    public required IReadOnlyList<object?> Values { get; init; }

    /// <summary>By <see cref="FieldModel.Ordinal"/>: the titles of referred records and the names of members; null when blank.</summary>
    public required IReadOnlyList<string?> Titles { get; init; }

    /// <summary>By <see cref="FieldModel.Ordinal"/>: the titles or names of each item of a list, in its order; null for any other field.</summary>
    public IReadOnlyList<IReadOnlyList<string>?> ItemTitles { get; init; } = [];

    /// <summary>By <see cref="FieldModel.Ordinal"/>: what the viewer is shown of values that are blank in <see cref="Values"/> because he gets no more of them; null otherwise.</summary>
    public IReadOnlyList<string?> Masks { get; init; } = [];

    public Value this[FieldModel field] => new(field.Kind, Values[field.Ordinal]);

    /// <summary>Those of a list as one text.</summary>
    public string? TitleOf(FieldModel field) => TitlesOf(field) is { Count: > 0 } items ? ListText.Join(items) : Titles[field.Ordinal];

    /// <summary>A value as people read it: titles and names for ids, one text for several parts; "" when it is blank.</summary>
    public string TextOf(FieldModel field, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(field);
        return MaskOf(field) is { } mask ? mask
            : field.HoldsIds ? TitleOf(field) ?? ""
            : field.Parts.Count > 0 ? field.PartedType.FormatParts([.. field.Parts.Select(part => this[part])], field.Settings, culture)
            : field.Type.Format(this[field], field.Settings, culture);
    }

    /// <summary>Null where the viewer gets the value, or nothing of it.</summary>
    public string? MaskOf(FieldModel field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return FieldMask.OfParts(field.Parts.Select(MaskOf)) ?? Masks.ElementAtOrDefault(field.Ordinal);
    }

    /// <summary>Of a list of references or members; none for any other field.</summary>
    public IReadOnlyList<string> TitlesOf(FieldModel field) => ItemTitles.ElementAtOrDefault(field.Ordinal) ?? [];
}
