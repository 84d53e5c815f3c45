using System.Text.Json;
using System.Text.Json.Serialization;
using LowCodeErp.Metadata.Tiering;

namespace LowCodeErp.Runtime.Tiering;

/// <summary>
/// What a run was made with and what came out: kept with the run, so that its results can be explained after the model has
/// changed.
/// </summary>
public sealed record TierSummary
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public required TierMethod Method { get; init; }

    public required TierBasis Basis { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>The first day of the window; null when there is none.</summary>
    public DateOnly? From { get; init; }

    public required TierSourceSummary Source { get; init; }

    /// <summary>Null for another method.</summary>
    public RfmSummary? Rfm { get; init; }

    /// <summary>Null for another method.</summary>
    public AbcSummary? Abc { get; init; }

    /// <summary>Best first.</summary>
    public required IReadOnlyList<TierCount> Tiers { get; init; }

    public static TierSummary FromJson(string json)
        => JsonSerializer.Deserialize<TierSummary>(json, Json) ?? throw new JsonException("A tier run has no summary.");

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
