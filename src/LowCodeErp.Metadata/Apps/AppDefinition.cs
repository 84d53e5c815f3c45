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

    /// <summary>Headings below which forms stand in the menu, where the first of them stands; a form stands below one at most.</summary>
    public IReadOnlyList<MenuGroupDefinition> Groups { get; init; } = [];

    /// <summary>Keys of forms that the menu leaves out; they are reached through others. That is no right: who knows their address may open them.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];

    /// <summary>
    /// The day as of which the example data was written (<c>yyyy-MM-dd</c>); installing moves every date in it by the days that
    /// have passed since, so that examples never look stale. Blank: dates stay as they are.
    /// </summary>
    public string? SeedDate { get; init; }

    /// <summary>All that is said of the menu, with a form under another key, or without it.</summary>
    /// <param name="to">Null when the form goes.</param>
    public AppDefinition RenameInMenu(string form, string? to)
    {
        return this with
        {
            Menu = Follow(Menu),
            Hidden = Follow(Hidden),
            Groups = [.. Groups.Select(group => group with { Forms = Follow(group.Forms) })],
        };

        IReadOnlyList<string> Follow(IReadOnlyList<string> keys) => [.. keys.Select(key => key == form ? to : key).OfType<string>()];
    }
}
