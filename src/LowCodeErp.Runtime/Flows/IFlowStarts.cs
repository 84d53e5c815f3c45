using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Flows;

/// <summary>Instances that are to begin, and when schedules are due. Any number of nodes ask at the same time.</summary>
public interface IFlowStarts
{
    /// <summary>Those to be tried now, the longest due first.</summary>
    /// <param name="now">In UTC.</param>
    Task<IReadOnlyList<PendingStart>> FindDueAsync(DateTime now, int take, CancellationToken cancellationToken);

    /// <summary>It has begun, or its reason is gone.</summary>
    Task SettleAsync(PendingStart start, CancellationToken cancellationToken);

    /// <summary>Keeps why it could not begin, and when it is tried again.</summary>
    Task PutOffAsync(PendingStart start, CancellationToken cancellationToken);

    Task<IReadOnlyList<FlowSchedule>> ReadSchedulesAsync(CancellationToken cancellationToken);

    /// <summary>Does nothing where another node has added it.</summary>
    Task AddScheduleAsync(FlowSchedule schedule, CancellationToken cancellationToken);

    Task RemoveScheduleAsync(FlowSchedule schedule, CancellationToken cancellationToken);

    /// <param name="nextAt">In UTC; null when there is no next time, and it is removed.</param>
    /// <returns>False when another node was faster: it begins the instances.</returns>
    Task<bool> MoveScheduleAsync(FlowSchedule schedule, DateTime? nextAt, IRecordTransaction transaction, CancellationToken cancellationToken);
}
