using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.Metadata.Flows.Tasks;

/// <summary>A step at which people approve or reject.</summary>
public sealed record ApprovalSettings : TaskSettings
{
    /// <summary>Of <see cref="SeatMode.Vote"/>.</summary>
    public VoteThreshold? Threshold { get; init; }

    /// <summary>Whether all votes are waited for even when the result is certain.</summary>
    public bool CollectAll { get; init; }

    /// <summary>Of <see cref="SeatMode.Any"/>: whether all have to reject; otherwise whoever acts first decides.</summary>
    public bool AllMustReject { get; init; }

    public SelfPolicy WhenSelf { get; init; } = SelfPolicy.Decide;

    public DuplicatePolicy Duplicates { get; init; } = DuplicatePolicy.None;

    public RejectionPolicy OnReject { get; init; } = RejectionPolicy.End;

    /// <summary>Of <see cref="RejectionPolicy.Block"/>.</summary>
    [BlockKey]
    public string? RejectTo { get; init; }
}
