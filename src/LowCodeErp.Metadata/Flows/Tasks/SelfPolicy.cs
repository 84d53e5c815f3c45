namespace LowCodeErp.Metadata.Flows.Tasks;

/// <summary>审批人=发起人: what happens where the initiator would decide on his own matter (rule 38).</summary>
public enum SelfPolicy
{
    /// <summary>He does, where the flow names him; that others hand the decision to him is refused.</summary>
    Decide,

    /// <summary>His seat is left out; the others decide.</summary>
    Skip,

    /// <summary>His superior decides.</summary>
    Superior,

    /// <summary>The head of his department decides; if he is that himself, the one above.</summary>
    DepartmentHead,

    /// <summary>It is refused; where it turns out without anybody acting, there is an incident.</summary>
    Forbid,
}
