using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Binding;

/// <summary>
/// Which operands an operator takes: the types that both sides are converted to, and the type of the result.
/// </summary>
internal sealed record OperatorTypes(FormulaType Left, FormulaType Right, FormulaType ResultType)
{
    private static OperatorTypes Numbers(FormulaType? result = null) => new(FormulaType.Number, FormulaType.Number, result ?? FormulaType.Number);

    public static OperatorTypes? Find(BinaryOperator binary, FormulaType left, FormulaType right) => binary switch
    {
        BinaryOperator.And or BinaryOperator.Or => Are(left, right, FormulaTypeKind.Boolean) ? new(left, right, FormulaType.Boolean) : null,
        BinaryOperator.Concatenate => Conversions.IsPrintable(left) && Conversions.IsPrintable(right)
            ? new(FormulaType.Text, FormulaType.Text, FormulaType.Text)
            : null,
        BinaryOperator.Add => Add(left, right) ?? Mirror(Add(right, left)),
        BinaryOperator.Subtract => Subtract(left, right),
        BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Modulo or BinaryOperator.Power
            => left.IsNumeric && right.IsNumeric ? Numbers() : null,
        BinaryOperator.Equal or BinaryOperator.NotEqual => Compare(left, right),
        _ => IsOrdered(left) && IsOrdered(right) ? Compare(left, right) : null,
    };

    private static bool Are(FormulaType left, FormulaType right, FormulaTypeKind kind) => left.Kind == kind && right.Kind == kind;

    private static OperatorTypes? Mirror(OperatorTypes? types) => types is null ? null : new(types.Right, types.Left, types.ResultType);

    private static OperatorTypes? Add(FormulaType left, FormulaType right) => (left.Kind, right.Kind) switch
    {
        (FormulaTypeKind.Time, FormulaTypeKind.Time) => Numbers(FormulaType.Time),
        (FormulaTypeKind.Date, FormulaTypeKind.Number) => new(left, right, FormulaType.Date),
        (FormulaTypeKind.Date, FormulaTypeKind.Time) => new(FormulaType.DateTime, FormulaType.Number, FormulaType.DateTime),
        (FormulaTypeKind.DateTime, FormulaTypeKind.Number or FormulaTypeKind.Time) => new(left, FormulaType.Number, left),
        _ => left.IsNumeric && right.IsNumeric ? Numbers() : null,
    };

    private static OperatorTypes? Subtract(FormulaType left, FormulaType right) => (left.Kind, right.Kind) switch
    {
        (FormulaTypeKind.Date, FormulaTypeKind.Date) => new(left, right, FormulaType.Number),
        (FormulaTypeKind.Date or FormulaTypeKind.DateTime, FormulaTypeKind.Date or FormulaTypeKind.DateTime)
            => new(FormulaType.DateTime, FormulaType.DateTime, FormulaType.Number),
        _ => Are(right, right, FormulaTypeKind.Date) || Are(right, right, FormulaTypeKind.DateTime) ? null : Add(left, right),
    };

    private static bool IsOrdered(FormulaType type) => type.Kind is FormulaTypeKind.Number or FormulaTypeKind.Time
        or FormulaTypeKind.Date or FormulaTypeKind.DateTime;

    private static OperatorTypes? Compare(FormulaType left, FormulaType right)
    {
        if (left.Kind is FormulaTypeKind.List or FormulaTypeKind.Rows || right.Kind is FormulaTypeKind.List or FormulaTypeKind.Rows)
        {
            return null;
        }

        if (Conversions.Common(left, right) is { } common)
        {
            return new(common, common, FormulaType.Boolean);
        }

        var isDateAndNumber = (left.Kind is FormulaTypeKind.Date or FormulaTypeKind.DateTime && right.IsNumeric)
            || (right.Kind is FormulaTypeKind.Date or FormulaTypeKind.DateTime && left.IsNumeric);
        return isDateAndNumber ? Numbers(FormulaType.Boolean) : null;
    }
}
