using LowCodeErp.Core.Naming;

namespace LowCodeErp.BuiltIns.Layout.Text;

public sealed record TextSettings
{
    /// <summary>Never missing; line breaks are kept.</summary>
    public LocalizedText? Text { get; init; }

    public TextStyle Style { get; init; }
}
