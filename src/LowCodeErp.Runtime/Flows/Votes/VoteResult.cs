namespace LowCodeErp.Runtime.Flows.Votes;

/// <summary>What several votes come to.</summary>
public enum VoteResult
{
    Undecided,
    Passed,
    Failed,

    /// <summary>There is nobody to vote.</summary>
    Empty,
}
