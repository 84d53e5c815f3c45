using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.HandOvers;

/// <summary>Keeps what was handed over, and ends the accounts of leavers.</summary>
public interface IHandOverStore
{
    /// <summary>His sessions end too.</summary>
    Task DeactivateAsync(long memberId, IRecordTransaction transaction, CancellationToken cancellationToken);

    /// <param name="report">Its id does not matter.</param>
    /// <returns>The same with its id.</returns>
    Task<HandOverReport> KeepAsync(HandOver handOver, HandOverReport report, IRecordTransaction transaction, CancellationToken cancellationToken);

    /// <summary>Of one leaver, the latest first.</summary>
    Task<IReadOnlyList<HandOverReport>> ListAsync(long leaverId, CancellationToken cancellationToken);

    Task<HandOverReport?> FindAsync(long id, CancellationToken cancellationToken);
}
