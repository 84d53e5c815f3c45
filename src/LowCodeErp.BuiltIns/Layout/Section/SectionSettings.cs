using LowCodeErp.Core.Naming;

namespace LowCodeErp.BuiltIns.Layout.Section;

public sealed record SectionSettings
{
    /// <summary>Never missing.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Whether it can be folded away.</summary>
    public bool Collapsible { get; init; }

    /// <summary>Whether it is folded away when the page opens; it can be unfolded then.</summary>
    public bool Collapsed { get; init; }
}
