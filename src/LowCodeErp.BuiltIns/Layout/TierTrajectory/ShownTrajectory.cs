using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.BuiltIns.Layout.TierTrajectory;

/// <summary>Where a record stood, by one model.</summary>
/// <param name="MayRun">Whether whoever looks may run the model.</param>
public sealed record ShownTrajectory(TierModel Model, IReadOnlyList<TierTrajectoryPoint> Points, bool MayRun);
