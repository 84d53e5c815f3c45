namespace LowCodeErp.Unit.Tests.Flows.Oracle;

/// <summary>One walk along a sequence of blocks.</summary>
/// <param name="owner">Null for the trunk.</param>
internal sealed class OracleWay(Plan[] plans, OracleSpot? owner)
{
    public Plan[] Plans => plans;

    public OracleSpot? Owner => owner;

    public List<OracleSpot> Spots { get; } = [];

    public string? Outcome { get; set; }

    public bool IsCancelled { get; set; }

    /// <summary>Its result was taken over from an earlier walk.</summary>
    public bool IsCarried { get; init; }

    public bool IsLive => !IsCancelled && !IsCarried && (Outcome is null || Spots.Exists(spot => spot.IsLive));

    /// <summary>The block of this sequence in which another stands; -1 where it stands elsewhere.</summary>
    public int PlaceOf(string key) => Array.FindIndex(plans, plan => Holds(plan, key));

    public static bool Holds(Plan plan, string key) => plan.Key == key || plan.Inside.Any(way => way.Any(inner => Holds(inner, key)));
}
