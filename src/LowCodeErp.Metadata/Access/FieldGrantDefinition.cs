namespace LowCodeErp.Metadata.Access;

/// <summary>How much of some fields is seen, always or while a condition holds.</summary>
public sealed record FieldGrantDefinition
{
    /// <summary>Keys of fields of the grant's form; <c>line.price</c> for a column of a sub-table.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    public required FieldAccess Access { get; init; }

    /// <summary>A formula over the record; while it does not hold, nothing is said of the fields. Blank: always.</summary>
    public string? When { get; init; }
}
