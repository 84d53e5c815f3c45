using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.Data.Tiering;

/// <summary>A record that gets a tier, with its totals; they are null when it has no order.</summary>
internal sealed class SubjectRow
{
    public required SubjectName Name { get; init; }

    public required int? Orders { get; init; }

    public required DateOnly? First { get; init; }

    public required DateOnly? Last { get; init; }

    public required long? Total { get; init; }

    public OrderMetrics ToMetrics() => new(Name.Id, Name.CodeOrId, Name.TitleOrId, Orders ?? 0, First, Last, Total ?? 0);
}
