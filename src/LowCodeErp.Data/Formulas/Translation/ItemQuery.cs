using System.Linq.Expressions;
using LowCodeErp.Data.Queries;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>A query of items within an expression, with a value of each.</summary>
/// <param name="Row">An item of the source.</param>
/// <param name="Joined">Of rows; null where the items are written out.</param>
internal sealed record ItemQuery(Expression Source, ParameterExpression Row, Expression Value, JoinedRows? Joined)
{
    /// <summary>Written items are from the start.</summary>
    public bool IsOrdered { get; init; } = Joined is null;

    public ItemQuery Where(Expression condition) => this with { Source = Call(nameof(Queryable.Where), [], Expression.Lambda(condition, Row)) };

    public ItemQuery OrderBy(Expression key, bool descending) => this with
    {
        IsOrdered = true,
        Source = Call(descending ? nameof(Queryable.OrderByDescending) : nameof(Queryable.OrderBy), [key.Type], Expression.Lambda(key, Row)),
    };

    /// <summary>Lines as people see them; related records as they were made. Written items have their order.</summary>
    public ItemQuery InOrder()
    {
        if (Joined is null)
        {
            return this;
        }

        var sorted = Joined.Form.Parent is null
            ? this
            : OrderBy(RowExpressions.Column(Joined.Own, SystemColumns.Position, typeof(int)), descending: false);
        var next = Joined.Form.Parent is null ? nameof(Queryable.OrderBy) : nameof(Queryable.ThenBy);
        return sorted with { Source = sorted.Call(next, [typeof(long)], Expression.Lambda(Joined.Id, Row)) };
    }

    /// <summary>
    /// The same rows as a table of its own, in their order: an aggregate over it meets them so. Only a limit keeps EF, and the
    /// database, from looking through to the rows beneath.
    /// </summary>
    public ItemQuery InTableOfItsOwn(int limit)
        => (this with { Source = Call(nameof(Queryable.Take), [], RowExpressions.Parameter(limit)) }).Where(Expression.Constant(true));

    public ItemQuery Skip(int count) => this with { Source = Call(nameof(Queryable.Skip), [], RowExpressions.Parameter(count)) };

    public Expression Any() => Call(nameof(Queryable.Any), []);

    /// <summary>
    /// An aggregate, of which there is always one row. EF need not know: it writes the query as if each row gave a value. It would
    /// keep the order of the items too, which an aggregate query does not allow, and so it is sorted by the result.
    /// </summary>
    public Expression Aggregate(Expression aggregate) => (IsOrdered ? OrderBy(aggregate, descending: false) : this).Single(aggregate);

    /// <summary>The value of the first row; blank where there is none.</summary>
    public Expression Single(Expression value)
    {
        var nullable = value.Type.WrapNullable();
        var selected = value.Type == nullable ? value : Expression.Convert(value, nullable);
        var values = Call(nameof(Queryable.Select), [nullable], Expression.Lambda(selected, Row));
        return Expression.Call(typeof(Queryable), nameof(Queryable.FirstOrDefault), [nullable], values);
    }

    private MethodCallExpression Call(string method, Type[] types, params Expression[] arguments)
        => Expression.Call(typeof(Queryable), method, [Row.Type, .. types], [Source, .. arguments]);
}
