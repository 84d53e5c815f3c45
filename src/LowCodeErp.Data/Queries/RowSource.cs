using System.Linq.Expressions;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>Where a query begins: the table of its form, before any condition.</summary>
internal static class RowSource
{
    public static IQueryable<Row> Of(IQueryable<Row> rows)
        => rows.Provider.CreateQuery<Row>(Find(rows.Expression));

    /// <summary>The same query over other rows of the form.</summary>
    public static IQueryable<Row> Replace(IQueryable<Row> rows, IQueryable<Row> source)
        => rows.Provider.CreateQuery<Row>(Replace(rows.Expression, source.Expression));

    private static Expression Find(Expression query) => query is MethodCallExpression call ? Find(call.Arguments[0]) : query;

    private static Expression Replace(Expression query, Expression source)
        => query is MethodCallExpression call ? call.Update(call.Object, [Replace(call.Arguments[0], source), .. call.Arguments.Skip(1)]) : source;
}
