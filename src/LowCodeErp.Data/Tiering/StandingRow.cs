using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.Data.Tiering;

/// <summary>A result as a query reads it, with the record it belongs to and the change that the run made.</summary>
internal sealed class StandingRow
{
    public required long SubjectId { get; init; }

    public required string? Code { get; init; }

    public required string? Title { get; init; }

    public required string Tier { get; init; }

    public required decimal? Score { get; init; }

    public required int? Recency { get; init; }

    public required int? Frequency { get; init; }

    public required int? Monetary { get; init; }

    public required decimal? Share { get; init; }

    public required int? RecencyDays { get; init; }

    public required int Orders { get; init; }

    public required decimal Amount { get; init; }

    public required DateOnly? FirstDate { get; init; }

    public required DateOnly? LastDate { get; init; }

    /// <summary>Null when the record has not moved.</summary>
    public required long? ChangeId { get; init; }

    public required string? FromTier { get; init; }

    public TierStanding ToStanding(int scale)
    {
        var name = new SubjectName { Id = SubjectId, Code = Code, Title = Title };
        var metrics = new OrderMetrics(SubjectId, name.CodeOrId, name.TitleOrId, Orders, FirstDate, LastDate, TierMetric.ToUnits(Amount, scale));
        RfmScores? scores = Recency is { } recency ? new((byte)recency, (byte)(Frequency ?? 0), (byte)(Monetary ?? 0), Score ?? 0) : null;
        return new(new(metrics, TierMetric.ToDecimal(metrics.Total, scale), RecencyDays, scores, Share, Tier), ChangeId is not null, FromTier);
    }
}
