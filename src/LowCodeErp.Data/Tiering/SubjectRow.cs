using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.Data.Tiering;

/// <summary>A record that gets a tier, with its totals; they are null when it has no order.</summary>
internal sealed class SubjectRow
{
    public required long Id { get; init; }

    public required string? Code { get; init; }

    public required string? Title { get; init; }

    public required int? Orders { get; init; }

    public required DateOnly? First { get; init; }

    public required DateOnly? Last { get; init; }

    public required long? Total { get; init; }

    public OrderMetrics ToMetrics()
    {
        var id = Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new(Id, Code ?? Title ?? id, Title ?? Code ?? id, Orders ?? 0, First, Last, Total ?? 0);
    }
}
