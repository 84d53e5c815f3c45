namespace LowCodeErp.Metadata.Flows;

/// <summary>What becomes of the open branches of a parallel block that is done.</summary>
public enum FlowRemainder
{
    /// <summary>Their tasks are closed and their timers removed.</summary>
    Cancel,

    /// <summary>They go on and hold nothing up; the instance ends when they have.</summary>
    Leave,
}
