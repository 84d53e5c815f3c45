namespace LowCodeErp.BuiltIns.Fields.Url;

public sealed record UrlSettings
{
    /// <summary>In characters, from 1 to 4000.</summary>
    public int MaximumLength { get; init; } = 500;
}
