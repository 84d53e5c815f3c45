namespace LowCodeErp.Runtime.Flows;

/// <summary>Why something happened that nobody decided. Permanent; words for it are in <c>FlowReasons.resx</c>.</summary>
public static class FlowReasons
{
    /// <summary>The initiator does not decide on his own matter.</summary>
    public const string Self = "self";
    public const string EmptyPassed = "empty-passed";
    public const string EmptyRejected = "empty-rejected";
    public const string EmptyReplaced = "empty-replaced";

    /// <summary>He approved already, or will be asked later.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>The others have decided.</summary>
    public const string Decided = "decided";
    public const string StraightBack = "straight-back";

    /// <summary>The way straight back does not exist any more.</summary>
    public const string WayLost = "way-lost";
    public const string Timeout = "timeout";

    /// <summary>The way went somewhere else: return, jump, route, withdrawal, end.</summary>
    public const string LeftBehind = "left-behind";

    /// <summary>The branches that were needed came through before.</summary>
    public const string Joined = "joined";

    /// <summary>A seat that was added before this one rejected.</summary>
    public const string AddedRejected = "added-rejected";
    public const string Closed = "closed";
    public const string OldGeneration = "old-generation";
    public const string Removed = "removed";

    /// <summary>Its holder has another seat, which weighs as much as both now.</summary>
    public const string Merged = "merged";

    /// <summary>It was carried out before a return, and is not repeated.</summary>
    public const string DoneBefore = "done-before";
    public const string ByAdministrator = "by-administrator";
}
