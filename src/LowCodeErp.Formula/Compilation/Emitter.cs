using System.Linq.Expressions;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// Turns a bound formula into an expression tree that calls nothing but <see cref="FormulaPrimitives"/>. The tree is the
/// formula's one meaning: it is compiled to a delegate here and translated to SQL in the data layer.
/// </summary>
internal sealed class Emitter(IRowAccess access, ParameterExpression context)
{
    private const decimal MinutesOfDay = 1440;

    private readonly Dictionary<RowScope, Expression> _rows = [];

    public ParameterExpression Context => context;

    public void Define(RowScope scope, Expression row) => _rows[scope] = row;

    public Expression RowOf(RowScope scope) => _rows[scope];

    public Emitted Emit(BoundNode node) => node switch
    {
        BoundNode.Literal literal => new(EmitLiteral(literal)),
        BoundNode.Field field => new(Read(field)),
        BoundNode.Item item => new(RowOf(item.Scope)),
        BoundNode.Column column => EmitColumn(column),
        BoundNode.List list => EmitList(list),
        BoundNode.Conversion conversion => ConversionEmitter.Emit(this, conversion),
        BoundNode.Call call => call.Function.Emit(new CallEmitter(this, call)),
        BoundNode.Unary { Operator: not UnaryOperator.Not } unary => ArithmeticEmitter.Emit(this, unary),
        BoundNode.Binary binary when binary.Type.Kind != FormulaTypeKind.Boolean => ArithmeticEmitter.Emit(this, binary),
        BoundNode.Unary or BoundNode.Binary or BoundNode.Guarded => EmitCondition(node),
        _ => throw new InvalidOperationException($"A formula with errors cannot be compiled: {node}"),
    };

    /// <summary>The node as a two-valued condition. Negation goes down to the comparisons, where an index can still serve.</summary>
    public Emitted EmitCondition(BoundNode node, bool negated = false)
    {
        switch (node)
        {
            case BoundNode.Unary { Operator: UnaryOperator.Not } not:
                return EmitCondition(not.Operand, !negated);
            case BoundNode.Binary { Operator: BinaryOperator.And or BinaryOperator.Or } logical:
                return EmitLogical([logical.Left, logical.Right], logical.Operator == BinaryOperator.And, negated);
            case BoundNode.Binary binary:
                return ComparisonEmitter.Emit(this, binary, negated);
            case BoundNode.Call call:
                return call.Function.EmitCondition(new CallEmitter(this, call), negated);
            case BoundNode.Guarded guarded:
                var value = EmitCondition(guarded.Value, negated);
                return value with { Failure = Expressions.OrElse(EmitCondition(guarded.FailsWhen).Value, value.Failure) };
            default:
                var emitted = Emit(node);
                var condition = Expressions.Condition(emitted.Value);
                return emitted with { Value = negated ? Expressions.Not(condition) : condition };
        }
    }

    /// <summary>AND or OR. What is not reached does not fail.</summary>
    public Emitted EmitLogical(IReadOnlyList<BoundNode> operands, bool isAnd, bool negated)
    {
        var joinsWithAnd = isAnd != negated;
        var result = EmitCondition(operands[^1], negated);
        foreach (var operand in operands.Reverse().Skip(1))
        {
            var left = EmitCondition(operand, negated);
            var goesOn = joinsWithAnd ? left.Value : Expressions.Not(left.Value);
            result = new(
                joinsWithAnd ? Expression.AndAlso(left.Value, result.Value) : Expression.OrElse(left.Value, result.Value),
                Expressions.OrElse(left.Failure, result.Failure is null ? null : Expression.AndAlso(goesOn, result.Failure)));
        }

        return result;
    }

    /// <summary>A function of one item; an item for which it fails gives blank.</summary>
    public LambdaExpression EmitEach(RowScope scope, BoundNode body)
    {
        var item = Expression.Parameter(scope.Item!.Kind == FormulaTypeKind.Rows ? access.RowType : scope.Item.ClrType, "item");
        Define(scope, item);
        return Expression.Lambda(Expressions.Settle(Emit(body), body.Type.ClrType), item);
    }

    /// <summary>A time is kept in minutes, which are exact; formulas count it in days, as TIME() does, and round as it does.</summary>
    private Expression Read(BoundNode.Field field)
    {
        if (field.Type.Kind != FormulaTypeKind.Time)
        {
            return access.Read(RowOf(field.Scope), field.Path, field.Type);
        }

        var minutes = access.Read(RowOf(field.Scope), field.Path, FormulaType.Number);
        var days = Expression.Call(typeof(FormulaPrimitives), nameof(FormulaPrimitives.Divide), null, Expressions.OrZero(minutes), Expression.Constant(MinutesOfDay));
        return Expressions.Choose(Expressions.IsNull(minutes), Expressions.Null(typeof(decimal?)), days, typeof(decimal?));
    }

    private Expression EmitLiteral(BoundNode.Literal literal) => literal.Value switch
    {
        null => Expressions.Null(literal.Type.ClrType),
        DateTime { Kind: DateTimeKind.Utc } => Expression.Constant(literal.Value),
        DateTime local => Expression.Call(typeof(FormulaPrimitives), nameof(FormulaPrimitives.ToUtc), null, Expression.Constant(local), context),
        var value => Expression.Constant(value),
    };

    private Emitted EmitColumn(BoundNode.Column column)
    {
        var rows = Emit(column.Rows).Value;
        var value = EmitEach(column.Scope, column.Value);
        return new(Expression.Call(
            typeof(FormulaPrimitives), nameof(FormulaPrimitives.Map), [access.RowType, value.ReturnType], rows, value));
    }

    private Emitted EmitList(BoundNode.List list)
    {
        var items = list.Items.Select(Emit).ToArray();
        var type = list.Type.Element!.ClrType;
        return new(
            Expression.NewArrayInit(type, items.Select(item => Expressions.As(item.Value, type))),
            items.Aggregate((Expression?)null, (failure, item) => Expressions.OrElse(failure, item.Failure)));
    }
}
