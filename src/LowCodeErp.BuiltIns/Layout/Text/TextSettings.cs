using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.Layout.Text;

public sealed record TextSettings
{
    /// <summary>Never missing; line breaks are kept.</summary>
    [Multiline]
    public LocalizedText? Text { get; init; }

    public TextStyle Style { get; init; }
}
