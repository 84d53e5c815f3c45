using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Logic;

/// <summary>A condition that records must meet.</summary>
/// <param name="Field">Where the message stands; null for the record as a whole.</param>
/// <param name="Key">By which a warning is confirmed; null for an error.</param>
/// <param name="Reads">The fields of the same form that the condition reads; a sub-table stands for its lines.</param>
public sealed record RecordValidation(
    FieldModel? Field, CompiledFormula Condition, LocalizedText Message, Severity Severity, string? Key, IReadOnlyList<FieldModel> Reads)
{
    /// <summary>
    /// Whether it looks at records of other forms. The database answers it then, once the record is stored and before anything is
    /// committed, and nobody else changes what it reads through references meanwhile.
    /// </summary>
    public bool LooksAcross { get; init; }

    /// <summary>Whether it can be answered in memory: it reads its record, its lines, and what references lead to.</summary>
    public bool IsTypable { get; init; } = true;

    /// <summary>Of the verdict.</summary>
    public string Code { get; init; } = LogicDiagnostics.ValidationCode;

    /// <summary>
    /// Whether a change of the fields asks the condition anew. What was stored before and is not touched is left in peace, as
    /// with every other check: a condition that came later, or a day that passed, must not keep people from correcting another field.
    /// </summary>
    public bool Concerns(Func<FieldModel, bool> isChanged)
    {
        ArgumentNullException.ThrowIfNull(isChanged);
        return Reads.Count == 0 || Reads.Any(isChanged) || (Field is not null && isChanged(Field));
    }

    /// <summary>
    /// Null when the record meets the condition. One that is blank or cannot be computed is not met; a condition on a field is
    /// not asked while the field is blank, since whether it may be blank is said by "required".
    /// </summary>
    public Diagnostic? Check(IFormulaRow row, EvaluationContext context, string path)
    {
        ArgumentNullException.ThrowIfNull(row);
        return !IsAskedOf(row) || Condition.Holds(row, context) ? null : Fail(path);
    }

    public bool IsAskedOf(IFormulaRow row) => Field is null || row.Get(Field.Ordinal) is not null;

    public Diagnostic Fail(string path) => new(Code, Severity, path, Message);
}
