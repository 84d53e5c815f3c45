namespace LowCodeErp.Formula.Binding;

/// <summary>
/// The conversions made without being asked for; none loses anything that matters. A text never becomes a number, nor
/// a number a date: those are mistakes and get a message.
/// </summary>
public static class Conversions
{
    public const int DateAsNumber = 3;

    /// <summary>0 for the same type, more the further away, null if there is none.</summary>
    public static int? Cost(FormulaType from, FormulaType to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (from.IsError || to.IsError || from.Is(to))
        {
            return 0;
        }

        return (from.Kind, to.Kind) switch
        {
            (FormulaTypeKind.Blank, FormulaTypeKind.Text) => 0,
            (FormulaTypeKind.Date, FormulaTypeKind.DateTime) => 1,
            (FormulaTypeKind.DateTime, FormulaTypeKind.Date) => 2,
            (FormulaTypeKind.Time, FormulaTypeKind.Number) => 1,
            (FormulaTypeKind.Date, FormulaTypeKind.Number) => DateAsNumber,
            (FormulaTypeKind.DateTime, FormulaTypeKind.Number) => DateAsNumber + 1,
            (FormulaTypeKind.List, FormulaTypeKind.List) => Cost(from.Element!, to.Element!) == 0 ? 0 : null,
            _ => null,
        };
    }

    /// <summary>What has one fixed way of being written as text.</summary>
    public static bool IsPrintable(FormulaType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Kind is FormulaTypeKind.Text or FormulaTypeKind.Blank or FormulaTypeKind.Number or FormulaTypeKind.Date
            or FormulaTypeKind.DateTime or FormulaTypeKind.Time or FormulaTypeKind.Error;
    }

    /// <summary>The type that values of both fit into without surprise, as for the branches of IF; null if none.</summary>
    public static FormulaType? Common(FormulaType first, FormulaType second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.IsError || second.Kind == FormulaTypeKind.Blank || first.Is(second))
        {
            return first;
        }

        if (second.IsError || first.Kind == FormulaTypeKind.Blank)
        {
            return second;
        }

        return (first.Kind, second.Kind) switch
        {
            (FormulaTypeKind.Date, FormulaTypeKind.DateTime) or (FormulaTypeKind.DateTime, FormulaTypeKind.Date) => FormulaType.DateTime,
            (FormulaTypeKind.Time, FormulaTypeKind.Number) or (FormulaTypeKind.Number, FormulaTypeKind.Time) => FormulaType.Number,
            _ => null,
        };
    }

    public static BoundNode Apply(BoundNode node, FormulaType target)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(target);
        if (node.Type.IsError || node.Type.Is(target))
        {
            return node;
        }

        return node.Type.Kind == FormulaTypeKind.Blank
            ? new BoundNode.Literal(null, target, node.Span)
            : new BoundNode.Conversion(node, target);
    }
}
