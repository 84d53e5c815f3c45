using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows;

/// <summary>What is stored of instances, for whoever only looks. Nobody's rights are asked here.</summary>
public interface IFlowQueries
{
    /// <summary>Null when there is no such instance.</summary>
    Task<FlowState?> FindAsync(long instanceId, CancellationToken cancellationToken = default);

    /// <summary>The oldest first; also of an instance that is gone.</summary>
    Task<IReadOnlyList<FlowHistory>> ReadHistoryAsync(long instanceId, CancellationToken cancellationToken = default);

    /// <summary>The instances of a record, the newest first.</summary>
    Task<IReadOnlyList<FlowInstance>> ListAsync(long recordId, CancellationToken cancellationToken = default);

    /// <summary>What stands in any of some to-do lists, the oldest first.</summary>
    /// <param name="asked">Names of lists, see <see cref="FlowTask.Asked"/>.</param>
    /// <param name="after">The last one of the page before; null for the first page.</param>
    Task<IReadOnlyList<FlowTask>> ReadTasksAsync(IReadOnlyCollection<string> asked, FlowTask? after, int take, CancellationToken cancellationToken = default);

    Task<int> CountTasksAsync(IReadOnlyCollection<string> asked, CancellationToken cancellationToken = default);
}
