using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Tiering;

/// <summary>A run as it is to be stored.</summary>
/// <param name="StartedAt">In UTC, as <paramref name="FinishedAt"/>.</param>
public sealed record TierRunRecord(
    TierModel Model, TierSummary Summary, IReadOnlyList<TierResult> Results, Actor Actor, DateTime StartedAt, DateTime FinishedAt);
