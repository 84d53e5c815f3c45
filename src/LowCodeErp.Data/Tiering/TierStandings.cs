using System.Data.Common;
using System.Runtime.CompilerServices;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Tiering;

/// <summary>Reads the runs that <see cref="TierData"/> has stored.</summary>
public sealed class TierStandings(
    WorkspaceConnections connections, WorkspaceContextFactory contexts, PlatformContextFactory platformContexts, IWorkspace workspace, IAccess access) : ITierStandings
{
    public Task<IReadOnlyList<TierRunHeading>> ReadLatestAsync(CancellationToken cancellationToken = default)
        => ReadAsync(runs => runs.Where(run => !runs.Any(later => later.Model == run.Model && later.Id > run.Id)), cancellationToken);

    public Task<IReadOnlyList<TierRunHeading>> ReadHistoryAsync(string model, int take, CancellationToken cancellationToken = default)
        => ReadAsync(runs => runs.Where(run => run.Model == model).OrderByDescending(run => run.Id).Take(take), cancellationToken);

    public async Task<TierRunHeading?> FindAsync(long runId, CancellationToken cancellationToken = default)
        => (await ReadAsync(runs => runs.Where(run => run.Id == runId), cancellationToken)).SingleOrDefault();

    public async Task<TierStandingPage> ReadPageAsync(TierStandingQuery query, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = contexts.On(connection, workspace.Current);
        await using var session = Open(connection, context, await access.OfAsync(actor, cancellationToken));
        var standings = new StandingsQuery(session, context, query);
        var found = standings.Find();
        var rows = await standings.Page(found).ToListAsync(cancellationToken);
        return new([.. rows.Select(row => row.ToStanding(query.Model.Source.Scale))], await found.CountAsync(cancellationToken));
    }

    public async IAsyncEnumerable<TierStanding> StreamAsync(
        TierStandingQuery query, Actor actor, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = contexts.On(connection, workspace.Current);
        await using var session = Open(connection, context, await access.OfAsync(actor, cancellationToken));
        var standings = new StandingsQuery(session, context, query);
        await foreach (var row in standings.Page(standings.Find()).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return row.ToStanding(query.Model.Source.Scale);
        }
    }

    public async Task<IReadOnlyList<TierTrajectoryPoint>> ReadTrajectoryAsync(
        TierModel model, long recordId, int take, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = contexts.On(connection, workspace.Current);
        await using var session = Open(connection, context, await access.OfAsync(actor, cancellationToken));
        var points = await new TrajectoryQuery(session, context, model).Find(recordId).Take(take).ToListAsync(cancellationToken);
        points.Reverse();
        return points;
    }

    public async Task<IReadOnlyList<TierMoveCount>> CountMovesAsync(long runId, CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var platform = platformContexts.On(connection);
        var groups = await platform.TierChanges.Where(change => change.RunId == runId)
            .GroupBy(change => new { change.FromTier, change.ToTier })
            .Select(moves => new { moves.Key.FromTier, moves.Key.ToTier, Count = moves.Count() })
            .ToListAsync(cancellationToken);
        return [.. groups.Select(move => new TierMoveCount(move.FromTier, move.ToTier, move.Count))
            .OrderByDescending(move => move.Records).ThenBy(move => move.From, StringComparer.Ordinal).ThenBy(move => move.To, StringComparer.Ordinal)];
    }

    private ReadSession Open(DbConnection connection, WorkspaceContext context, MemberAccess viewer)
        => new(connection, context, connections.Target.Provider, viewer.Evaluation, viewer);

    private async Task<IReadOnlyList<TierRunHeading>> ReadAsync(Func<IQueryable<TierRun>, IQueryable<TierRun>> choose, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var platform = platformContexts.On(connection);
        var runs = await (from run in choose(platform.TierRuns.AsNoTracking().Where(run => run.FinishedAt != null))
                          join member in platform.Users on run.ActorId equals member.Id into members
                          from member in members.DefaultIfEmpty()
                          orderby run.Id descending
                          select new { Run = run, ActorName = member == null ? null : member.DisplayName == "" ? member.UserName : member.DisplayName })
            .ToListAsync(cancellationToken);
        return [.. runs.Select(found => ToInfo(found.Run, found.ActorName))];
    }

    private static TierRunHeading ToInfo(TierRun run, string? actorName) => new(
        run.Id, run.Model, run.FinishedAt!.Value, actorName, run.Subjects,
        new(TierSettings.FromJson(run.Settings), TierFindings.FromJson(run.Edges)));
}
