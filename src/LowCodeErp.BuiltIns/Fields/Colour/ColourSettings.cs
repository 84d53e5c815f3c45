namespace LowCodeErp.BuiltIns.Fields.Colour;

public sealed record ColourSettings
{
    /// <summary>What is offered, in this order, each as <c>#2A5BD7</c>.</summary>
    public IReadOnlyList<string> Palette { get; init; } =
    [
        "#D93025", "#E8710A", "#F9AB00", "#1E8E3E", "#12857A", "#1A73E8", "#3949AB", "#8430CE", "#C2185B", "#795548", "#5F6368", "#202124", "#FFFFFF",
    ];

    /// <summary>Whether other colours are refused.</summary>
    public bool PaletteOnly { get; init; }

    internal IEnumerable<string> Colours => Palette.Select(ColourText.Parse).OfType<string>();
}
