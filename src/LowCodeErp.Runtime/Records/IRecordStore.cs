namespace LowCodeErp.Runtime.Records;

/// <summary>Where records are kept. Only <see cref="SavePipeline"/> writes through it.</summary>
public interface IRecordStore
{
    /// <summary>Begins a transaction. On SQLite this waits for the one writer before it.</summary>
    Task<IRecordTransaction> BeginAsync(CancellationToken cancellationToken = default);
}
