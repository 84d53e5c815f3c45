using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Rewriting;

/// <summary>
/// Numbers that may be moved to the other side of a comparison. A field holds at most 15 digits, 10 of them after the point;
/// within these bounds neither what was written nor what it is rewritten to is ever rounded, so that both are equal.
/// </summary>
internal static class ExactNumbers
{
    private const decimal Largest = 1_000_000_000_000m;
    private const int LargestScale = 6;
    private const decimal LargestFactor = 1_000_000m;

    /// <summary>What an expression of literals comes to; null if it has other parts or does not come out even.</summary>
    public static decimal? Fold(BoundNode node)
    {
        decimal? value = node switch
        {
            BoundNode.Literal { Value: decimal number } => number,
            BoundNode.Unary { Operator: UnaryOperator.Negate } unary => -Fold(unary.Operand),
            BoundNode.Unary { Operator: UnaryOperator.Percent } unary => Fold(unary.Operand) * 0.01m,
            BoundNode.Unary { Operator: UnaryOperator.Plus } unary => Fold(unary.Operand),
            BoundNode.Binary { Operator: BinaryOperator.Add } sum => Fold(sum.Left) + Fold(sum.Right),
            BoundNode.Binary { Operator: BinaryOperator.Subtract } difference => Fold(difference.Left) - Fold(difference.Right),
            BoundNode.Binary { Operator: BinaryOperator.Multiply } product => Fold(product.Left) * Fold(product.Right),
            _ => null,
        };
        return value is { } result && IsTerm(result) ? result : null;
    }

    public static int? FoldToDays(BoundNode node)
        => Fold(node) is { } number && decimal.IsInteger(number) && Math.Abs(number) < 4_000_000 ? (int)number : null;

    /// <summary>bound / factor, if that is exact.</summary>
    public static decimal? Divide(decimal bound, decimal factor)
    {
        if (!IsFactor(factor))
        {
            return null;
        }

        var quotient = Trim(bound / factor);
        return quotient * factor == bound && quotient.Scale <= 10 ? quotient : null;
    }

    /// <summary>1 / divisor, if that is exact: dividing by 4 is multiplying by 0.25.</summary>
    public static decimal? Reciprocal(decimal divisor)
        => divisor != 0 && Trim(1 / divisor) is var factor && factor * divisor == 1 && IsFactor(factor) ? factor : null;

    public static bool IsTerm(decimal number) => Math.Abs(number) < Largest && Trim(number).Scale <= LargestScale;

    private static bool IsFactor(decimal factor)
    {
        var trimmed = Trim(factor);
        for (var scale = trimmed.Scale; scale > 0; scale--)
        {
            trimmed *= 10;
        }

        return factor != 0 && Math.Abs(trimmed) < LargestFactor && Trim(factor).Scale <= LargestScale;
    }

    private static decimal Trim(decimal number) => number / 1.0000000000000000000000000000m;
}
