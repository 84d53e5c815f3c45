using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Forms;

/// <summary>
/// What no two records may have in common: a field or several together. Upper and lower case, blanks and full-width characters make
/// no difference; a record in which one of the fields is blank is not compared.
/// </summary>
public sealed record UniqueDefinition
{
    /// <summary>Names the column that keeps it; permanent.</summary>
    public required string Key { get; init; }

    /// <summary>Field keys.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>What is said of the second record, before the first one is named; a sentence about the fields when left out.</summary>
    public LocalizedText? Message { get; init; }
}
