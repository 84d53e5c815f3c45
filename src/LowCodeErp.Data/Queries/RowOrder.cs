using System.Linq.Expressions;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>Puts rows in the order of a query: total, since the id decides between equals.</summary>
internal sealed class RowOrder(FormRows rows, DatabaseProvider provider)
{
    public IQueryable<Row> Sort(IQueryable<Row> source, IReadOnlyList<SortOrder> orders)
    {
        var row = RowExpressions.NewRow();
        var sorted = source;
        foreach (var order in orders)
        {
            var value = rows.Shown(row, FormRows.ToShown(order.Field.Fields));
            if (!PutsBlanksLast(order.Descending))
            {
                sorted = By(sorted, row, RowExpressions.IsBlank(value), descending: false);
            }

            sorted = By(sorted, row, value, order.Descending);
        }

        // Ids are given out in ascending order, so the last ones are the newest. They follow the direction of the last field
        // because an index on it can then be read straight through.
        return By(sorted, row, FormRows.Id(row), orders.Count == 0 || orders[^1].Descending);
    }

    public static IQueryable<Row> By(IQueryable<Row> source, ParameterExpression row, Expression value, bool descending = false)
    {
        var method = (IsSorted(source), descending) switch
        {
            (false, false) => nameof(Queryable.OrderBy),
            (false, true) => nameof(Queryable.OrderByDescending),
            (true, false) => nameof(Queryable.ThenBy),
            (true, true) => nameof(Queryable.ThenByDescending),
        };
        var call = Expression.Call(typeof(Queryable), method, [typeof(Row), value.Type], source.Expression, Expression.Lambda(value, row));
        return source.Provider.CreateQuery<Row>(call);
    }

    private static bool IsSorted(IQueryable<Row> source) => source.Expression.Type.IsAssignableTo(typeof(IOrderedQueryable<Row>))
        && source.Expression is MethodCallExpression
        {
            Method.Name: nameof(Queryable.OrderBy) or nameof(Queryable.OrderByDescending)
            or nameof(Queryable.ThenBy) or nameof(Queryable.ThenByDescending)
        };

    /// <summary>
    /// For PostgreSQL a blank is greater than every value, for the others it is less. Where that puts blanks last anyway
    /// nothing is added to the order, so that an index on the field serves it.
    /// </summary>
    private bool PutsBlanksLast(bool descending) => provider == DatabaseProvider.PostgreSql ? !descending : descending;
}
