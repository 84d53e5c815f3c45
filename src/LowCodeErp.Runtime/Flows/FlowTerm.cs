using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Runtime.Flows;

/// <summary>Something that is read of the record: what a formula gives, or a field as it is stored.</summary>
/// <param name="Name">What it is for: the path of a setting, the key of a branch, the key of a field.</param>
/// <param name="Formula">Null where a field is read.</param>
/// <param name="Field">Path of a field, <c>customer.owner</c>; null where a formula is evaluated.</param>
public sealed record FlowTerm(string Name, CompiledFormula? Formula, string? Field = null);
