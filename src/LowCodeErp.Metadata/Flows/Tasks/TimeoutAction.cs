namespace LowCodeErp.Metadata.Flows.Tasks;

/// <summary>What happens when somebody does not act in time.</summary>
public enum TimeoutAction
{
    Remind,

    /// <summary>To the superior of whoever holds it.</summary>
    Escalate,

    /// <summary>To a named member.</summary>
    Transfer,
    Approve,
    Reject,

    /// <summary>Back to the initiator.</summary>
    Return,
}
