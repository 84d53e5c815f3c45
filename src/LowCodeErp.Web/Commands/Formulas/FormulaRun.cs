using System.Globalization;
using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Web.Commands.Formulas;

/// <summary>One formula on one record: its value on standard output, everything that is wrong on standard error.</summary>
/// <param name="schema">Null: the fields are those of the record.</param>
internal sealed class FormulaRun(IFormulaSchema? schema, DateTime now, TimeZoneInfo zone, IWorkingCalendar calendar)
{
    private readonly DiagnosticBag _diagnostics = new();

    public int Run(string text, string? json, bool explain)
    {
        if (ReadRecord(json) is not var (fields, row))
        {
            CommandSession.Report(_diagnostics.Items);
            return ExitCode.Misused;
        }

        var formula = FormulaCompiler.Compile(text, fields);
        Report(text, formula.Diagnostics);
        if (formula.HasErrors)
        {
            return ExitCode.Refused;
        }

        var failures = new List<FormulaDiagnostic>();
        Write(formula, row, new(now, zone) { Calendar = calendar, Report = failures.Add }, explain);
        // Failures at run time name no characters, only the formula as a whole.
        CommandSession.Report(failures.Select(failure => failure.ToDiagnostic("") with { Path = "" }));
        return ExitCode.Done;
    }

    private static void Report(string text, IEnumerable<FormulaDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Console.Error.WriteLine(FormulaMarks.Write(text, diagnostic));
        }
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

    /// <summary>Null, with the reasons in the diagnostics, when the record cannot be read.</summary>
    private (IFormulaSchema Schema, ArrayRow Row)? ReadRecord(string? json)
    {
        if (Parse(json ?? "{}") is not { } record)
        {
            return null;
        }

        if (JsonTexts.FindHalf(record, "") is { } place)
        {
            _diagnostics.Add(RecordJsonDiagnostics.HalfACharacter(place));
            return null;
        }

        var fields = schema ?? new InferredSchema(_diagnostics).Infer([record], "");
        if (_diagnostics.HasErrors)
        {
            return null;
        }

        var row = new RecordReader(zone, _diagnostics).Read(record, fields, "");
        return _diagnostics.HasErrors ? null : (fields, row);
    }

    private JsonElement? Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document.RootElement.Clone();
            }

            _diagnostics.Add(RecordJsonDiagnostics.NotAnObject("--record"));
        }
        catch (JsonException exception)
        {
            // Typed by a person at a prompt, where quotes are easily lost.
            _diagnostics.Add(RecordJsonDiagnostics.NotJson(exception));
        }

        return null;
    }
}
