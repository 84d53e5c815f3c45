using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.Runtime.Rollups;

/// <summary>The settings of a field of type <c>rollup</c>.</summary>
public sealed record RollupSettings
{
    /// <summary>Key of the form whose records are rolled up; that of the lines of a sub-table is <c>form-field</c>.</summary>
    [FormKey]
    public required string Form { get; init; }

    /// <summary>Key of their reference to the form of the rollup.</summary>
    [FieldKey(Of = nameof(Form), RefersHere = true)]
    public required string Reference { get; init; }

    public required RollupOperation Operation { get; init; }

    /// <summary>Key of what is rolled up; left out to count records.</summary>
    [FieldKey(Of = nameof(Form))]
    public string? Field { get; init; }

    /// <summary>Which of the records count: a formula over their fields, and over those of a record that they refer to.</summary>
    [Condition(nameof(Form))]
    public string? Condition { get; init; }

    /// <summary>For the first or last: key of the number, date or time that they are ordered by.</summary>
    [FieldKey(ValueKind.Number, ValueKind.Date, ValueKind.DateTime, ValueKind.Time, Of = nameof(Form))]
    public string? OrderBy { get; init; }

    /// <summary>Whoever sees the field sees what it is made of every record, also of those that he may not see. Otherwise only who may see all of them sees the field.</summary>
    public bool ForEverybody { get; init; }
}
