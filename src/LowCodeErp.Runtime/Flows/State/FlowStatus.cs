namespace LowCodeErp.Runtime.Flows.State;

/// <summary>Where an instance stands. Stored by name.</summary>
public enum FlowStatus
{
    /// <summary>Prepared, not yet submitted.</summary>
    Draft,

    Running,

    /// <summary>Returned to its initiator, who edits and submits it again (rule 24).</summary>
    Returned,

    Approved,
    Rejected,

    /// <summary>Taken back by its initiator (rule 30).</summary>
    Withdrawn,

    /// <summary>Ended by an administrator (rule 35).</summary>
    Terminated,
}
