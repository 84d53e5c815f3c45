using System.Linq.Expressions;
using LowCodeErp.Data.Model;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>GROUP BY one field: of each group its key, the number of its rows, and sums in the smallest units of their fields.</summary>
internal static class RowGroups
{
    public static IQueryable<object?[]> Of(FormRows rows, IQueryable<Row> found, RecordGrouping grouping)
    {
        var row = RowExpressions.NewRow();
        var key = rows.Column(row, grouping.By);
        var groupType = typeof(IGrouping<,>).MakeGenericType(key.Type, typeof(Row));
        var groups = Call(nameof(Queryable.GroupBy), [typeof(Row), key.Type], found.Expression, Expression.Lambda(key, row));
        groups = Ordered(groups, groupType, nameof(Queryable.OrderByDescending), Count);
        groups = Ordered(groups, groupType, nameof(Queryable.ThenBy), Key);
        groups = Call(nameof(Queryable.Take), [groupType], groups, RowExpressions.Parameter(grouping.Most + 1));
        var group = Expression.Parameter(groupType, "group");
        Expression[] selected = [Key(group), Count(group), .. grouping.Summed.Select(field => Sum(rows, group, field))];
        var array = Expression.NewArrayInit(typeof(object), selected.Select(value => Expression.Convert(value, typeof(object))));
        return found.Provider.CreateQuery<object?[]>(Call(nameof(Queryable.Select), [groupType, typeof(object[])], groups, Expression.Lambda(array, group)));
    }

    public static long UnitsInOne(FieldModel field)
    {
        var units = 1L;
        for (var digit = 0; digit < (field.Storage.Scale ?? 0); digit++)
        {
            units *= 10;
        }

        return units;
    }

    private static MemberExpression Key(ParameterExpression group) => Expression.Property(group, nameof(IGrouping<,>.Key));

    private static MethodCallExpression Count(ParameterExpression group)
        => Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [typeof(Row)], group);

    /// <summary>Sums of SQLite's REAL would be off by the last digits.</summary>
    private static MethodCallExpression Sum(FormRows rows, ParameterExpression group, FieldModel field)
    {
        var row = RowExpressions.NewRow();
        var units = Expression.Call(((Func<decimal?, long, long>)AmountUnits.Of).Method, rows.Column(row, field), Expression.Constant(UnitsInOne(field)));
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Sum), [typeof(Row)], group, Expression.Lambda<Func<Row, long>>(units, row));
    }

    private static MethodCallExpression Ordered(Expression groups, Type groupType, string method, Func<ParameterExpression, Expression> by)
    {
        var group = Expression.Parameter(groupType, "group");
        var value = by(group);
        return Call(method, [groupType, value.Type], groups, Expression.Lambda(value, group));
    }

    private static MethodCallExpression Call(string method, Type[] types, params Expression[] arguments)
        => Expression.Call(typeof(Queryable), method, types, arguments);
}
