namespace LowCodeErp.Runtime.Flows.State;

/// <summary>Where a timer stands. Stored by name.</summary>
public enum TimerStatus
{
    Open,

    /// <summary>It stands still; <see cref="FlowTimer.Remaining"/> is kept.</summary>
    Frozen,

    Fired,
    Cancelled,
}
