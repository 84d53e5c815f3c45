namespace LowCodeErp.Runtime.Flows.Inbox;

/// <summary>How much waits for a member.</summary>
/// <param name="TasksByFlow">By key of the flow; flows without tasks are left out.</param>
/// <param name="Overdue">Of the tasks.</param>
/// <param name="UnreadCopies">Copies that he has not looked at.</param>
public sealed record InboxCounts(IReadOnlyDictionary<string, int> TasksByFlow, int Overdue, int UnreadCopies)
{
    public static InboxCounts None { get; } = new(new Dictionary<string, int>(), 0, 0);

    public int Tasks => TasksByFlow.Values.Sum();
}
