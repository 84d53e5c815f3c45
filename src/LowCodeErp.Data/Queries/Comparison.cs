using System.Linq.Expressions;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Queries;

namespace LowCodeErp.Data.Queries;

/// <summary>A column compared with a value; false when the column is blank.</summary>
internal static class Comparison
{
    private static readonly Func<string, string, int> _compareText = string.Compare;

    public static Expression Of(Expression column, ComparisonOperator comparison, Value value) => comparison switch
    {
        ComparisonOperator.Equal => Expression.Equal(column, ParameterFor(column, value)),
        ComparisonOperator.NotEqual => Expression.AndAlso(
            RowExpressions.IsNotBlank(column),
            Expression.NotEqual(column, ParameterFor(column, value))),
        _ => Ordered(column, ToExpressionType(comparison), value),
    };

    public static Expression OneOf(Expression column, IEnumerable<Value> values)
    {
        var isListed = Expression.Call(
            typeof(Enumerable), nameof(Enumerable.Contains), [column.Type], RowExpressions.Parameter((object)ToArray(column.Type, values)), column);

        // Without this EF looks for a blank in the list too, which keeps the database from using an index.
        return Expression.AndAlso(RowExpressions.IsNotBlank(column), isListed);
    }

    /// <summary>Whether a list holds one of the values; not for sure false when the list is blank.</summary>
    public static Expression HasAny(Expression list, IEnumerable<Value> values)
    {
        var item = Expression.Parameter(list.Type.GetElementType()!, "item");
        var isListed = Expression.Call(
            typeof(Enumerable), nameof(Enumerable.Contains), [item.Type], RowExpressions.Parameter((object)ToArray(item.Type, values)), item);
        return RowExpressions.AnyItem(list, item, isListed);
    }

    /// <summary>Whether a list holds every one of the values.</summary>
    public static Expression HasAll(Expression list, IEnumerable<Value> values)
        => RowExpressions.AllOf(values.Select(value => RowExpressions.Holds(list, RowExpressions.Parameter(ToStored(value)))).Prepend(RowExpressions.IsNotBlank(list)));

    /// <summary>Neither .NET nor every database has an order of texts or booleans to begin with.</summary>
    private static BinaryExpression Ordered(Expression column, ExpressionType operation, Value value)
        => column.Type == typeof(string) ? OrderedText(column, operation, value)
            : column.Type == typeof(bool?) ? Expression.AndAlso(RowExpressions.IsNotBlank(column), OrderedBoolean(column, operation, value))
            : Expression.MakeBinary(operation, column, ParameterFor(column, value));

    private static BinaryExpression OrderedText(Expression column, ExpressionType operation, Value value)
    {
        var order = Expression.Call(_compareText.Method, column, ParameterFor(column, value));
        return Expression.MakeBinary(operation, order, Expression.Constant(0));
    }

    private static BinaryExpression OrderedBoolean(Expression column, ExpressionType operation, Value value)
    {
        var isTrue = Expression.Equal(column, Expression.Constant(true, typeof(bool?)));
        var rank = Expression.Condition(isTrue, Expression.Constant(1), Expression.Constant(0));
        return Expression.MakeBinary(operation, rank, RowExpressions.Parameter((bool)value.Content! ? 1 : 0));
    }

    private static Array ToArray(Type itemType, IEnumerable<Value> values)
    {
        var known = values.Where(value => !value.IsBlank).Select(ToStored).ToArray();
        var array = Array.CreateInstance(itemType, known.Length);
        known.CopyTo(array, 0);
        return array;
    }

    private static Expression ParameterFor(Expression column, Value value)
        => Expression.Convert(RowExpressions.Parameter(ToStored(value)), column.Type);

    /// <exception cref="ArgumentException">The value is blank: the caller has to say what that is to mean.</exception>
    private static object ToStored(Value value) => value.Content switch
    {
        null => throw new ArgumentException("A comparison needs a value; use IsBlank or IsNotBlank.", nameof(value)),
        DateTime time => DateTime.SpecifyKind(time, DateTimeKind.Utc),
        var content => content,
    };

    private static ExpressionType ToExpressionType(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Less => ExpressionType.LessThan,
        ComparisonOperator.LessOrEqual => ExpressionType.LessThanOrEqual,
        ComparisonOperator.Greater => ExpressionType.GreaterThan,
        ComparisonOperator.GreaterOrEqual => ExpressionType.GreaterThanOrEqual,
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, null),
    };
}
