namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>
/// One step of <see cref="SavePipeline"/>. It works on a whole batch at once, never record by record against the database,
/// and reports problems on the records instead of throwing.
/// </summary>
internal interface ISaveStep
{
    Task RunAsync(SaveBatch batch, CancellationToken cancellationToken);
}
