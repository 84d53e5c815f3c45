using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.Portal.Tiering;

/// <summary>What a tier model does, in words for the business.</summary>
public static class TierWords
{
    private static readonly CultureInfo _english = CultureInfo.GetCultureInfo("en");

    public static LocalizedText Method(TierMethod method) => method == TierMethod.Rfm
        ? new("RFM", "RFM")
        : new("ABC", "ABC");

    /// <summary>One short phrase a rule.</summary>
    public static IReadOnlyList<LocalizedText> Rules(TierModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var method = model.Method == TierMethod.Rfm ? RfmRules(model) : AbcRules(model);
        return [.. method, Amounts(model)];
    }

    public static LocalizedText Stage(TierStage stage) => stage switch
    {
        TierStage.Reading => new("正在汇总订单", "Adding up the orders"),
        TierStage.Scoring => new("正在计算等级", "Computing the tiers"),
        TierStage.Storing => new("正在保存结果", "Storing the results"),
        _ => new("完成", "Done"),
    };

    private static IEnumerable<LocalizedText> RfmRules(TierModel model)
    {
        var rfm = model.Rfm;
        yield return rfm.TieRule switch
        {
            TieRule.Quantile => new("最近下单、次数、金额按五分位各打 1–5 分，相同的值同分", "Recency, orders and amount score 1 to 5 by quintiles; equal values score equally"),
            TieRule.RRule => new("最近下单、次数、金额按五分位加一的界值各打 1–5 分，相同的值同分", "Recency, orders and amount score 1 to 5 by quintiles plus one; equal values score equally"),
            _ => new("最近下单、次数、金额各分成人数相等的五组，打 1–5 分", "Recency, orders and amount are cut into five groups of equal size, scored 1 to 5"),
        };
        var weights = string.Create(CultureInfo.InvariantCulture, $"R {rfm.RecencyWeight:0.##} · F {rfm.FrequencyWeight:0.##} · M {rfm.MonetaryWeight:0.##}");
        yield return new($"权重 {weights}，得分 20–100", $"Weights {weights}; 20 to 100 points");
        var withOrders = model.Tiers.SkipLast(1).ToList();
        var (last, none) = (withOrders[^1].Key, model.NoOrderTier.Key);
        var limits = string.Join(" · ", withOrders.SkipLast(1).Select(tier => string.Create(CultureInfo.InvariantCulture, $"{tier.Key} ≥ {tier.FromScore:0.##}")));
        yield return new($"{limits} · {last} 其余 · {none} 没有订单", $"{limits} · {last} the rest · {none} no order");
    }

    private static IEnumerable<LocalizedText> AbcRules(TierModel model)
    {
        var (first, second) = (Percent(model.Abc.FirstShare), Percent(model.Abc.SecondShare));
        var keys = model.Tiers.Select(tier => tier.Key).ToList();
        yield return new(
            $"金额从大到小累计：到 {first} 为 {keys[0]}，到 {second} 为 {keys[1]}，其余 {keys[2]}，没有订单 {keys[^1]}",
            $"Amounts added up, largest first: {keys[0]} up to {first}, {keys[1]} up to {second}, else {keys[2]}; {keys[^1]} without an order");
        yield return model.Abc.BoundaryRule == BoundaryRule.Cross
            ? new("恰好跨过界线的归入较高一级", "Whoever crosses a line still belongs above it")
            : new("恰好跨过界线的归入较低一级", "Whoever crosses a line belongs below it");
    }

    private static LocalizedText Amounts(TierModel model)
    {
        var window = model.WindowMonths is { } months
            ? new LocalizedText($"近 {months} 个月的", $"of the last {months} months")
            : new LocalizedText("截至分析日的全部", "of all orders up to the analysis date");
        return model.Basis == TierBasis.Net
            ? new($"{window.Chinese}净额（扣除取消和退货）", $"Net amounts {window.In(_english)} (without cancelled and returned ones)")
            : new($"{window.Chinese}总额", $"Gross amounts {window.In(_english)}");
    }

    private static string Percent(decimal share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
