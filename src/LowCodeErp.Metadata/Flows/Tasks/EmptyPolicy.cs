namespace LowCodeErp.Metadata.Flows.Tasks;

/// <summary>审批人为空: what happens where nobody is found (rule 37).</summary>
public enum EmptyPolicy
{
    /// <summary>The administrators of the approval are asked.</summary>
    Administrators,

    /// <summary>The step counts as approved.</summary>
    Pass,

    /// <summary>The step counts as rejected.</summary>
    Reject,

    /// <summary>Named members are asked.</summary>
    Members,

    /// <summary>The initiator's superior is asked.</summary>
    Superior,

    /// <summary>It cannot be submitted; where it turns out later, there is an incident.</summary>
    RefuseSubmission,

    /// <summary>An administrator has to see to it.</summary>
    Incident,
}
