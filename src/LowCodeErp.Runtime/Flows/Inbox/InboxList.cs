namespace LowCodeErp.Runtime.Flows.Inbox;

/// <summary>The lists in which a member finds instances of flows that concern him.</summary>
public enum InboxList
{
    /// <summary>待办: what he is asked now. What is overdue comes first, then what has waited longest.</summary>
    ToDo,

    /// <summary>已办: what he did, the latest first.</summary>
    Done,

    /// <summary>我发起: what he began, the latest first.</summary>
    Mine,

    /// <summary>抄送: what he got a copy of, the latest first.</summary>
    Copies,
}
