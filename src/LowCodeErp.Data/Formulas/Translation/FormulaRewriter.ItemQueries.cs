using System.Linq.Expressions;
using LowCodeErp.Data.Queries;
using LowCodeErp.Runtime.Forms;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>The subqueries of lists: the rows of a table that belong to the record, or values that are written out.</summary>
internal sealed partial class FormulaRewriter
{
    private ItemQuery Query(FormulaItems items)
    {
        var query = items.Rows is { } rows ? QueryRows(items, rows) : QueryWritten(items);
        foreach (var condition in items.Conditions)
        {
            query = query.Where(Expression.Equal(Visit(condition), True));
        }

        return query with { Value = items.Rows is not null && items.Value == items.Item ? _records[items.Item].Id : OfRow(query, Visit(items.Value)) };
    }

    /// <summary>
    /// An aggregate of something that no row of its own query has a part in would belong to the query around it, says the
    /// standard. Rows in the trash are left out already, so that the test changes nothing else.
    /// </summary>
    private static Expression OfRow(ItemQuery query, Expression value)
    {
        if (query.Joined is null || IsNull(value) || ParameterUse.Contains(value, query.Row))
        {
            return IsNull(value) ? Branch(value) : value;
        }

        var isAlive = RowExpressions.IsBlank(RowExpressions.Column(query.Joined.Own, SystemColumns.DeletedAt, typeof(DateTime?)));
        return Choose(isAlive, As(value, value.Type.WrapNullable()), Expression.Constant(null, value.Type.WrapNullable()));
    }

    private ItemQuery QueryRows(FormulaItems items, MethodCallExpression read)
    {
        var record = _records[(ParameterExpression)read.Arguments[0]];
        var path = (Formula.Binding.FieldPath)((ConstantExpression)read.Arguments[1]).Value!;
        var (owner, reference) = FormFields.ResolveRows(path, record.Form, Rows.Workspace);
        var ownerId = owner.Count > 0 ? record.Column(owner) : Expression.Convert(record.Id, typeof(long?));
        var joined = new JoinedRows(Rows, reference.Form, Alive(reference, ownerId), FindReferencesIn(items, reference.Form));
        _records[items.Item] = joined;
        return new(joined.Source, joined.Row, joined.Row, joined);
    }

    /// <summary>The rows that refer to the record and are not in the trash.</summary>
    private Expression Alive(FieldModel reference, Expression ownerId)
    {
        var line = RowExpressions.NewRow();
        var owner = Rows.Column(line, reference);
        var isOwned = Expression.Equal(owner, ownerId);
        if (ownerId is not UnaryExpression)
        {
            // A reference may be blank, and blank equals blank: a record without a customer would own all orders without one.
            isOwned = Expression.AndAlso(RowExpressions.IsNotBlank(owner), isOwned);
        }

        var isAlive = RowExpressions.IsBlank(RowExpressions.Column(line, SystemColumns.DeletedAt, typeof(DateTime?)));
        return RowExpressions.Where(Rows.Of(reference.Form), line, Expression.AndAlso(isOwned, isAlive)).Expression;
    }

    private static IEnumerable<IReadOnlyList<FieldModel>> FindReferencesIn(FormulaItems items, FormModel form)
        => items.Conditions.Append(items.Value)
            .SelectMany(part => FieldReads.Find(part, items.Item))
            .Select(path => FormFields.ToJoin(path, form))
            .Where(path => path.Count > 0);

    private ItemQuery QueryWritten(FormulaItems items)
        => QueryValues(items.Item, items.Written.Select(Visit));

    private static ItemQuery QueryValues(ParameterExpression item, IEnumerable<Expression> values)
    {
        var array = Expression.NewArrayInit(item.Type, values.Select(value => As(Exact(value), item.Type)));
        return new(Expression.Call(typeof(Queryable), nameof(Queryable.AsQueryable), [item.Type], array), item, item, null);
    }
}
