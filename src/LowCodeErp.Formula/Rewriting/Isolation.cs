using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Functions.Dates;
using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Rewriting;

/// <summary>
/// Takes one comparison apart, layer by layer from the outside, until a bare field is left on its side. What the field's
/// being blank and the calendar's end made of the original is gathered on the way and put beside the result.
/// </summary>
internal sealed partial class Isolation
{
    private readonly List<BoundNode> _failures = [];
    private bool _blankHolds;
    private bool _countsBlankAsZero;
    private bool _isScaled;

    private Isolation(BinaryOperator comparison, bool negated) => _blankHolds = negated != (comparison == BinaryOperator.NotEqual);

    /// <summary>The comparison, or its negation, with a field alone on the left; null where there is no such form, or it has it already.</summary>
    public static BoundNode? TryIsolate(BoundNode subject, BinaryOperator comparison, BoundNode bound, bool negated)
    {
        if (subject is BoundNode.Field or BoundNode.Literal)
        {
            return null;
        }

        var isolation = new Isolation(comparison, negated);
        var wanted = negated ? Comparison.Opposite(comparison) : comparison;
        var found = subject.Type.Kind switch
        {
            FormulaTypeKind.Number => isolation.SolveNumber(subject, wanted, bound),
            FormulaTypeKind.Date => isolation.SolveDay(subject, wanted, bound),
            FormulaTypeKind.DateTime => isolation.SolveMoment(subject, wanted, bound),
            _ => null,
        };
        return found is null ? null : isolation.Guard(found);
    }

    private BoundNode Guard(BoundNode value) => _failures.Count == 0 ? value : new BoundNode.Guarded(value, _failures.Aggregate(Conditions.Or));

    /// <summary>The result with a blank field decided as the original does.</summary>
    private BoundNode? Finish(BoundNode? condition, BoundNode subject, BinaryOperator comparison)
    {
        var holdsForBlank = comparison == BinaryOperator.NotEqual;
        var field = subject is BoundNode.Conversion conversion ? conversion.Operand : subject;
        return condition is null || _blankHolds == holdsForBlank ? condition
            : _blankHolds ? Conditions.Or(condition, Conditions.IsBlank(field))
            : Conditions.And(condition, Conditions.IsNotBlank(field));
    }

    private BoundNode? SolveNumber(BoundNode subject, BinaryOperator comparison, BoundNode bound)
    {
        if (ExactNumbers.Fold(bound) is { } number)
        {
            return Solve(subject, comparison, number);
        }

        return subject is BoundNode.Call { Function: Year } year && YearOf(bound) is { } day ? SolveYear(year.Arguments[0], comparison, day) : null;
    }

    private BoundNode? Solve(BoundNode subject, BinaryOperator comparison, decimal bound)
    {
        switch (subject)
        {
            case BoundNode.Field:
                _blankHolds = Comparison.Holds(0m, comparison, bound);
                return Finish(Conditions.Compare(subject, comparison, bound), subject, comparison);
            case BoundNode.Unary unary:
                _countsBlankAsZero = true;
                return SolveSign(unary, comparison, bound);
            case BoundNode.Binary { Left.Type.Kind: FormulaTypeKind.Date, Right.Type.Kind: FormulaTypeKind.Date } span:
                return SolveSpan(span.Left, span.Right, comparison, bound);
            case BoundNode.Binary { Left.Type.IsNumeric: true, Right.Type.IsNumeric: true } binary:
                _countsBlankAsZero = true;
                return SolveArithmetic(binary, comparison, bound);
            case BoundNode.Call call:
                return SolveCall(call, comparison, bound);
            default:
                return null;
        }
    }

    private BoundNode? SolveSign(BoundNode.Unary unary, BinaryOperator comparison, decimal bound) => unary.Operator switch
    {
        UnaryOperator.Plus => Solve(unary.Operand, comparison, bound),
        UnaryOperator.Negate => Solve(unary.Operand, Comparison.Mirror(comparison), -bound),
        UnaryOperator.Percent => SolveProduct(unary.Operand, comparison, 0.01m, bound),
        _ => null,
    };

    private BoundNode? SolveArithmetic(BoundNode.Binary binary, BinaryOperator comparison, decimal bound)
    {
        var (left, right) = (ExactNumbers.Fold(binary.Left), ExactNumbers.Fold(binary.Right));
        return binary.Operator switch
        {
            BinaryOperator.Add when right is { } term => SolveSum(binary.Left, comparison, bound - term),
            BinaryOperator.Add when left is { } term => SolveSum(binary.Right, comparison, bound - term),
            BinaryOperator.Subtract when right is { } term => SolveSum(binary.Left, comparison, bound + term),
            BinaryOperator.Subtract when left is { } term => SolveSum(binary.Right, Comparison.Mirror(comparison), term - bound),
            BinaryOperator.Multiply when right is { } factor => SolveProduct(binary.Left, comparison, factor, bound),
            BinaryOperator.Multiply when left is { } factor => SolveProduct(binary.Right, comparison, factor, bound),
            BinaryOperator.Divide when right is { } divisor && ExactNumbers.Reciprocal(divisor) is { } factor
                => SolveProduct(binary.Left, comparison, factor, bound),
            _ => null,
        };
    }

    private BoundNode? SolveSum(BoundNode subject, BinaryOperator comparison, decimal bound)
        => ExactNumbers.IsTerm(bound) ? Solve(subject, comparison, bound) : null;

    /// <summary>One factor only: the digits of several would add up beyond what a decimal holds.</summary>
    private BoundNode? SolveProduct(BoundNode subject, BinaryOperator comparison, decimal factor, decimal bound)
    {
        if (_isScaled || ExactNumbers.Divide(bound, factor) is not { } quotient)
        {
            return null;
        }

        _isScaled = true;
        return Solve(subject, factor < 0 ? Comparison.Mirror(comparison) : comparison, quotient);
    }

    private BoundNode? SolveCall(BoundNode.Call call, BinaryOperator comparison, decimal bound) => call.Function switch
    {
        Days => SolveSpan(call.Arguments[0], call.Arguments[1], comparison, bound),
        Year when decimal.IsInteger(bound) && bound is >= 1 and <= 9_999 => SolveYear(call.Arguments[0], comparison, (int)bound, call),
        Age => SolveAge(call, comparison, bound),
        DateDif => SolveDateDif(call, comparison, bound),
        _ => null,
    };
}
