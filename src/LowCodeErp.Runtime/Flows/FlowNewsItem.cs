using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows;

/// <summary>An instance has changed.</summary>
/// <param name="Asked">The to-do lists from which a task went, or into which one came.</param>
public sealed record FlowNewsItem(long InstanceId, long? InitiatorId, IReadOnlySet<string> Asked)
{
    internal static FlowNewsItem Of(FlowChange change)
    {
        var (before, after) = (change.Before is null ? [] : FlowTasks.Of(change.Before).ToHashSet(), FlowTasks.Of(change.After).ToHashSet());
        before.SymmetricExceptWith(after);
        return new(change.After.Instance.Id, change.After.Instance.InitiatorId, before.Select(task => task.Asked).ToHashSet(StringComparer.Ordinal));
    }
}
