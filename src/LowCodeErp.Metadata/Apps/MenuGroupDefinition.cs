using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Apps;

/// <summary>A heading of the menu with the forms below it.</summary>
public sealed record MenuGroupDefinition
{
    public required string Key { get; init; }

    public required LocalizedText Label { get; init; }

    /// <summary>Keys of the app's forms; their order is the menu's.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];
}
