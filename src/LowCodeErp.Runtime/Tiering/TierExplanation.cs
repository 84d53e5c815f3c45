using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Tiering;

namespace LowCodeErp.Runtime.Tiering;

/// <summary>
/// Why a record has its tier, in words. Made from what is stored with the run alone (raw metrics, edges, settings), so that it says
/// the same after the data and the model have changed.
/// </summary>
public static class TierExplanation
{
    /// <summary>One sentence a step, in the order in which the tier was found.</summary>
    public static IReadOnlyList<LocalizedText> Explain(TierSummary summary, TierResult result)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(result);
        return result switch
        {
            { Metrics.HasOrders: false } => [ExplainNoOrders(summary.Settings, result)],
            { Rfm: { } scores } when summary is { Settings.Rfm: { } rfm, Findings.Edges: { } edges }
                => ExplainRfm(summary.Settings, rfm, edges, result, scores),
            { Share: { } share } when summary is { Settings.Abc: { } abc, Findings.PositiveTotal: { } total }
                => ExplainAbc(summary.Settings, abc, total, result, share),
            _ => throw new ArgumentException("The result is not one of this run.", nameof(result)),
        };
    }

    private static LocalizedText ExplainNoOrders(TierSettings settings, TierResult result) => settings.From is { } from
        ? new(
            $"{Write(from)} 至 {Write(settings.AsOf)} 没有计入的订单 → {result.Tier}",
            $"No order counts from {Write(from)} to {Write(settings.AsOf)} → {result.Tier}")
        : new($"截至 {Write(settings.AsOf)} 没有计入的订单 → {result.Tier}", $"No order counts up to {Write(settings.AsOf)} → {result.Tier}");

    private static LocalizedText[] ExplainRfm(TierSettings settings, RfmDefinition rfm, RfmEdges edges, TierResult result, RfmScores scores)
    {
        var rule = rfm.TieRule;
        var recency = ScoreBand.Describe(scores.Recency, edges.Recency, rule, fewerIsBetter: true);
        var frequency = ScoreBand.Describe(scores.Frequency, edges.Frequency, rule, fewerIsBetter: false);
        var monetary = ScoreBand.Describe(scores.Monetary, edges.Monetary, rule, fewerIsBetter: false);
        var (orders, days, last) = (result.Metrics.Orders, result.RecencyDays, Write(result.Metrics.LastDate!.Value));
        return
        [
            new(
                $"最近一次下单 {last}，距 {Write(settings.AsOf)} {days} 天 → R={scores.Recency}（{recency.Chinese} 天）",
                $"Last order on {last}, {days} days before {Write(settings.AsOf)} → R={scores.Recency} ({English(recency)} days)"),
            new(
                $"下单 {orders} 次 → F={scores.Frequency}（{frequency.Chinese} 次）",
                $"{orders} orders → F={scores.Frequency} ({English(frequency)} orders)"),
            new(
                $"{AmountName(settings).Chinese} {ScoreBand.Write(result.Amount)} → M={scores.Monetary}（{monetary.Chinese}）",
                $"{English(AmountName(settings))} {ScoreBand.Write(result.Amount)} → M={scores.Monetary} ({English(monetary)})"),
            ExplainTotal(settings, rfm, result, scores),
        ];
    }

    private static LocalizedText ExplainTotal(TierSettings settings, RfmDefinition rfm, TierResult result, RfmScores scores)
    {
        var (recency, frequency, monetary) = (rfm.RecencyWeight, rfm.FrequencyWeight, rfm.MonetaryWeight);
        var (weights, total) = (ScoreBand.Write(recency + frequency + monetary), ScoreBand.Write(scores.Total));
        var points = string.Join(" + ", [
            $"{ScoreBand.Write(recency)}×{scores.Recency}",
            $"{ScoreBand.Write(frequency)}×{scores.Frequency}",
            $"{ScoreBand.Write(monetary)}×{scores.Monetary}"]);
        var formula = $"({points}) ÷ {weights} × 20 = {total}";
        var limits = DescribeTier(settings.Tiers, result.Tier);
        return new($"得分 = {formula} → {result.Tier}（{limits.Chinese}）", $"Score = {formula} → {result.Tier} ({English(limits)})");
    }

    private static LocalizedText DescribeTier(IReadOnlyList<TierThreshold> tiers, string key)
    {
        var from = tiers.First(tier => tier.Key == key).FromScore ?? 0;
        var next = tiers.Where(tier => tier.FromScore > from).Min(tier => tier.FromScore);
        return ScoreBand.Between("≥" + ScoreBand.Write(from), next is { } to ? "<" + ScoreBand.Write(to) : null);
    }

    private static LocalizedText[] ExplainAbc(TierSettings settings, AbcDefinition abc, decimal total, TierResult result, decimal share)
    {
        var name = AmountName(settings);
        var amount = ScoreBand.Write(result.Amount);
        if (result.Amount <= 0)
        {
            return [new($"{name.Chinese} {amount} 不大于 0 → {result.Tier}", $"{English(name)} {amount} is not above 0 → {result.Tier}")];
        }

        var (before, after) = (Percent(share - (result.Amount / total)), Percent(share));
        var rule = DescribeRule(settings, abc);
        return
        [
            new(
                $"{name.Chinese} {amount}，从大到小累计占比由 {before} 到 {after}",
                $"{English(name)} {amount} takes the cumulative share, largest first, from {before} to {after}"),
            new($"{rule.Chinese} → {result.Tier}", $"{English(rule)} → {result.Tier}"),
        ];
    }

    private static LocalizedText DescribeRule(TierSettings settings, AbcDefinition abc)
    {
        var (first, second) = (Percent(abc.FirstShare), Percent(abc.SecondShare));
        var (best, middle, rest) = (settings.Tiers[0].Key, settings.Tiers[1].Key, settings.Tiers[2].Key);
        return abc.BoundaryRule == BoundaryRule.Cross
            ? new(
                $"按排在前面的累计占比划分：<{first} 为 {best}，<{second} 为 {middle}，其余 {rest}",
                $"Tiers by the share before it: {best} below {first}, {middle} below {second}, else {rest}")
            : new(
                $"按含自身的累计占比划分：≤{first} 为 {best}，≤{second} 为 {middle}，其余 {rest}",
                $"Tiers by the share with it: {best} up to {first}, {middle} up to {second}, else {rest}");
    }

    private static LocalizedText AmountName(TierSettings settings)
        => settings.Basis == TierBasis.Net ? new("净额", "Net amount") : new("总额", "Gross amount");

    private static string English(LocalizedText text) => text.English ?? text.Chinese;

    private static string Percent(decimal share) => (share * 100).ToString("0.####", CultureInfo.InvariantCulture) + "%";

    private static string Write(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
