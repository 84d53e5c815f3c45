namespace LowCodeErp.Runtime.Flows.State;

/// <summary>A moment at which something happens by itself. A row of ours; whatever wakes the scanner may be late or lost (flows.md 2.1-7).</summary>
public sealed record FlowTimer
{
    /// <summary>Within its instance.</summary>
    public required int Id { get; init; }

    public required int ScopeId { get; init; }

    /// <summary>Of its scope, when the timer was made.</summary>
    public int Generation { get; init; } = 1;

    /// <summary>Null for a timer of the whole block.</summary>
    public int? SeatId { get; init; }

    /// <summary>What is due: <c>delay</c>, <c>timeout</c> …; the node knows.</summary>
    public required string Kind { get; init; }

    /// <summary>Of several steps of a timeout, from 0.</summary>
    public int Step { get; init; }

    /// <summary>In UTC; of a frozen timer what it was.</summary>
    public required DateTime DueAt { get; init; }

    /// <summary>Whether time counts by the working calendar.</summary>
    public bool IsWorkingTime { get; init; }

    /// <summary>What was left when it was frozen, in working time where that counts; null unless it is frozen.</summary>
    public TimeSpan? Remaining { get; init; }

    public TimerStatus Status { get; init; } = TimerStatus.Open;
}
