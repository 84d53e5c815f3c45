using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Tiering;

/// <summary>Where the last change of its tier led a record: what fields store of it, and what people call it.</summary>
/// <param name="Hue">As options of a choice name their colour.</param>
public sealed record TierMove(string Key, LocalizedText Label, string Hue)
{
    public static TierMove Up { get; } = new("up", new("升级", "Up"), "green");

    public static TierMove Down { get; } = new("down", new("降级", "Down"), "red");

    /// <summary>It had none before.</summary>
    public static TierMove First { get; } = new("first", new("首次定级", "First tier"), "gray");

    public static IReadOnlyList<TierMove> All { get; } = [Up, Down, First];
}
