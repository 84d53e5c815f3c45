using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Logic;

/// <summary>When a field is shown, required and read-only; null where nothing is said. Its parts share them.</summary>
public sealed record FieldConditions(
    FieldModel Field, FieldCondition? VisibleWhen, FieldCondition? RequiredWhen, FieldCondition? ReadOnlyWhen, HiddenValue WhenHidden)
{
    /// <summary>The condition on which the value rests; null when hiding the field does not change it.</summary>
    public FieldCondition? Clearing => WhenHidden == HiddenValue.Clear ? VisibleWhen : null;

    public IEnumerable<FieldCondition> All => new[] { VisibleWhen, RequiredWhen, ReadOnlyWhen }.OfType<FieldCondition>();

    public bool IsVisible(IFormulaRow row, EvaluationContext context) => VisibleWhen?.Holds(row, context) != false;

    public bool IsRequired(IFormulaRow row, EvaluationContext context) => RequiredWhen?.Holds(row, context) == true;

    public bool IsReadOnly(IFormulaRow row, EvaluationContext context) => ReadOnlyWhen?.Holds(row, context) == true;
}
