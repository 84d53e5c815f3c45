using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>How many rows there are, as far as it is worth counting.</summary>
internal static class RowCount
{
    /// <summary>Estimates are given with so many digits.</summary>
    private const int Digits = 2;

    private const int Runs = 200;
    private const int IdsOfRun = 20;

    /// <summary>Its multiples are spread most evenly between whole numbers.</summary>
    private const double GoldenRatio = 0.6180339887498949;

    public static async Task<(int Count, bool IsEstimate)> ReadAsync(ReadSession session, IQueryable<Row> found, int most, CancellationToken cancellationToken)
    {
        var counted = await session.RunAsync(ReadSession.Cut(found, nameof(Queryable.Take), most + 1).CountAsync, cancellationToken);
        return counted <= most ? (counted, false) : (await EstimateAsync(session, found, most, cancellationToken), true);
    }

    /// <summary>
    /// From how many of some records, spread evenly over all that there are, are among those that were found. Walking through what was found would
    /// cost the more the more it is.
    /// </summary>
    private static async Task<int> EstimateAsync(ReadSession session, IQueryable<Row> found, int most, CancellationToken cancellationToken)
    {
        var row = RowExpressions.NewRow();
        var ids = Expression.Lambda<Func<Row, long>>(FormRows.Id(row), row);
        var all = RowSource.Of(found);
        var first = await session.RunAsync(token => all.MinAsync(ids, token), cancellationToken);
        var last = await session.RunAsync(token => all.MaxAsync(ids, token), cancellationToken);
        var sample = SampleOf(first, last);
        // Cut, so that the database looks these up before it asks the conditions of them.
        var looked = ReadSession.Cut(RowExpressions.Where(all, row, RowExpressions.Holds(RowExpressions.Items(sample), FormRows.Id(row))), nameof(Queryable.Take), sample.Length);
        var met = await session.RunAsync(RowSource.Replace(found, looked).CountAsync, cancellationToken);
        return Round(Math.Max(most + 1, (double)met / sample.Length * (last - first + 1)));
    }

    /// <summary>Runs of ids, since neighbours lie together; a run begins anywhere within its part, so that no pattern in the records can keep step with them.</summary>
    private static long[] SampleOf(long first, long last)
    {
        var part = (last - first + 1) / (double)Runs;
        return [.. Enumerable.Range(0, Runs)
            .SelectMany(run => Enumerable.Range(0, IdsOfRun).Select(step => first + (long)((run + (run * GoldenRatio % 1)) * part) + step))
            .Where(id => id <= last).Distinct()];
    }

    private static int Round(double count)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(count)) + 1 - Digits);
        return (int)Math.Min(int.MaxValue, Math.Round(count / unit) * unit);
    }
}
