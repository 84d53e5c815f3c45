using System.Globalization;
using System.Text.Json;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Tests.Cases;

/// <summary>What became of a case in memory.</summary>
public sealed record CaseOutcome(ExcelCase Case, CompiledFormula Formula, object? Value)
{
    /// <summary>The sources of the cases give 6 to 15 digits; where they say nothing, this much may differ.</summary>
    private const decimal AbsoluteTolerance = 1e-7m;
    private const decimal RelativeTolerance = 1e-9m;

    private static readonly EvaluationContext Context = new(new DateTime(2024, 6, 1, 4, 0, 0, DateTimeKind.Utc));

    public static CaseOutcome Run(ExcelCase excelCase)
    {
        var formula = FormulaCompiler.Compile(excelCase.Formula, FormulaSchema.Empty);
        return new(excelCase, formula, formula.HasErrors ? null : formula.Evaluate(ArrayRow.Empty, Context));
    }

    public bool IsUnknownFunction => Formula.Diagnostics.Any(diagnostic => diagnostic.Code == "formula.unknown-function");

    public bool IsRefused => Formula.HasErrors;

    public bool IsRight => Case.ExpectsError ? Value is null : !IsRefused && Matches();

    private bool Matches() => Case.Expected.ValueKind switch
    {
        JsonValueKind.Number => Case.ExpectedDate is { } date && Value is DateOnly day ? date == day : IsNear(Case.Expected.GetDouble()),
        JsonValueKind.String => (Case.Expected.GetString() ?? "") == (Value as string ?? (Value is null ? "" : null)),
        JsonValueKind.True => Value is true,
        _ => Value is false,
    };

    private bool IsNear(double expected)
    {
        decimal? actual = Value switch
        {
            decimal number => number,
            DateOnly date => FormulaPrimitives.DateSerial(date),
            DateTime moment => FormulaPrimitives.DateTimeSerial(moment, Context),
            _ => null,
        };
        var wanted = (decimal)expected;
        var tolerance = Math.Max(Case.Tolerance ?? AbsoluteTolerance, Math.Abs(wanted) * RelativeTolerance);
        return actual is { } given && Math.Abs(given - wanted) <= tolerance;
    }

    public override string ToString()
    {
        var given = IsRefused ? Formula.Diagnostics[0].ToString() : Convert.ToString(Value, CultureInfo.InvariantCulture);
        return $"{Case.Id} {Case.Formula} should be {Case.Expected} but is {(Value is null && !IsRefused ? "blank" : given)}";
    }
}
