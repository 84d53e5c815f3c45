namespace LowCodeErp.Runtime.Tiering;

/// <param name="Stored">Null after a dry run.</param>
/// <param name="Results">In the order of the codes.</param>
public sealed record TierRunResult(StoredTierRun? Stored, TierSummary Summary, IReadOnlyList<TierResult> Results);
