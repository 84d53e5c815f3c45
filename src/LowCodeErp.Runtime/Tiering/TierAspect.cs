namespace LowCodeErp.Runtime.Tiering;

/// <summary>What a field shows of where its record stands in a tier model.</summary>
public enum TierAspect
{
    /// <summary>The tier after the newest run.</summary>
    Tier,

    /// <summary>The tier before the last change; blank where that was the first.</summary>
    Previous,

    /// <summary>Whether the last change led up or down, or was the first: a <see cref="TierMove"/>.</summary>
    Move,

    /// <summary>The analysis date of the run that changed the tier last.</summary>
    ChangedOn,

    /// <summary>The points of method RFM after the newest run.</summary>
    Score,
}
