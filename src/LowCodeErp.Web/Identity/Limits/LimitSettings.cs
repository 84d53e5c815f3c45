namespace LowCodeErp.Web.Identity.Limits;

/// <summary>How often requests may come that guess at secrets, or cost much.</summary>
public sealed record LimitSettings
{
    /// <summary>Sign-ins, codes and passwords from one address, behind which a whole office may sit.</summary>
    public int SignInsPerMinute { get; init; } = 60;

    /// <summary>Calls by one member's keys, or by one address with keys that are none.</summary>
    public int ApiCallsPerMinute { get; init; } = 600;
}
