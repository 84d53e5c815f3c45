using System.Linq.Expressions;
using System.Text.RegularExpressions;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// A formula ready to run. Compiling costs as much as hundreds of interpreted evaluations, so that only what is used again and again
/// is compiled: a command that saves a few records never gets that far.
/// </summary>
internal sealed class FormulaDelegate<T>(Expression<Func<IFormulaRow, EvaluationContext, T>> tree)
{
    private const int InterpretedUses = 32;

    private Func<IFormulaRow, EvaluationContext, T>? _interpreted;
    private Func<IFormulaRow, EvaluationContext, T>? _compiled;
    private int _uses;

    public T? Invoke(IFormulaRow row, EvaluationContext context)
    {
        try
        {
            return (_compiled ?? Prepare())(row, context);
        }
        catch (OverflowException)
        {
            // A number beyond decimal's range is blank like any other failure; testing each product beforehand would cost every formula.
            context.Report?.Invoke(FormulaDiagnostics.Overflowed(default));
            return default;
        }
        catch (RegexMatchTimeoutException)
        {
            // No pattern is known that gets here; if one does, it costs its record half a second and not the process.
            context.Report?.Invoke(FormulaDiagnostics.Failed(default));
            return default;
        }
    }

    private Func<IFormulaRow, EvaluationContext, T> Prepare()
        => Interlocked.Increment(ref _uses) <= InterpretedUses
            ? _interpreted ??= tree.Compile(preferInterpretation: true)
            : _compiled = tree.Compile();
}
