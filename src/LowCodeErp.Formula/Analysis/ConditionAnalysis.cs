namespace LowCodeErp.Formula.Analysis;

/// <summary>What several conditions over the same records mean to each other.</summary>
/// <param name="Facts">One for each condition.</param>
/// <param name="Overlaps">One for each pair.</param>
/// <param name="Gap">Whether some record meets none of them.</param>
public sealed record ConditionAnalysis(
    IReadOnlyList<ConditionFact> Facts, IReadOnlyList<Overlap> Overlaps, Finding Gap, IReadOnlyList<BoundaryValue> Boundaries);
