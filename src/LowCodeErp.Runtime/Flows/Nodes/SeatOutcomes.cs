namespace LowCodeErp.Runtime.Flows.Nodes;

/// <summary>How a step is left that asks people. Permanent.</summary>
public static class SeatOutcomes
{
    public const string Approved = "approved";
    public const string Rejected = "rejected";
    public const string Completed = "completed";

    /// <summary>It sent the instance back.</summary>
    public const string Returned = "returned";
}
