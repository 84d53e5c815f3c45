using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Views;

/// <summary>Colours a row, or one of its cells, where a condition holds, and says why in a word: a colour alone tells nothing to many.</summary>
public sealed record ViewColourDefinition
{
    /// <summary>A formula over the record's own fields: <c>[due] &lt; TODAY()</c>.</summary>
    public required string When { get; init; }

    public required ViewColour Colour { get; init; }

    /// <summary>Stands beside what is coloured: 逾期.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>A field whose cell is coloured; the whole row when left out.</summary>
    public string? Field { get; init; }
}
