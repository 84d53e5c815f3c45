using System.Globalization;
using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Web.Commands.Formulas;

/// <summary>One formula on one record: its value on standard output, everything that is wrong on standard error.</summary>
internal sealed class FormulaRun(FormulaSetting setting)
{
    public int Run(string text, string? json, bool explain)
    {
        if (GivenRecord.Read(json, setting) is not { } given)
        {
            return ExitCode.Misused;
        }

        var formula = FormulaCompiler.Compile(text, given.Schema);
        FormulaMarks.Report(text, formula.Diagnostics);
        if (formula.HasErrors)
        {
            return ExitCode.Refused;
        }

        var failures = new List<FormulaDiagnostic>();
        Write(formula, given.Row, setting.NewContext(failures.Add), explain);
        // Failures at run time name no characters, only the formula as a whole.
        CommandSession.Report(failures.Select(failure => failure.ToDiagnostic("") with { Path = "" }));
        return ExitCode.Done;
    }

    private static void Write(CompiledFormula formula, ArrayRow row, EvaluationContext context, bool explain)
    {
        var value = formula.Evaluate(row, context);
        Console.WriteLine(value is null ? new LocalizedText("空", ValueText.Blank).ToString() : ValueText.Of(value, context));
        if (explain)
        {
            Console.Write(formula.Explain(row, context).ToText(CultureInfo.CurrentUICulture));
        }
    }
}
