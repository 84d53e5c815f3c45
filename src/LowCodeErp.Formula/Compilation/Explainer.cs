using System.Linq.Expressions;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Formula.Compilation;

/// <summary>Evaluates every part of a formula by itself and tells it in words.</summary>
internal sealed class Explainer(RowScope record, string text, IFormulaRow row, EvaluationContext context)
{
    private readonly ExplanationWriter _chinese = new(text, context.Zone, isChinese: true);
    private readonly ExplanationWriter _english = new(text, context.Zone, isChinese: false);
    private readonly Dictionary<BoundNode, (object? Value, bool Failed)> _results = new(ReferenceEqualityComparer.Instance);

    public Explanation Explain(BoundNode node)
    {
        var steps = node.Children.Where(IsStep).Select(Explain).ToArray();
        var (value, failed) = Evaluate(node);
        var words = new LocalizedText(_chinese.Write(node, Evaluate), _english.Write(node, Evaluate));
        return node is BoundNode.Conversion && steps.Length == 1 ? steps[0] : new(node.Span, value, failed, words, steps);
    }

    /// <summary>Literals explain themselves, and what is evaluated for each item has no one value.</summary>
    private static bool IsStep(BoundNode node)
        => node is BoundNode.Conversion conversion ? IsStep(conversion.Operand) : node is not (BoundNode.Literal or BoundNode.Each);

    private (object? Value, bool Failed) Evaluate(BoundNode node)
    {
        if (_results.TryGetValue(node, out var known))
        {
            return known;
        }

        try
        {
            return _results[node] = Run(node);
        }
        catch (OverflowException)
        {
            // As in FormulaDelegate: beyond the range of numbers is a failure, which is just what is to be shown here.
            return _results[node] = (null, true);
        }
    }

    private (object? Value, bool Failed) Run(BoundNode node)
    {
        var rowParameter = Expression.Parameter(typeof(IFormulaRow));
        var contextParameter = Expression.Parameter(typeof(EvaluationContext));
        var emitter = new Emitter(MemoryRowAccess.Instance, contextParameter);
        emitter.Define(record, rowParameter);
        var emitted = emitter.Emit(node);
        var failed = emitted.Failure is not null && Run<bool>(emitted.Failure, rowParameter, contextParameter);
        return (failed ? null : Run<object?>(Expressions.As(emitted.Value, typeof(object)), rowParameter, contextParameter), failed);
    }

    private T Run<T>(Expression body, ParameterExpression rowParameter, ParameterExpression contextParameter)
        => Expression.Lambda<Func<IFormulaRow, EvaluationContext, T>>(body, rowParameter, contextParameter)
            .Compile(preferInterpretation: true)(row, context);
}
