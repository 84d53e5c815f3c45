using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Tiering;

namespace LowCodeErp.Runtime.Tiering;

/// <summary>In words, between which limits a value lies that has a certain score: <c>&gt;32 且 ≤70</c>.</summary>
public static class ScoreBand
{
    /// <param name="fewerIsBetter">Recency: the fewest days score 5.</param>
    public static LocalizedText Describe(byte score, IReadOnlyList<decimal> edges, TieRule rule, bool fewerIsBetter)
    {
        ArgumentNullException.ThrowIfNull(edges);
        if (rule == TieRule.Ntile)
        {
            return new($"五等分的第 {score} 组，界值 {Join(edges)}", $"group {score} of five equal ones, limits {Join(edges)}");
        }

        var group = fewerIsBetter ? 5 - score : score - 1;
        var (from, to) = rule == TieRule.RRule ? ("≥", "<") : (">", "≤");
        var lower = group > 0 ? from + Write(edges[group - 1]) : null;
        var upper = group < edges.Count ? to + Write(edges[group]) : null;
        return Between(lower, upper);
    }

    internal static LocalizedText Between(string? lower, string? upper)
        => lower is null || upper is null ? new(lower ?? upper ?? "") : new($"{lower} 且 {upper}", $"{lower} and {upper}");

    internal static string Write(decimal number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);

    private static string Join(IEnumerable<decimal> edges) => string.Join(" / ", edges.Select(Write));
}
