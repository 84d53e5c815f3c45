namespace LowCodeErp.BuiltIns.Fields.Signature;

public sealed record SignatureSettings
{
    /// <summary>A typed name does not do. Whoever cannot draw is shut out then.</summary>
    public bool OnlyDrawn { get; init; }
}
