namespace LowCodeErp.Web.Administration.HandOvers;

/// <summary>Where members are handed over.</summary>
internal static class HandOverAddress
{
    public static string Of(long memberId) => FormattableString.Invariant($"administration/hand-over/{memberId}");

    public static string OfReport(long id) => FormattableString.Invariant($"/api/hand-overs/{id}.csv");
}
