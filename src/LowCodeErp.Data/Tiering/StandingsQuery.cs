using System.Linq.Expressions;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Queries;
using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.Data.Tiering;

/// <summary>The rows of a run, joined with the records with which the actor may do what they are read for; filtered, sorted and cut in the database.</summary>
internal sealed class StandingsQuery(ReadSession session, WorkspaceContext context, TierStandingQuery query)
{
    public IQueryable<StandingRow> Find()
    {
        var rows = Join();
        if (query.RecordId is { } id)
        {
            rows = rows.Where(row => row.SubjectId == id);
        }

        if (query.Tier is { } tier)
        {
            rows = rows.Where(row => row.Tier == tier);
        }

        if (query.OnlyMoved)
        {
            rows = rows.Where(row => row.ChangeId != null);
        }

        return string.IsNullOrWhiteSpace(query.Search) ? rows : rows.Where(Contains(query.Search.Trim()));
    }

    /// <summary>The asked part of what was found, in its order.</summary>
    public IQueryable<StandingRow> Page(IQueryable<StandingRow> found)
    {
        var rows = Sort(found).ThenBy(row => row.Code).ThenBy(row => row.SubjectId).Skip(query.Skip);
        return query.Take is { } take ? rows.Take(take) : rows;
    }

    private IQueryable<StandingRow> Join()
    {
        var subjects = SubjectName.Of(query.Model.Form, session.Allowed(query.Model.Form, query.Operation));
        var runId = query.RunId;
        var changes = context.Set<TierChange>().Where(change => change.RunId == runId);
        return from result in context.Set<Platform.TierResult>()
               where result.RunId == runId
               join subject in subjects on result.SubjectId equals subject.Id
               join change in changes on result.SubjectId equals change.SubjectId into moves
               from move in moves.DefaultIfEmpty()
               select new StandingRow
               {
                   SubjectId = result.SubjectId,
                   Code = subject.Code,
                   Title = subject.Title,
                   Tier = result.Tier,
                   Score = result.Score,
                   Recency = result.R,
                   Frequency = result.F,
                   Monetary = result.M,
                   Share = result.Share,
                   RecencyDays = result.RecencyDays,
                   Orders = result.Orders,
                   Amount = result.Amount,
                   FirstDate = result.FirstDate,
                   LastDate = result.LastDate,
                   ChangeId = move == null ? null : move.Id,
                   FromTier = move == null ? null : move.FromTier,
               };
    }

    private static Expression<Func<StandingRow, bool>> Contains(string text)
    {
        var row = Expression.Parameter(typeof(StandingRow), "row");
        var code = TextMatch.Contains(Expression.Property(row, nameof(StandingRow.Code)), text);
        var title = TextMatch.Contains(Expression.Property(row, nameof(StandingRow.Title)), text);
        return Expression.Lambda<Func<StandingRow, bool>>(Expression.OrElse(code, title), row);
    }

    private IOrderedQueryable<StandingRow> Sort(IQueryable<StandingRow> rows) => query.Sort switch
    {
        TierStandingColumn.Code => By(rows, row => row.Code),
        TierStandingColumn.Title => By(rows, row => row.Title),
        TierStandingColumn.Tier => By(rows, RankOfTier()),
        TierStandingColumn.Score => By(rows, row => row.Score),
        TierStandingColumn.Recency => By(rows, row => row.Recency),
        TierStandingColumn.Frequency => By(rows, row => row.Frequency),
        TierStandingColumn.Monetary => By(rows, row => row.Monetary),
        TierStandingColumn.Share => By(rows, row => row.Share),
        TierStandingColumn.RecencyDays => By(rows, row => row.RecencyDays),
        TierStandingColumn.Orders => By(rows, row => row.Orders),
        TierStandingColumn.Amount => By(rows, row => row.Amount),
        TierStandingColumn.FirstDate => By(rows, row => row.FirstDate),
        TierStandingColumn.LastDate => By(rows, row => row.LastDate),
        _ => throw new ArgumentOutOfRangeException(nameof(rows), query.Sort, "Unknown column."),
    };

    private IOrderedQueryable<StandingRow> By<TValue>(IQueryable<StandingRow> rows, Expression<Func<StandingRow, TValue>> value)
    {
        if (default(TValue) is not null)
        {
            return query.Descending ? rows.OrderByDescending(value) : rows.OrderBy(value);
        }

        var isBlank = Expression.Lambda<Func<StandingRow, bool>>(
            Expression.Equal(value.Body, Expression.Constant(null, typeof(TValue))), value.Parameters);
        var filledFirst = rows.OrderBy(isBlank);
        return query.Descending ? filledFirst.ThenByDescending(value) : filledFirst.ThenBy(value);
    }

    /// <summary>Best tier first, in the order of the model; keys may be anything.</summary>
    private Expression<Func<StandingRow, int>> RankOfTier()
    {
        var row = Expression.Parameter(typeof(StandingRow), "row");
        var tier = Expression.Property(row, nameof(StandingRow.Tier));
        return Expression.Lambda<Func<StandingRow, int>>(TierRank.Of(tier, query.Model.Tiers), row);
    }
}
