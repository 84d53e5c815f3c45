namespace LowCodeErp.Metadata.Flows;

/// <summary>What may be changed of a record while an instance runs.</summary>
public enum FlowRecordAccess
{
    /// <summary>Only through the tasks of the flow, as far as their nodes allow. The tasks show the record as it is.</summary>
    Locked,

    /// <summary>By everybody who may change it otherwise. The tasks show the record as it is.</summary>
    Latest,

    /// <summary>As <see cref="Latest"/>; but the tasks show the record, and conditions read it, as it was submitted.</summary>
    Snapshot,
}
