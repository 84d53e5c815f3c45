using LowCodeErp.Core.Naming;

namespace LowCodeErp.Formula.Binding;

/// <summary>A field found at the start of a path.</summary>
/// <param name="Label">How it is shown.</param>
/// <param name="Remainder">What follows it in the path.</param>
internal sealed record FieldStep(FormulaField Field, LocalizedText Label, string Remainder);
