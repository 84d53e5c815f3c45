namespace LowCodeErp.Metadata.Flows;

/// <summary>What may be changed of a record while an instance runs.</summary>
public enum FlowRecordAccess
{
    /// <summary>Only by whoever has a task of the flow, as far as its step lets him.</summary>
    Locked,

    /// <summary>By everybody who may change it otherwise.</summary>
    Latest,

    /// <summary>As <see cref="Latest"/>; but what each approver decided upon is kept, whatever becomes of the record.</summary>
    Snapshot,
}
