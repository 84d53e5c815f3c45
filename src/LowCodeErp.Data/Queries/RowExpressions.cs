using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>The few expressions on rows that every query is put together from.</summary>
internal static class RowExpressions
{
    private static readonly MethodInfo _property = typeof(EF).GetMethod(nameof(EF.Property))!;

    public static ParameterExpression NewRow() => Expression.Parameter(typeof(Row), "row");

    public static Expression Column(Expression row, string column, Type type)
        => Expression.Call(_property.MakeGenericMethod(type), row, Expression.Constant(column));

    /// <summary>
    /// A member of an object, which is how the compiler writes a captured variable, becomes a parameter of the command. A
    /// constant would become part of its text, and each value would be compiled and planned anew.
    /// </summary>
    public static Expression Parameter<T>(T value)
        => Expression.Field(Expression.Constant(new Captured<T> { Value = value }), nameof(Captured<>.Value));

    /// <summary>A parameter of the value's own type.</summary>
    public static Expression Parameter(object value)
        => Expression.Field(NewCaptured(value), nameof(Captured<>.Value));

    public static Expression IsBlank(Expression value) => Expression.Equal(value, Expression.Constant(null, value.Type));

    public static Expression IsNotBlank(Expression value) => Expression.NotEqual(value, Expression.Constant(null, value.Type));

    /// <summary>A list as one parameter, however long it is. EF would otherwise make one of every item: thousands of them take longer to read than to look up.</summary>
    public static Expression Items<T>(T[] items) => Expression.Call(typeof(EF), nameof(EF.Parameter), [typeof(T[])], Parameter(items));

    /// <summary>Whether a list holds the item.</summary>
    public static Expression Holds(Expression list, Expression item)
        => Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [item.Type], list, item);

    /// <summary>Whether the condition holds for one item of a list.</summary>
    public static Expression AnyItem(Expression list, ParameterExpression item, Expression condition)
        => Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [item.Type], list, Expression.Lambda(condition, item));

    /// <summary>The first item of a list; null when the list is blank.</summary>
    public static Expression First(Expression list)
    {
        var first = Expression.ArrayIndex(list, Expression.Constant(0));
        return first.Type.IsValueType ? Expression.Convert(first, typeof(Nullable<>).MakeGenericType(first.Type)) : first;
    }

    public static Expression AllOf(IEnumerable<Expression> conditions)
        => conditions.DefaultIfEmpty(Expression.Constant(true)).Aggregate(Expression.AndAlso);

    public static Expression AnyOf(IEnumerable<Expression> conditions)
        => conditions.DefaultIfEmpty(Expression.Constant(false)).Aggregate(Expression.OrElse);

    public static Expression<Func<Row, object?[]>> Select(ParameterExpression row, params IEnumerable<Expression> values)
        => Expression.Lambda<Func<Row, object?[]>>(
            Expression.NewArrayInit(typeof(object), values.Select(value => Expression.Convert(value, typeof(object)))), row);

    public static IQueryable<Row> Where(IQueryable<Row> rows, ParameterExpression row, Expression condition)
        => rows.Where(Expression.Lambda<Func<Row, bool>>(condition, row));

    private static ConstantExpression NewCaptured(object value)
    {
        var captured = Activator.CreateInstance(typeof(Captured<>).MakeGenericType(value.GetType()))!;
        captured.GetType().GetField(nameof(Captured<>.Value))!.SetValue(captured, value);
        return Expression.Constant(captured);
    }

    private sealed class Captured<T>
    {
        public T Value = default!;
    }
}
