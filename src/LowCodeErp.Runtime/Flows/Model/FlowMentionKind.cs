namespace LowCodeErp.Runtime.Flows.Model;

/// <summary>What a flow names that is no part of any app.</summary>
public enum FlowMentionKind
{
    /// <summary>By user name.</summary>
    Member,

    /// <summary>By code, path or name.</summary>
    Department,
}
