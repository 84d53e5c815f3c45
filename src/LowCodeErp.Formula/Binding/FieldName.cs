using LowCodeErp.Core.Naming;

namespace LowCodeErp.Formula.Binding;

/// <summary>A field of a text, as it is stored and as it is shown.</summary>
/// <param name="Labels">Keys take the place of labels that two fields of a form share.</param>
public sealed record FieldName(string Keys, LocalizedText Labels);
