using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Tiering;

/// <param name="AsOf">The analysis date: orders up to it count, recency is counted to it.</param>
/// <param name="DryRun">Computes everything and stores nothing.</param>
public sealed record TierRunOptions(DateOnly AsOf, bool DryRun, Actor Actor);
