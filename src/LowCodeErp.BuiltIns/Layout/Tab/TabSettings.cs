using LowCodeErp.Core.Naming;

namespace LowCodeErp.BuiltIns.Layout.Tab;

public sealed record TabSettings
{
    /// <summary>Never missing.</summary>
    public LocalizedText? Title { get; init; }
}
