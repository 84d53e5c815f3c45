using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Apps;

/// <summary><c>app.json</c>: the name of an app and the order of its menu.</summary>
public sealed record AppDefinition
{
    public required string Key { get; init; }

    public required LocalizedText Label { get; init; }

    public LocalizedText? Description { get; init; }

    /// <summary>Name of a Material symbol: <c>groups</c>.</summary>
    public string? Icon { get; init; }

    /// <summary>Keys of the apps whose forms those of this one refer to; they have to be installed before it.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Keys of the app's forms in the order of the menu; forms that are not named follow in the order of their keys.</summary>
    public IReadOnlyList<string> Menu { get; init; } = [];

    /// <summary>
    /// The day as of which the example data was written (<c>yyyy-MM-dd</c>); installing moves every date in it by the days that
    /// have passed since, so that examples never look stale. Blank: dates stay as they are.
    /// </summary>
    public string? SeedDate { get; init; }
}
