using LowCodeErp.Core.Naming;

namespace LowCodeErp.Studio.FormDesigner.Clips;

/// <summary>A field that formulas of copied fields name, and that was not copied with them.</summary>
public sealed record MentionedField
{
    public required string Key { get; init; }

    public required LocalizedText Label { get; init; }
}
