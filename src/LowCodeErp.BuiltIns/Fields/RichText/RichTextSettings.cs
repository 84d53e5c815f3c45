namespace LowCodeErp.BuiltIns.Fields.RichText;

public sealed record RichTextSettings
{
    /// <summary>In characters of plain text, from 1 to 20,000.</summary>
    public int MaximumLength { get; init; } = 10_000;
}
