using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Inbox;

/// <summary>
/// What concerns a member among the instances of flows. Every list is bound to the member it is read for, so that nobody's rights are asked; each is one
/// statement over an index that begins with him, however many instances there are.
/// </summary>
public interface IInbox
{
    Task<IReadOnlyList<InboxEntry>> ReadAsync(InboxQuery query, CancellationToken cancellationToken = default);

    Task<InboxCounts> CountAsync(long memberId, IReadOnlyCollection<string> asked, DateTime now, CancellationToken cancellationToken = default);

    /// <summary>The open tasks of some instances, by which a list shows who has them now.</summary>
    Task<ILookup<long, FlowTask>> ReadOpenAsync(IReadOnlyCollection<long> instanceIds, CancellationToken cancellationToken = default);

    /// <summary>What the member was told of an instance counts as read.</summary>
    Task MarkReadAsync(long memberId, long instanceId, DateTime now, CancellationToken cancellationToken = default);
}
