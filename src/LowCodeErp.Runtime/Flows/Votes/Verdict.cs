namespace LowCodeErp.Runtime.Flows.Votes;

/// <summary>What one seat says.</summary>
public enum Verdict
{
    Undecided,
    Approved,
    Rejected,
}
