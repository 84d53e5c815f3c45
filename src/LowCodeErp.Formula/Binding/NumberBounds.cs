using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Binding;

/// <summary>
/// How large a number can become and how many places it can have, as far as can be seen without evaluating. Where both fit into a
/// decimal, its arithmetic is exact and every database's is the same; elsewhere a formula calls the canonical operators.
/// </summary>
/// <param name="Largest">No value is larger than this, or smaller than its negative.</param>
/// <param name="Scale">No value has more digits behind the point.</param>
public readonly record struct NumberBounds(double Largest, int Scale)
{
    /// <summary>A little below decimal's own, since bounds are computed as doubles.</summary>
    private const double LargestDecimal = 7.9e28;

    /// <summary>Digits of a number field that does not tell, before as well as behind the point.</summary>
    private const int FieldDigits = 15;

    /// <summary>Many rows can be added before a sum is more than this many times its largest item.</summary>
    private const double MostItems = 1e10;

    private const int SerialScale = 18;
    private const double LargestSerial = 1e7;

    /// <summary>Anything that a decimal can be.</summary>
    public static NumberBounds Unknown { get; } = new(double.PositiveInfinity, 28);

    public bool IsExact => Largest * Math.Pow(10, Scale) < LargestDecimal;

    /// <summary>Whether a result may be beyond decimal's range, and so blank.</summary>
    public bool MayOverflow => !(Largest < LargestDecimal);

    public static NumberBounds Of(BoundNode node) => node switch
    {
        BoundNode.Literal literal => OfLiteral(literal.Value),
        BoundNode.Field field => OfField(field.Path.Last),
        BoundNode.Column column => Of(column.Value),
        BoundNode.Each each => Of(each.Body),
        BoundNode.List list => Any(list.Items),
        BoundNode.Conversion conversion => OfConversion(conversion),
        BoundNode.Unary unary => Of(unary),
        BoundNode.Binary binary => Of(binary),
        BoundNode.Call call => call.Function.GetBounds(call.Arguments),
        _ => Unknown,
    };

    /// <summary>Of a value that is one of these.</summary>
    public static NumberBounds Any(IEnumerable<BoundNode> nodes) => nodes.Select(Of).Aggregate(default(NumberBounds), Join);

    /// <summary>What a number written with these operators can be, before it is made canonical.</summary>
    public static NumberBounds OfResult(BoundNode.Binary binary)
    {
        ArgumentNullException.ThrowIfNull(binary);
        var (left, right) = (Of(binary.Left), Of(binary.Right));
        return binary.Operator switch
        {
            BinaryOperator.Add or BinaryOperator.Subtract => new(left.Largest + right.Largest, Math.Max(left.Scale, right.Scale)),
            BinaryOperator.Multiply => new(left.Largest * right.Largest, left.Scale + right.Scale),
            BinaryOperator.Modulo => Join(left, right) with { Largest = right.Largest },
            _ => Unknown,
        };
    }

    /// <summary>A percent sign divides by a hundred.</summary>
    public static NumberBounds OfPercent(BoundNode operand)
    {
        var bounds = Of(operand);
        return new(bounds.Largest / 100, bounds.Scale + 2);
    }

    internal static NumberBounds Sum(IEnumerable<BoundNode> nodes)
    {
        var items = Any(nodes);
        return new NumberBounds(items.Largest * MostItems, items.Scale).AsCanonical();
    }

    /// <summary>Canonical operators give what fits, or blank.</summary>
    internal NumberBounds AsCanonical() => new(Math.Min(Largest, LargestDecimal), Math.Min(Scale, SerialScale));

    /// <summary>At most so many places, for which the size may be rounded up.</summary>
    internal NumberBounds Rounded(int places) => new(Largest + 1, Math.Min(Scale, places));

    /// <summary>Of a number rounded to a number of digits, which is 0 where it is left out.</summary>
    internal static NumberBounds OfRounding(IReadOnlyList<BoundNode> arguments)
    {
        var bounds = Of(arguments[0]);
        return arguments.Count == 1 ? bounds.Rounded(0)
            : arguments[1] is BoundNode.Literal { Value: decimal and >= 0 and < 28 and var places } ? bounds.Rounded((int)decimal.Truncate(places))
            : Unknown;
    }

    private static NumberBounds Of(BoundNode.Unary unary) => unary.Operator switch
    {
        UnaryOperator.Percent => Settle(OfPercent(unary.Operand)),
        _ => Of(unary.Operand),
    };

    private static NumberBounds Of(BoundNode.Binary binary) => Settle(OfResult(binary));

    private static NumberBounds Settle(NumberBounds result) => result.IsExact ? result : result.AsCanonical();

    private static NumberBounds OfLiteral(object? value)
        => value is decimal number ? new((double)Math.Abs(number), number.Scale) : value is null ? default : Unknown;

    private static NumberBounds OfField(FormulaField field)
    {
        if (field.Kind == ValueKind.Time)
        {
            return new(1, SerialScale);
        }

        var scale = field.Scale ?? FieldDigits;
        return new(Math.Pow(10, field.Scale is null ? FieldDigits : Math.Max(0, (field.Precision ?? FieldDigits) - scale)), scale);
    }

    private static NumberBounds OfConversion(BoundNode.Conversion conversion) => conversion.Operand.Type.Kind switch
    {
        FormulaTypeKind.Number or FormulaTypeKind.Time or FormulaTypeKind.List => Of(conversion.Operand),
        FormulaTypeKind.Date => new(LargestSerial, 0),
        FormulaTypeKind.DateTime => new(LargestSerial, SerialScale),
        _ => Unknown,
    };

    private static NumberBounds Join(NumberBounds left, NumberBounds right)
        => new(Math.Max(left.Largest, right.Largest), Math.Max(left.Scale, right.Scale));
}
