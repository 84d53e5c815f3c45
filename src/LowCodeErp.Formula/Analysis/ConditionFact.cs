namespace LowCodeErp.Formula.Analysis;

/// <param name="IsAlwaysTrue">Every record meets it.</param>
/// <param name="IsNeverTrue">No record meets it.</param>
/// <param name="IsShadowed">Whatever meets it meets one before it, so that it is never reached where the first one counts.</param>
public sealed record ConditionFact(Verdict IsAlwaysTrue, Verdict IsNeverTrue, Verdict IsShadowed);
