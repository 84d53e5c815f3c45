using System.Globalization;
using LowCodeErp.Runtime.Tiering;
using Xunit;

namespace LowCodeErp.Specifications.ReferenceData;

/// <summary>Every row of a run against the published answers: metrics, then scores or tiers.</summary>
public static class ReferenceComparison
{
    /// <param name="suffix">Of the columns of the tie rule: <c>_q</c>, <c>_r</c> or <c>_n</c>.</param>
    public static void AssertScoresEqual(ReferenceSet set, IReadOnlyList<TierResult> results, string suffix)
        => AssertEqual(set, results, ["r" + suffix, "f" + suffix, "m" + suffix], result => [
            $"{result.Rfm!.Value.Recency}", $"{result.Rfm.Value.Frequency}", $"{result.Rfm.Value.Monetary}"]);

    /// <param name="column">Of the boundary rule: <c>abc_incl</c> or <c>abc_cross</c>.</param>
    public static void AssertTiersEqual(ReferenceSet set, IReadOnlyList<TierResult> results, string column)
        => AssertEqual(set, results, ["cum_share", column], result => [
            result.Share!.Value.ToString("0.000000", CultureInfo.InvariantCulture), result.Tier]);

    private static void AssertEqual(ReferenceSet set, IReadOnlyList<TierResult> results, string[] columns, Func<TierResult, string[]> read)
    {
        string[] all = ["first_date", "last_date", "recency_days", "orders", "total", .. columns];
        Assert.Equal(set.Answers.Count, results.Count);
        foreach (var result in results)
        {
            var expected = set.Answers[result.Metrics.Code];
            Assert.Equal(all.Select(column => expected[column]), [.. ReadMetrics(result), .. read(result)]);
        }
    }

    private static string[] ReadMetrics(TierResult result) => [
        $"{result.Metrics.FirstDate:yyyy-MM-dd}", $"{result.Metrics.LastDate:yyyy-MM-dd}", $"{result.RecencyDays}", $"{result.Metrics.Orders}",
        result.Amount.ToString(CultureInfo.InvariantCulture)];
}
