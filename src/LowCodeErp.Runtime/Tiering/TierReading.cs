using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Tiering;

namespace LowCodeErp.Runtime.Tiering;

/// <summary>Where a field reads its value: from the runs of a tier model, whenever its record is read.</summary>
/// <param name="Model">Key of the model.</param>
/// <param name="Label">Of the model.</param>
/// <param name="Tiers">Best first.</param>
public sealed record TierReading(string Model, LocalizedText Label, IReadOnlyList<TierDefinition> Tiers, TierAspect Aspect);
