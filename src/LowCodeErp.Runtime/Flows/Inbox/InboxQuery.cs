namespace LowCodeErp.Runtime.Flows.Inbox;

/// <summary>A page of a member's list.</summary>
/// <param name="MemberId">Whose list it is.</param>
/// <param name="Asked">The to-do lists that he sees (<see cref="Access.MemberAccess.Asked"/>).</param>
/// <param name="Now">In UTC; the same for all pages, so that what becomes overdue meanwhile is not shown twice.</param>
public sealed record InboxQuery(InboxList List, long MemberId, IReadOnlyCollection<string> Asked, DateTime Now)
{
    public const int LongestSearch = 100;

    /// <summary>Key of a flow; null for all.</summary>
    public string? Flow { get; init; }

    /// <summary>A part of the title; null for all.</summary>
    public string? Search { get; init; }

    /// <summary>Whether only instances count that have not ended; in the list of tasks, only those that are overdue.</summary>
    public bool OnlyOpen { get; init; }

    /// <summary>The last line of the page before; null for the first page.</summary>
    public InboxEntry? After { get; init; }

    public int Take { get; init; } = 30;
}
