using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Syntax;
using LowCodeErp.Specifications.Formulas;

namespace LowCodeErp.Formula.Tests.Syntax;

/// <summary>
/// 20,000 random texts, a million with LOWCODE_FULL=1; of what is printed again and of what is evaluated a tenth of the million. The
/// seed stands in the message of a failure.
/// </summary>
public sealed class FuzzTests
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("LOWCODE_FULL") == "1";
    private static readonly int Count = IsFull ? 1_000_000 : 20_000;
    private static readonly int ThoroughCount = IsFull ? 100_000 : 20_000;

    [Fact]
    public void AnyText_Compiled_NeverThrowsAndExplainsEachMistake()
        => ForEachSeed(Count, seed => seed % 2 == 0 ? new RandomFormulas(seed).Soup() : new RandomFormulas(seed).Tree(), CheckDiagnostics);

    [Fact]
    public void AnyText_Printed_IsStable() => ForEachSeed(ThoroughCount, seed => new RandomFormulas(seed).Tree(), text =>
    {
        var first = Parser.Parse(text);
        if (first.HasErrors)
        {
            return;
        }

        var printed = FormulaPrinter.AsWritten.Print(first.Root);
        var again = Parser.Parse(printed);
        Assert.Empty(again.Diagnostics);
        Assert.Equal(printed, FormulaPrinter.AsWritten.Print(again.Root));
    });

    [Fact]
    public void TypedFormula_Evaluated_GivesItsTypeOrBlankAndNothingElseIsCalled()
    {
        var refused = 0;
        ForEachSeed(ThoroughCount, seed => new TypedFormulas(seed, Sample.Parts).Any().Text, text =>
        {
            var formula = Sample.Compile(text);
            refused += formula.HasErrors ? 1 : 0;
            if (!formula.HasErrors)
            {
                CheckValue(formula);
                CheckExplanation(formula);
                OnlyPrimitives.Check(formula.ToExpression(MemoryRowAccess.Instance));
            }
        });
        Assert.True(refused < ThoroughCount / 5, $"{refused} of {ThoroughCount} were refused, so that too little was evaluated.");
    }

    private static void CheckValue(CompiledFormula formula)
    {
        var value = formula.Evaluate(Sample.Record, Sample.Context);
        var type = Nullable.GetUnderlyingType(formula.Type.ClrType) ?? formula.Type.ClrType;
        Assert.True(value is null || type.IsInstanceOfType(value), $"{value} is no {type}");
        Assert.False(value is "", "An empty text is blank.");
    }

    /// <summary>Explaining costs as much as a hundred evaluations, so that only some are.</summary>
    private static void CheckExplanation(CompiledFormula formula)
    {
        if (formula.Syntax.Text.Length % 10 == 0 && !formula.Facts.IsVolatile)
        {
            var explanation = formula.Explain(Sample.Record, Sample.Context);
            Assert.Equal(ValueText.Of(formula.Evaluate(Sample.Record, Sample.Context), Sample.Context), ValueText.Of(explanation.Value, Sample.Context));
            Assert.NotEmpty(explanation.Words.Chinese);
        }
    }

    private static void CheckDiagnostics(string text)
    {
        var formula = Sample.Compile(text);
        Assert.Equal(formula.HasErrors, formula.Root.Type.IsError || formula.Diagnostics.Any(item => item.Severity == Severity.Error));
        foreach (var diagnostic in formula.Diagnostics)
        {
            Assert.InRange(diagnostic.Span.Start, 0, text.Length);
            Assert.InRange(diagnostic.Span.End, 0, text.Length);
            Assert.NotEmpty(diagnostic.Message.Chinese);
            Assert.False(string.IsNullOrEmpty(diagnostic.Message.English));
        }

        if (!formula.HasErrors)
        {
            OnlyPrimitives.Check(formula.ToExpression(MemoryRowAccess.Instance));
        }
    }

    private static void ForEachSeed(int count, Func<int, string> make, Action<string> check)
    {
        for (var seed = 0; seed < count; seed++)
        {
            var text = make(seed);
            try
            {
                check(text);
            }
            catch (Exception exception)
            {
                // Whatever went wrong, the seed and the text are what is needed to see it again.
                throw new InvalidOperationException($"Seed {seed}: {text}", exception);
            }
        }
    }
}
