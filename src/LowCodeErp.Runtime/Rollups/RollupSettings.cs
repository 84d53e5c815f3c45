namespace LowCodeErp.Runtime.Rollups;

/// <summary>The settings of a field of type <c>rollup</c>.</summary>
public sealed record RollupSettings
{
    /// <summary>Key of the form whose records are rolled up; that of the lines of a sub-table is <c>form-field</c>.</summary>
    public required string Form { get; init; }

    /// <summary>Key of their reference to the form of the rollup.</summary>
    public required string Reference { get; init; }

    public required RollupOperation Operation { get; init; }

    /// <summary>Key of what is rolled up; left out to count records.</summary>
    public string? Field { get; init; }

    /// <summary>Which of the records count: a formula over their fields, and over those of a record that they refer to.</summary>
    public string? Condition { get; init; }

    /// <summary>For the first or last: key of the number, date or time that they are ordered by.</summary>
    public string? OrderBy { get; init; }
}
