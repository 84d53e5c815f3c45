using System.Linq.Expressions;

namespace LowCodeErp.Formula.Compilation;

/// <summary>The few shapes of expression trees that formulas are made of.</summary>
internal static class Expressions
{
    public static Expression True { get; } = Expression.Constant(true);

    public static Expression False { get; } = Expression.Constant(false);

    public static Expression Null(Type type) => Expression.Constant(null, type);

    public static bool CanBeNull(Expression expression) => !expression.Type.IsValueType || System.Nullable.GetUnderlyingType(expression.Type) is not null;

    public static Expression? OrElse(Expression? left, Expression? right)
        => left is null ? right : right is null ? left : Expression.OrElse(left, right);

    public static Expression AndAlso(Expression left, Expression right)
        => left == True ? right : right == True ? left : Expression.AndAlso(left, right);

    public static Expression Not(Expression expression) => expression is UnaryExpression { NodeType: ExpressionType.Not } not
        ? not.Operand
        : Expression.Not(expression);

    public static Expression IsNull(Expression expression)
        => CanBeNull(expression) ? Expression.Equal(expression, Expression.Constant(null, expression.Type)) : False;

    public static Expression IsNotNull(Expression expression)
        => CanBeNull(expression) ? Expression.NotEqual(expression, Expression.Constant(null, expression.Type)) : True;

    /// <summary>Blank counts as FALSE.</summary>
    public static Expression Condition(Expression expression)
        => expression.Type == typeof(bool) ? expression : Expression.Equal(expression, Expression.Constant(true, typeof(bool?)));

    /// <summary>Blank counts as 0.</summary>
    public static Expression OrZero(Expression expression)
        => expression.Type == typeof(decimal) ? expression : Expression.Coalesce(expression, Expression.Constant(0m));

    public static Expression As(Expression expression, Type type) => expression.Type == type ? expression : Expression.Convert(expression, type);

    /// <summary>The same type with room for blank.</summary>
    public static Expression Nullable(Expression expression)
        => CanBeNull(expression) ? expression : Expression.Convert(expression, typeof(Nullable<>).MakeGenericType(expression.Type));

    public static Expression Choose(Expression test, Expression whenTrue, Expression whenFalse, Type type)
        => Expression.Condition(test, As(whenTrue, type), As(whenFalse, type));

    /// <summary>The failure of what is chosen by a test.</summary>
    public static Expression? ChooseFailure(Expression test, Expression? whenTrue, Expression? whenFalse)
        => whenTrue is null && whenFalse is null ? null : Expression.Condition(test, whenTrue ?? False, whenFalse ?? False);

    /// <summary>The value, or blank where it failed.</summary>
    public static Expression Settle(Emitted emitted, Type type)
        => emitted.Failure is null ? As(emitted.Value, type) : Choose(emitted.Failure, Null(type), emitted.Value, type);
}
