using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.UI.Extending.Tiers;

/// <summary>How the tiers of a model look. Runs of long ago may have tiers that the model no longer knows.</summary>
public static class TierLook
{
    public static string ColorOf(TierModel model, string tier) => Find(model, tier)?.Color ?? "var(--lc-neutral-text)";

    public static string LabelOf(TierModel model, string tier) => Find(model, tier)?.Label.ToString() ?? tier;

    private static TierDefinition? Find(TierModel model, string tier)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Tiers.FirstOrDefault(known => known.Key == tier);
    }
}
