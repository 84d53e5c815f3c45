using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>
/// Finds the computed fields whose values change without their record, and compiles their formulas for the database. A field
/// that reads a live one is live too.
/// </summary>
/// <param name="computed">The computed fields of all forms.</param>
internal sealed class LiveFormulas(IReadOnlyDictionary<FieldModel, CompiledForm> computed, FormSchemas schemas, DiagnosticBag diagnostics)
{
    public void Compile()
    {
        foreach (var field in FindLive())
        {
            Compile(field, field.Formula!, computed[field]);
        }
    }

    private HashSet<FieldModel> FindLive()
    {
        var live = computed.Keys.Where(field => field.Formula!.Formula is var formula && (formula.Facts.IsVolatile || ReadsOtherRecords(formula))).ToHashSet();
        while (computed.Keys.Where(field => !live.Contains(field) && field.Formula!.Sources.Any(source => source.IsLive || live.Contains(source))).ToList() is { Count: > 0 } more)
        {
            live.UnionWith(more);
        }

        return live;
    }

    private static bool ReadsOtherRecords(CompiledFormula formula)
        => formula.Facts.Dependencies.Any(path => path.Steps.SkipLast(1).Any(step => step.Kind == ValueKind.Reference));

    private void Compile(FieldModel field, FieldFormula formula, CompiledForm form)
    {
        if (field == field.Form.Title)
        {
            diagnostics.Add(LogicDiagnostics.LiveTitle(form.At(field, ".formula"), field.Label));
        }

        if (field.IsRequired)
        {
            diagnostics.Add(LogicDiagnostics.RequiredLive(form.At(field, ".required"), field.Label));
        }

        var options = new FormulaOptions(FormulaContext.Set, ResultType: FormulaType.Of(field.Kind));
        var schema = schemas.Of(field.Form);
        var asWritten = FormulaCompiler.Compile(formula.Formula.Syntax.Text, schema, options);
        var owner = LogicDiagnostics.FormulaOf(field.Form.Label, field.Label);
        diagnostics.AddRange(asWritten.Diagnostics
            .Where(found => found.Severity == Severity.Error)
            .Select(found => LogicDiagnostics.In(owner, found, form.At(field, ".formula"))));
        formula.InQueries = (field.Kind, field.Shape) switch
        {
            (ValueKind.Number, FieldShape.Column { Storage: var storage }) => Numeric(FormattableString.Invariant($"ROUND({formula.Text}, {storage.Scale ?? 0})")),
            (ValueKind.Time, _) => Numeric(FormulaResult.InMinutes(formula.Text)),
            _ => asWritten,
        };

        CompiledFormula Numeric(string text) => FormulaCompiler.Compile(text, schema, options with { ResultType = FormulaType.Number });
    }
}
