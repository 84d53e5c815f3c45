namespace LowCodeErp.Runtime.Tiering;

/// <summary>Stored tier runs, for pages and explanations.</summary>
public interface ITierRuns
{
    /// <summary>The run whose tiers are in force; null when the model was never run.</summary>
    Task<TierRunInfo?> FindLatestAsync(string model, CancellationToken cancellationToken = default);

    /// <summary>The tier in force of one record, for <see cref="TierExplanation"/>; code and title are blank. Null when it has none.</summary>
    Task<StoredTierResult?> FindAsync(string model, long subjectId, CancellationToken cancellationToken = default);

    /// <summary>Results of a run with the codes and titles that the records have now, largest amount first.</summary>
    /// <param name="tier">Null for all tiers.</param>
    Task<TierResultPage> ReadPageAsync(
        TierModel model, long runId, string? tier, int skip, int take, CancellationToken cancellationToken = default);
}
