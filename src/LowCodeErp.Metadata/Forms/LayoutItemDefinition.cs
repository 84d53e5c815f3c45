using System.Text.Json;

namespace LowCodeErp.Metadata.Forms;

/// <summary>One item of a record page: a field, a heading, or a section with items of its own.</summary>
public sealed record LayoutItemDefinition
{
    /// <summary>Key of a layout item: <c>section</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The settings record of the layout item.</summary>
    public JsonElement? Settings { get; init; }

    /// <summary>What stands inside, in reading order; only containers hold items.</summary>
    public IReadOnlyList<LayoutItemDefinition> Items { get; init; } = [];
}
