namespace LowCodeErp.Runtime.Flows.Operations;

/// <summary>What people do with an instance. Words for them are in <c>FlowOperations.resx</c> of the portal.</summary>
public enum FlowOperation
{
    Approve,
    Reject,

    /// <summary>Of a handle step.</summary>
    Complete,
    SendBack,
    Transfer,

    /// <summary>委派.</summary>
    Entrust,
    AddBefore,
    AddAfter,
    AddBeside,
    RemoveSeats,
    Claim,
    Release,
    TakeBack,
    KeepDraft,
    Withdraw,
    Remind,
    Copy,

    /// <summary>By the initiator, of what came back to him.</summary>
    Resubmit,
}
