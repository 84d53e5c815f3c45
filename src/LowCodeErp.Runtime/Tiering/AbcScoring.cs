using System.Numerics;
using LowCodeErp.Metadata.Tiering;

namespace LowCodeErp.Runtime.Tiering;

/// <summary>ABC by cumulative share of the amount. Shares are compared as whole amounts, so no rounding moves anybody across a line.</summary>
public static class AbcScoring
{
    private const int ShareUnits = 1_000_000;

    /// <param name="totals">In the order of the codes, which breaks ties: equal amounts follow each other by code.</param>
    public static AbcPlace[] Score(long[] totals, AbcDefinition settings)
    {
        ArgumentNullException.ThrowIfNull(totals);
        ArgumentNullException.ThrowIfNull(settings);
        var sum = SumOfPositive(totals);
        var (first, second) = (LastAmountOf(settings.FirstShare, sum, settings), LastAmountOf(settings.SecondShare, sum, settings));
        var places = new AbcPlace[totals.Length];
        Int128 before = 0;
        foreach (var index in LargestFirst(totals))
        {
            var including = before + Math.Max(totals[index], 0);
            var decisive = settings.BoundaryRule == BoundaryRule.Incl ? including : before;
            places[index] = totals[index] > 0 ? new(decisive <= first ? 0 : decisive <= second ? 1 : 2, ShareOf(including, sum)) : new(2, 1m);
            before = including;
        }

        return places;
    }

    public static Int128 SumOfPositive(IEnumerable<long> totals)
        => totals.Aggregate((Int128)0, (sum, total) => total > 0 ? sum + total : sum);

    private static int[] LargestFirst(long[] totals)
    {
        var order = Enumerable.Range(0, totals.Length).ToArray();
        Array.Sort(order, (one, other) => totals[other].CompareTo(totals[one]) is var byTotal && byTotal != 0 ? byTotal : one.CompareTo(other));
        return order;
    }

    /// <summary>The largest whole amount still on the better side: at most the share (<c>incl</c>), or less than it (<c>cross</c>).</summary>
    private static Int128 LastAmountOf(decimal share, Int128 sum, AbcDefinition settings)
    {
        var denominator = BigInteger.Pow(10, share.Scale);
        var numerator = (BigInteger)(share * (decimal)denominator) * (BigInteger)sum;
        return settings.BoundaryRule == BoundaryRule.Incl
            ? (Int128)(numerator / denominator)
            : (Int128)((numerator + denominator - 1) / denominator) - 1;
    }

    /// <summary>Rounded half up to six digits.</summary>
    private static decimal ShareOf(Int128 amount, Int128 sum) => (decimal)(((amount * 2 * ShareUnits) + sum) / (2 * sum)) / ShareUnits;
}
