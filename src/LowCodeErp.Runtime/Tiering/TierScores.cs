namespace LowCodeErp.Runtime.Tiering;

/// <summary>The outcome of scoring, without the model's settings.</summary>
/// <param name="Results">In the order of the codes.</param>
/// <param name="Rfm">Null for another method.</param>
/// <param name="Abc">Null for another method.</param>
public sealed record TierScores(IReadOnlyList<TierResult> Results, RfmSummary? Rfm, AbcSummary? Abc);
