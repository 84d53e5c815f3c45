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
}
