using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Runtime.Tiering;

/// <summary>The results of a run as a table.</summary>
public static class TierResultSheet
{
    private static readonly IReadOnlyList<(string Key, LocalizedText Label)> Columns =
    [
        ("code", new("编码", "Code")), ("title", new("名称", "Name")), ("tier", new("等级", "Tier")), ("score", new("得分", "Score")),
        ("r", new("R", "R")), ("f", new("F", "F")), ("m", new("M", "M")), ("share", new("累计占比", "Cumulative share")),
        ("recency_days", new("距今天数", "Days since last order")), ("orders", new("订单数", "Orders")), ("amount", new("金额", "Amount")),
        ("first_date", new("首次下单", "First order")), ("last_date", new("最近下单", "Last order")),
    ];

    /// <param name="culture">For people: the language of the column names. Without it they are fixed, for scripts that read the file.</param>
    public static async Task WriteAsync(
        IAsyncEnumerable<TierResult> results, ISheetWriter writer, CultureInfo? culture = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(writer);
        await writer.WriteHeaderAsync([.. Columns.Select(column => culture is null ? column.Key : column.Label.In(culture))], cancellationToken);
        await foreach (var result in results.WithCancellation(cancellationToken))
        {
            await writer.WriteRowAsync(ToRow(result), cancellationToken);
        }
    }

    public static Task WriteAsync(IReadOnlyList<TierResult> results, ISheetWriter writer, CancellationToken cancellationToken = default)
        => WriteAsync(results.ToAsyncEnumerable(), writer, null, cancellationToken);

    private static InputValue[] ToRow(TierResult result) =>
    [
        InputValue.Of(result.Metrics.Code), InputValue.Of(result.Metrics.Title), InputValue.Of(result.Tier),
        OfNumber(result.Rfm?.Total), OfNumber(result.Rfm?.Recency), OfNumber(result.Rfm?.Frequency), OfNumber(result.Rfm?.Monetary),
        OfNumber(result.Share), OfNumber(result.RecencyDays), InputValue.Of(result.Metrics.Orders), InputValue.Of(result.Amount),
        OfDate(result.Metrics.FirstDate), OfDate(result.Metrics.LastDate),
    ];

    private static InputValue OfNumber(decimal? number) => number is { } value ? InputValue.Of(value) : InputValue.Blank;

    private static InputValue OfDate(DateOnly? date) => date is { } value ? InputValue.Of(value) : InputValue.Blank;
}
