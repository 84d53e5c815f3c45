using System.Text.Json;

namespace LowCodeErp.Runtime.Tiering;

/// <summary>What a run found in the data: the limits that its tiers follow from, and how many records are in each.</summary>
public sealed record TierFindings
{
    /// <summary>Null for another method.</summary>
    public RfmEdges? Edges { get; init; }

    /// <summary>The sum of all positive amounts, which ABC's shares are shares of; null for another method.</summary>
    public decimal? PositiveTotal { get; init; }

    /// <summary>Best first.</summary>
    public required IReadOnlyList<TierCount> Tiers { get; init; }

    public static TierFindings Of(TierModel model, TierScores scores)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(scores);
        var byTier = scores.Results.ToLookup(result => result.Tier, StringComparer.Ordinal);
        return new()
        {
            Edges = scores.Edges,
            PositiveTotal = scores.PositiveTotal,
            Tiers = [.. model.Tiers.Select(tier => new TierCount(tier.Key, byTier[tier.Key].Count(), byTier[tier.Key].Sum(result => result.Amount)))],
        };
    }

    public static TierFindings FromJson(string json) => TierJson.Read<TierFindings>(json);

    public string ToJson() => JsonSerializer.Serialize(this, TierJson.Options);
}
