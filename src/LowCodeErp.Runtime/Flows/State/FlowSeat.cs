using System.Collections.Immutable;

namespace LowCodeErp.Runtime.Flows.State;

/// <summary>A place at which somebody decides. Rules on several people count seats, not persons (rule 3).</summary>
public sealed record FlowSeat
{
    /// <summary>Within its instance.</summary>
    public required int Id { get; init; }

    public required int ScopeId { get; init; }

    /// <summary>Of its scope, when the seat was made.</summary>
    public int Generation { get; init; } = 1;

    /// <summary>From 0; seats that are asked one after the other are asked in this order.</summary>
    public decimal Order { get; init; }

    /// <summary>At votes by weight; above 0.</summary>
    public decimal Weight { get; init; } = 1;

    public bool HasVeto { get; init; }

    /// <summary>一票通过.</summary>
    public bool HasFiat { get; init; }

    public SeatOrigin Origin { get; init; }

    /// <summary>The seat that added it; null for one of the model.</summary>
    public int? AddedById { get; init; }

    /// <summary>How the seats decide that were added together with it; null for one of the model.</summary>
    public string? AddedMode { get; init; }

    /// <summary>Whose decision it is; null while a group has not claimed it.</summary>
    public long? PrincipalId { get; init; }

    /// <summary>Who is asked now; null while a group has not claimed it.</summary>
    public long? HolderId { get; init; }

    /// <summary>Who may claim it, as <c>role:app/key</c>, <c>department:12</c> or <c>members</c> of the list below; null for a seat of one person.</summary>
    public string? Group { get; init; }

    /// <summary>Who may claim it where the group was frozen.</summary>
    public ImmutableArray<long> Candidates { get; init; } = [];

    public SeatStatus Status { get; init; } = SeatStatus.Waiting;

    /// <summary>Why it stands as it does, where nobody decided: a code of <see cref="FlowReasons"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>Transfers and delegations, the first one first.</summary>
    public ImmutableArray<SeatHandover> Chain { get; init; } = [];

    /// <summary>To whom a delegated seat returns, the next one last (rule 11).</summary>
    public ImmutableArray<long> Delegators { get; init; } = [];

    public string? Opinion { get; init; }

    /// <summary>Of a file of the workspace; null for none.</summary>
    public long? SignatureId { get; init; }

    /// <summary>In UTC; null until it was its turn.</summary>
    public DateTime? OpenedAt { get; init; }

    /// <summary>In UTC; null until its holder looked at it.</summary>
    public DateTime? ReadAt { get; init; }

    /// <summary>In UTC; null until it was decided.</summary>
    public DateTime? DecidedAt { get; init; }

    /// <summary>Who acted; null while nobody has, and where the system did.</summary>
    public long? DecidedById { get; init; }

    /// <summary>Of the record, as it was decided upon; null where nothing of the flow depends on it.</summary>
    public long? RecordVersion { get; init; }

    public int Reminders { get; init; }

    /// <summary>In UTC.</summary>
    public DateTime? RemindedAt { get; init; }

    /// <summary>The round of the instance in which it was decided (rule 39).</summary>
    public int Round { get; init; }
}
