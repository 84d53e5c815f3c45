namespace LowCodeErp.Runtime.Flows.State;

/// <summary>Where a seat stands. Stored by name.</summary>
public enum SeatStatus
{
    /// <summary>Its turn has not come: one after the other, or behind seats that were added before it.</summary>
    Waiting,

    /// <summary>Somebody is asked: this is what an inbox shows.</summary>
    Open,

    Approved,
    Rejected,

    /// <summary>Of a handle node.</summary>
    Completed,

    /// <summary>It sent the instance back.</summary>
    Returned,

    /// <summary>The decision fell without it.</summary>
    Cancelled,

    /// <summary>减签.</summary>
    Removed,

    /// <summary>A policy decided that nobody need be asked; <see cref="FlowSeat.Reason"/> says which.</summary>
    Skipped,
}
