using LowCodeErp.Formula.Functions;
using LowCodeErp.Formula.Syntax;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Binding;

/// <summary>A formula understood: names resolved, types known, conversions explicit.</summary>
public abstract record BoundNode(FormulaType Type, TextSpan Span)
{
    public virtual IReadOnlyList<BoundNode> Children => [];

    /// <summary>The node and everything below it, what is computed for each row of a column included.</summary>
    public IEnumerable<BoundNode> Walk()
    {
        var inner = this is Column column ? Children.Append(column.Value) : Children;
        return inner.SelectMany(child => child.Walk()).Prepend(this);
    }

    public sealed record Literal(object? Value, FormulaType Type, TextSpan Span) : BoundNode(Type, Span);

    /// <summary>A value of a row; <paramref name="Path"/> starts at the row of <paramref name="Scope"/>.</summary>
    public sealed record Field(RowScope Scope, FieldPath Path, FormulaType Type, TextSpan Span) : BoundNode(Type, Span);

    /// <summary>The values of one field over the rows of <paramref name="Rows"/>: [明细.金额].</summary>
    public sealed record Column(BoundNode Rows, RowScope Scope, BoundNode Value, TextSpan Span)
        : BoundNode(FormulaType.ListOf(Value.Type), Span)
    {
        public override IReadOnlyList<BoundNode> Children => [Rows];
    }

    /// <summary>当前项.</summary>
    public sealed record Item(RowScope Scope, FormulaType Type, TextSpan Span) : BoundNode(Type, Span);

    public sealed record Unary(UnaryOperator Operator, BoundNode Operand, FormulaType Type, TextSpan Span) : BoundNode(Type, Span)
    {
        public override IReadOnlyList<BoundNode> Children => [Operand];
    }

    public sealed record Binary(BinaryOperator Operator, BoundNode Left, BoundNode Right, FormulaType Type, TextSpan Span)
        : BoundNode(Type, Span)
    {
        public override IReadOnlyList<BoundNode> Children => [Left, Right];
    }

    public sealed record Call(
        FormulaFunction Function, FunctionSignature Signature, IReadOnlyList<BoundNode> Arguments, FormulaType Type, TextSpan Span)
        : BoundNode(Type, Span)
    {
        public override IReadOnlyList<BoundNode> Children => Arguments;
    }

    /// <summary>A conversion that loses nothing; see <see cref="Conversions"/>.</summary>
    public sealed record Conversion(BoundNode Operand, FormulaType Type) : BoundNode(Type, Operand.Span)
    {
        public override IReadOnlyList<BoundNode> Children => [Operand];
    }

    public sealed record List(IReadOnlyList<BoundNode> Items, FormulaType Type, TextSpan Span) : BoundNode(Type, Span)
    {
        public override IReadOnlyList<BoundNode> Children => Items;
    }

    /// <summary>An expression evaluated for each item of a list or for each row.</summary>
    public sealed record Each(RowScope Scope, BoundNode Body, TextSpan Span) : BoundNode(Body.Type, Span)
    {
        public override IReadOnlyList<BoundNode> Children => [Body];
    }

    /// <summary>
    /// A condition put into another form, with what made the original fail kept beside it; see <see cref="Rewriting.SargableRewriter"/>.
    /// </summary>
    public sealed record Guarded(BoundNode Value, BoundNode FailsWhen) : BoundNode(Value.Type, Value.Span)
    {
        public override IReadOnlyList<BoundNode> Children => [Value, FailsWhen];
    }

    public sealed record Error(TextSpan Span) : BoundNode(FormulaType.Error, Span);
}
