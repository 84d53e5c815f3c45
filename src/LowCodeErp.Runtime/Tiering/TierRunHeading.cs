namespace LowCodeErp.Runtime.Tiering;

/// <summary>A stored run, without its rows.</summary>
/// <param name="FinishedAt">In UTC.</param>
/// <param name="ActorName">Null when the system itself ran it.</param>
/// <param name="Records">How many records got a tier.</param>
public sealed record TierRunHeading(long Id, string Model, DateTime FinishedAt, string? ActorName, int Records, TierSummary Summary);
