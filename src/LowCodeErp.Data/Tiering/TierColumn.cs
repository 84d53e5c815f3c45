using System.Linq.Expressions;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Queries;
using LowCodeErp.Runtime.Tiering;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Tiering;

/// <summary>
/// What fields of tiers show, as expressions on a row, which stand wherever a column could: subqueries by the keys of the platform's tables, so that a
/// list looks up no more than it shows.
/// </summary>
internal sealed class TierColumn(WorkspaceContext context, TierReading reading)
{
    private readonly string _model = reading.Model;
    private readonly DbSet<TierCurrent> _current = context.Set<TierCurrent>();
    private readonly DbSet<TierChange> _changes = context.Set<TierChange>();
    private readonly DbSet<Platform.TierResult> _results = context.Set<Platform.TierResult>();
    private readonly DbSet<TierRun> _runs = context.Set<TierRun>();

    public Expression Of(Expression row) => Substitution.Apply(Read(), FormRows.Id(row));

    private LambdaExpression Read()
    {
        var (model, current, changes) = (_model, _current, _changes);
        return reading.Aspect switch
        {
            TierAspect.Tier => (Expression<Func<long, string?>>)(id => current
                .Where(tier => tier.Model == model && tier.SubjectId == id).Select(tier => tier.Tier).FirstOrDefault()),
            TierAspect.Previous => (Expression<Func<long, string?>>)(id => changes
                .Where(change => change.Model == model && change.SubjectId == id).OrderByDescending(change => change.Id).Select(change => change.FromTier).FirstOrDefault()),
            TierAspect.Move => Move(),
            TierAspect.ChangedOn => ChangedOn(),
            TierAspect.Score => Score(),
            _ => throw new ArgumentOutOfRangeException(nameof(reading), reading.Aspect, "Unknown aspect."),
        };
    }

    private Expression<Func<long, string?>> Move()
    {
        var (model, changes, move) = (_model, _changes, TierRank.Move(reading.Tiers));
        return id => changes
            .Where(change => change.Model == model && change.SubjectId == id).OrderByDescending(change => change.Id).Select(move).FirstOrDefault();
    }

    private Expression<Func<long, DateOnly?>> ChangedOn()
    {
        var (model, changes, runs) = (_model, _changes, _runs);
        return id => (from change in changes
                      where change.Model == model && change.SubjectId == id
                      join run in runs on change.RunId equals run.Id
                      orderby change.Id descending
                      select (DateOnly?)run.AsOf).FirstOrDefault();
    }

    private Expression<Func<long, decimal?>> Score()
    {
        var (model, current, results) = (_model, _current, _results);
        return id => (from tier in current
                      where tier.Model == model && tier.SubjectId == id
                      join result in results on new { tier.RunId, tier.SubjectId } equals new { result.RunId, result.SubjectId }
                      select result.Score).FirstOrDefault();
    }
}
