namespace LowCodeErp.BuiltIns.Fields.Phone;

public sealed record PhoneSettings
{
    /// <summary>Only mobile numbers of mainland China, as for messages.</summary>
    public bool MobileOnly { get; init; }
}
