using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Formula.Analysis;

/// <summary>Records that are alike for all conditions, or for the question asked: some values of each field.</summary>
/// <param name="Words">50 &lt;= [金额] &lt; 100 且 [状态] = "新建".</param>
/// <param name="Example">A value of each field for a record that is one of them.</param>
public sealed record Region(LocalizedText Words, IReadOnlyDictionary<FieldPath, object?> Example);
