using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Logic;

/// <summary>How the value of a field follows from others of its record and its lines, or of records that it refers to.</summary>
/// <param name="Reads">The fields of the same form that it reads; a sub-table stands for its lines.</param>
/// <param name="Sources">The fields whose values it reads, of whatever form.</param>
public sealed record FieldFormula(FieldModel Field, CompiledFormula Formula, IReadOnlyList<FieldModel> Reads, IReadOnlyList<FieldModel> Sources) : IFieldStep
{
    /// <summary>
    /// The formula as databases compute it for a live field, rounded to the decimals of the field; null for a stored one. The
    /// compiler decides: what depends on its own record and lines alone is stored.
    /// </summary>
    public CompiledFormula? InQueries { get; internal set; }

    public bool IsLive => InQueries is not null;

    /// <summary>As it is stored: fields by key.</summary>
    public string Text { get; } = Formula.PrintWithKeys();

    string IFieldStep.Member => "formula";

    /// <summary>
    /// The value for a record. The field type reads the result like any input, which rounds a number to the declared decimals
    /// and reports what the field cannot hold.
    /// </summary>
    public Value Calculate(IFormulaRow row, EvaluationContext context, string path, DiagnosticBag diagnostics)
    {
        var result = FormulaResult.Of(Field.Kind, Formula.Evaluate(row, context));
        return Field.Type.Read(InputValue.Of(result), Field.Settings, path, diagnostics);
    }
}
