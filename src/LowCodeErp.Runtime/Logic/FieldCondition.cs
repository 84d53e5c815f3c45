using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Logic;

/// <summary>A condition that says how a field behaves. It may look at the record before the change, so it is asked during one.</summary>
/// <param name="Reads">The fields that it reads: of the same form and, for lines, of their record. A sub-table stands for its lines.</param>
public sealed record FieldCondition(FieldModel Field, string Member, CompiledFormula Formula, IReadOnlyList<FieldModel> Reads) : IFieldStep
{
    /// <summary>As it is stored: fields by key.</summary>
    public string Text { get; } = Formula.PrintWithKeys();

    /// <summary>One that is blank or cannot be computed does not hold.</summary>
    public bool Holds(IFormulaRow row, EvaluationContext context) => Formula.Holds(row, context);
}
