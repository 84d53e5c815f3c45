namespace LowCodeErp.BuiltIns.Fields.Signature;

/// <summary>There is nothing to set: a name can always be typed too, since not everybody can draw.</summary>
public sealed record SignatureSettings;
