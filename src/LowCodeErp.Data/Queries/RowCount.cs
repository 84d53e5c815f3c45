using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>How many rows there are, as far as it is worth counting.</summary>
internal static class RowCount
{
    /// <summary>Estimates are given with so many digits.</summary>
    private const int Digits = 2;

    public static async Task<(int Count, bool IsEstimate)> ReadAsync(ReadSession session, IQueryable<Row> found, int most, CancellationToken cancellationToken)
    {
        var counted = await session.RunAsync(ReadSession.Cut(found, nameof(Queryable.Take), most + 1).CountAsync, cancellationToken);
        return counted <= most ? (counted, false) : (await EstimateAsync(session, found, most, cancellationToken), true);
    }

    /// <summary>Ids are given out one after the other: from how far the first rows reach follows how many there are until the last.</summary>
    private static async Task<int> EstimateAsync(ReadSession session, IQueryable<Row> found, int most, CancellationToken cancellationToken)
    {
        var row = RowExpressions.NewRow();
        var ids = Expression.Lambda<Func<Row, long>>(FormRows.Id(row), row);
        var first = await session.RunAsync(token => found.MinAsync(ids, token), cancellationToken);
        var last = await session.RunAsync(token => found.MaxAsync(ids, token), cancellationToken);
        var reached = await session.RunAsync(ReadSession.Cut(RowOrder.By(found, row, FormRows.Id(row)), nameof(Queryable.Skip), most).Select(ids).FirstAsync, cancellationToken);
        return Round(Math.Max(most + 1, most * ((double)(last - first + 1) / (reached - first + 1))));
    }

    private static int Round(double count)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(count)) + 1 - Digits);
        return (int)Math.Min(int.MaxValue, Math.Round(count / unit) * unit);
    }
}
