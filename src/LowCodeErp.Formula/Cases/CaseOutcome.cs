using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Functions;

namespace LowCodeErp.Formula.Cases;

/// <summary>What became of a case, in memory or on a database.</summary>
public sealed record CaseOutcome(FormulaCase Case, CompiledFormula Formula, object? Value)
{
    /// <summary>The sources of the cases give 6 to 15 digits; where they say nothing, this much may differ.</summary>
    private const decimal AbsoluteTolerance = 1e-7m;
    private const decimal RelativeTolerance = 1e-9m;

    public static EvaluationContext Context { get; } = new(new DateTime(2024, 6, 1, 4, 0, 0, DateTimeKind.Utc));

    public static CaseOutcome Run(FormulaCase formulaCase)
    {
        ArgumentNullException.ThrowIfNull(formulaCase);
        var formula = FormulaCompiler.Compile(formulaCase.Formula, FormulaSchema.Empty);
        return new(formulaCase, formula, formula.HasErrors ? null : formula.Evaluate(ArrayRow.Empty, Context));
    }

    /// <summary>The case as it is tried on databases: nothing of it may be computed beforehand.</summary>
    public static CompiledFormula CompileForDatabase(FormulaCase formulaCase, SqlProviders provider)
    {
        ArgumentNullException.ThrowIfNull(formulaCase);
        return FormulaCompiler.Compile(formulaCase.Formula, FormulaSchema.Empty, new(FormulaContext.Set, provider, LiteralsVary: true));
    }

    public CaseVerdict Verdict => IsUnknownFunction ? CaseVerdict.Unknown : IsMemoryOnly ? CaseVerdict.MemoryOnly : IsRight ? CaseVerdict.Passed : CaseVerdict.Failed;

    public bool IsUnknownFunction => Formula.Diagnostics.Any(diagnostic => diagnostic.Code == "formula.unknown-function");

    /// <summary>Refused for nothing else, so that in memory it is judged.</summary>
    public bool IsMemoryOnly => IsRefused && Formula.Diagnostics
        .Where(diagnostic => diagnostic.Severity == Severity.Error)
        .All(diagnostic => diagnostic.Code is "formula.not-in-sets" or "formula.list-in-sets");

    public bool IsRefused => Formula.HasErrors;

    /// <summary>What a spreadsheet reads silently as another type has to be refused here, whatever the spreadsheet gives.</summary>
    public bool IsRight => Case.Tier == FormulaCase.CoercionTier ? IsRefused
        : Case.ExpectsError ? Value is null
        : !IsRefused && Matches();

    /// <summary>What it gave, in canonical form; why it was refused, if it was.</summary>
    public string Actual => IsRefused ? Formula.Diagnostics[0].Message.ToString() : ValueText.Of(Value, Context);

    private bool Matches() => Case.Expected.ValueKind switch
    {
        JsonValueKind.Number => Case.ExpectedDate is { } date && Value is DateOnly day ? date == day : IsNear(Case.Expected.GetDouble()),
        JsonValueKind.String => (Case.Expected.GetString() ?? "") == (Value as string ?? (Value is null ? "" : null)),
        JsonValueKind.True => Value is true,
        JsonValueKind.False => Value is false,
        JsonValueKind.Null => Value is null,
        _ => false,
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
        if (actual is not { } given || Math.Abs(expected) > (double)decimal.MaxValue)
        {
            return false;
        }

        var wanted = (decimal)expected;
        return Math.Abs(given - wanted) <= Math.Max(Case.Tolerance ?? AbsoluteTolerance, Math.Abs(wanted) * RelativeTolerance);
    }

    public override string ToString() => $"{Case.Id} {Case.Formula} should be {Case.Expected} but is {Actual}";
}
