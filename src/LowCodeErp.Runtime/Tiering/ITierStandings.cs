using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Tiering;

/// <summary>Stored runs as pages show them, with their history, filters and order. Records that the actor may not see are left out of what it finds.</summary>
public interface ITierStandings
{
    /// <summary>The newest run of every model that was ever run.</summary>
    Task<IReadOnlyList<TierRunHeading>> ReadLatestAsync(CancellationToken cancellationToken = default);

    /// <summary>The runs of a model, newest first.</summary>
    Task<IReadOnlyList<TierRunHeading>> ReadHistoryAsync(string model, int take, CancellationToken cancellationToken = default);

    /// <summary>Null when there is no such run.</summary>
    Task<TierRunHeading?> FindAsync(long runId, CancellationToken cancellationToken = default);

    Task<TierStandingPage> ReadPageAsync(TierStandingQuery query, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>Reads without holding the result in memory: for exports.</summary>
    IAsyncEnumerable<TierStanding> StreamAsync(TierStandingQuery query, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>Where a record stood after the latest runs of a model, oldest first.</summary>
    Task<IReadOnlyList<TierTrajectoryPoint>> ReadTrajectoryAsync(
        TierModel model, long recordId, int take, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>How many records went from which tier to which, the largest groups first.</summary>
    Task<IReadOnlyList<TierMoveCount>> CountMovesAsync(long runId, CancellationToken cancellationToken = default);
}
