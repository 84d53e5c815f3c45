using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Runtime.Tiering;

/// <summary>The results of a run as a table. The column names are fixed, for scripts that read it.</summary>
public static class TierResultSheet
{
    private static readonly IReadOnlyList<string> Columns =
    [
        "code", "title", "tier", "score", "r", "f", "m", "share", "recency_days", "orders", "amount", "first_date", "last_date",
    ];

    public static async Task WriteAsync(IReadOnlyList<TierResult> results, ISheetWriter writer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(writer);
        await writer.WriteHeaderAsync(Columns, cancellationToken);
        foreach (var result in results)
        {
            await writer.WriteRowAsync(ToRow(result), cancellationToken);
        }
    }

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
