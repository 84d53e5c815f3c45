using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Views;

/// <summary>A way to look at the records of a form: which of them, which columns, in which order. The form's own, or one that a member made.</summary>
public sealed record ViewDefinition
{
    /// <summary>Stands in addresses; unique among the views of the form.</summary>
    public required string Key { get; init; }

    public required LocalizedText Label { get; init; }

    /// <summary>Those of the form's list when empty.</summary>
    public IReadOnlyList<ViewColumnDefinition> Columns { get; init; } = [];

    /// <summary>All of them must hold, and <see cref="Where"/> too.</summary>
    public IReadOnlyList<ViewFilterDefinition> Filters { get; init; } = [];

    /// <summary>A formula: <c>[amount] > 100</c>.</summary>
    public string? Where { get; init; }

    /// <summary>The first decides, the next among equals; the order of the form's list when empty.</summary>
    public IReadOnlyList<ViewOrderDefinition> Sort { get; init; } = [];

    /// <summary>A field by whose values the records are put into groups.</summary>
    public string? GroupBy { get; init; }

    /// <summary>The first whose condition holds colours the row; of those of a field, its cell.</summary>
    public IReadOnlyList<ViewColourDefinition> Colours { get; init; } = [];
}
