using System.Text.Json;
using LowCodeErp.Metadata.Tiering;

namespace LowCodeErp.Runtime.Tiering;

/// <summary>What a run was made with: kept with it, so that its results can be explained after the model has changed.</summary>
public sealed record TierSettings
{
    public required TierMethod Method { get; init; }

    public required TierBasis Basis { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>The first day of the window; null when there is none.</summary>
    public DateOnly? From { get; init; }

    public required TierSourcePaths Source { get; init; }

    /// <summary>See <see cref="TierSource.Scale"/>.</summary>
    public required int Scale { get; init; }

    /// <summary>Null for another method.</summary>
    public RfmDefinition? Rfm { get; init; }

    /// <summary>Null for another method.</summary>
    public AbcDefinition? Abc { get; init; }

    /// <summary>Best first.</summary>
    public required IReadOnlyList<TierThreshold> Tiers { get; init; }

    public static TierSettings Of(TierModel model, TierWindow window)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new()
        {
            Method = model.Method,
            Basis = model.Basis,
            AsOf = window.To,
            From = window.From,
            Source = TierSourcePaths.Of(model.Source),
            Scale = model.Source.Scale,
            Rfm = model.Method == TierMethod.Rfm ? model.Rfm : null,
            Abc = model.Method == TierMethod.Abc ? model.Abc : null,
            Tiers = [.. model.Tiers.Select(tier => new TierThreshold(tier.Key, tier.FromScore))],
        };
    }

    public static TierSettings FromJson(string json) => TierJson.Read<TierSettings>(json);

    public string ToJson() => JsonSerializer.Serialize(this, TierJson.Options);
}
