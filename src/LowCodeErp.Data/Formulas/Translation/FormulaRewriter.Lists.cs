using System.Collections;
using System.Linq.Expressions;
using LowCodeErp.Data.Formulas.Functions;
using LowCodeErp.Data.Queries;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Text;
using LowCodeErp.Runtime.Forms;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>
/// Lists. Those of tables become subqueries that are correlated with the record, those written out become tables of values; an
/// aggregate is then the one column of such a query.
/// </summary>
internal sealed partial class FormulaRewriter
{
    private const string Median = "lc_median";
    private const string Product = "lc_product";
        private const string JoinTexts = "lc_text_join";

    /// <summary>Null when the primitive is none of lists.</summary>
    private Expression? RewriteList(MethodCallExpression node) => node.Method.Name switch
    {
        nameof(FormulaPrimitives.Sum) => Sum(Parts(node)),
        nameof(FormulaPrimitives.SumIf) => Sum([Items(node).Where(Each(node, 1)).Select(Each(node, 2))]),
        nameof(FormulaPrimitives.Average) => Average(Parts(node)),
        nameof(FormulaPrimitives.AverageIf) => Average([Items(node).Where(Each(node, 1)).Select(Each(node, 2))]),
        nameof(FormulaPrimitives.AverageDate) => AverageDate(Items(node)),
        nameof(FormulaPrimitives.Count) => Count(Parts(node)),
        nameof(FormulaPrimitives.CountIf) => Count([Items(node).Where(Each(node, 1))]),
        nameof(FormulaPrimitives.Minimum) => Extreme(Parts(node), SqlOperation.Minimum, node.Type),
        nameof(FormulaPrimitives.Maximum) => Extreme(Parts(node), SqlOperation.Maximum, node.Type),
        nameof(FormulaPrimitives.Median) => Aggregate(Items(node), Median, node.Type),
        nameof(FormulaPrimitives.Product) => OrZero(Aggregate(Items(node), Product, typeof(decimal?))),
        nameof(FormulaPrimitives.Large) => Nth(Items(node), node.Arguments[1], sort: true, descending: true),
        nameof(FormulaPrimitives.Small) => Nth(Items(node), node.Arguments[1], sort: true, descending: false),
        nameof(FormulaPrimitives.ItemAt) => Nth(Items(node), node.Arguments[1], sort: false, descending: false),
        nameof(FormulaPrimitives.IsAnyOf) => Contains(Items(node.Arguments[1]), Visit(node.Arguments[0])),
        nameof(FormulaPrimitives.ListContains) => Contains(Items(node), Visit(node.Arguments[1])),
        nameof(FormulaPrimitives.ContainsAny) => ContainsAny(Items(node), Items(node.Arguments[1])),
        nameof(FormulaPrimitives.ContainsAll) => ContainsAll(Items(node), Items(node.Arguments[1])),
        nameof(FormulaPrimitives.ContainsOnly) => ContainsOnly(Items(node), Items(node.Arguments[1])),
        nameof(FormulaPrimitives.AllTrue) => Expression.Not(Any(Items(node), value => Expression.NotEqual(value, True))),
        nameof(FormulaPrimitives.AnyTrue) => Any(Items(node), value => Expression.Equal(value, True)),
        nameof(FormulaPrimitives.IsEmpty) => Expression.Not(Any(Items(node), IsPresent)),
        nameof(FormulaPrimitives.TextJoin) => JoinText(Visit(node.Arguments[0]), Visit(node.Arguments[1]), Items(node.Arguments[2])),
        nameof(FormulaPrimitives.ConcatenateAll) => JoinText(Expression.Constant(null, typeof(string)), Expression.Constant(true), Items(node)),
        _ => null,
    };

    private static ConstantExpression True => Expression.Constant(true, typeof(bool?));

    private static LambdaExpression Each(MethodCallExpression node, int index) => (LambdaExpression)node.Arguments[index];

    private FormulaItems Items(MethodCallExpression node) => Items(node.Arguments[0]);

    private FormulaItems Items(Expression list)
    {
        if (list is NewArrayExpression array)
        {
            return FormulaItems.OfList(array.Type.GetElementType()!, array.Expressions);
        }

        if (!_open.Contains(list))
        {
            return OfKnown(list);
        }

        var call = (MethodCallExpression)list;
        return call.Method.Name switch
        {
            nameof(FormulaSql.Read) => FormulaItems.OfRows(call),
            nameof(FormulaPrimitives.Map) => Items(call).Select(Each(call, 1)),
            nameof(FormulaPrimitives.Filter) => Items(call).Where(Each(call, 1)),
            nameof(FormulaPrimitives.Append) => Append(call),
            _ => throw new NotSupportedException($"No database has a list from {call.Method.Name}."),
        };
    }

    private FormulaItems OfKnown(Expression list)
    {
        var type = list.Type.GetGenericArguments()[0];
        var items = ((IEnumerable)Evaluate(list)!).Cast<object?>().Select(item => (Expression)Expression.Constant(item, type));
        return FormulaItems.OfList(type, [.. items]);
    }

    /// <summary>Tables, and all written items together, that one aggregate goes over: SUM([明细.金额], [运费]).</summary>
    private IReadOnlyList<FormulaItems> Parts(MethodCallExpression node)
    {
        if (node.Arguments[0] is not MethodCallExpression { Method.Name: nameof(FormulaPrimitives.Append) } append || !_open.Contains(append))
        {
            return [Items(node)];
        }

        FormulaItems[] all = [.. ((NewArrayExpression)append.Arguments[0]).Expressions.Select(Items)];
        FormulaItems[] written = [.. all.Where(items => items.IsPlainList)];
        return written.Length == 0
            ? all
            : [.. all.Except(written), FormulaItems.OfList(written[0].Item.Type, [.. written.SelectMany(items => items.Written)])];
    }

    private FormulaItems Append(MethodCallExpression call)
    {
        FormulaItems[] lists = [.. ((NewArrayExpression)call.Arguments[0]).Expressions.Select(Items)];
        return lists.All(list => list.IsPlainList)
            ? FormulaItems.OfList(lists[0].Item.Type, [.. lists.SelectMany(list => list.Written)])
            : throw new NotSupportedException("No database joins lists of tables.");
    }

    private Expression Sum(IReadOnlyList<FormulaItems> parts)
        => parts.Select(part => OrZero(Aggregate(part, SqlOperation.Sum, typeof(decimal?))))
            .Aggregate((left, right) => Call(ScalarPrimitives.NameOf(nameof(FormulaPrimitives.AddCanonical)), typeof(decimal?), left, right));

    /// <summary>The smallest or largest of the parts, blanks passed over.</summary>
    private Expression Extreme(IReadOnlyList<FormulaItems> parts, string operation, Type type)
        => parts.Select(part => Aggregate(part, operation, type)).Aggregate((left, right) => Expression.Condition(
            Expression.OrElse(RowExpressions.IsBlank(left), IsBetter(right, left, operation)), right, left));

    private static Expression IsBetter(Expression one, Expression other, string operation)
    {
        var comparison = operation == SqlOperation.Minimum ? ExpressionType.LessThan : ExpressionType.GreaterThan;
        return one.Type == typeof(decimal?)
            ? Call(OperationOf(comparison), typeof(bool), one, other)
            : Expression.MakeBinary(comparison, one, other);
    }

    private Expression Average(IReadOnlyList<FormulaItems> parts)
        => parts.Count == 1 ? Aggregate(parts[0], SqlOperation.Average, typeof(decimal?)) : Call(ScalarPrimitives.NameOf(nameof(FormulaPrimitives.Divide)), typeof(decimal?), Sum(parts), Count(parts));

    /// <summary>No database averages dates; counted in days from the first there is, the mean is a day again.</summary>
    private Expression AverageDate(FormulaItems items)
    {
        var query = Query(items);
        var origin = Parameter(DateOnly.MinValue, typeof(DateOnly?));
        var days = Call(ScalarPrimitives.NameOf(nameof(FormulaPrimitives.DaysBetween)), typeof(decimal?), query.Value, origin);
        var average = query.Aggregate(Call(SqlOperation.Average, typeof(decimal?), days));
        return Call(ScalarPrimitives.NameOf(nameof(FormulaPrimitives.DateAdd)), typeof(DateOnly?), origin, average, Parameter("day", typeof(string)));
    }

    private Expression Count(IReadOnlyList<FormulaItems> parts)
        => parts.Select(part => OrZero(Aggregate(part, SqlOperation.Count, typeof(decimal?))))
            .Aggregate((left, right) => Call(SqlOperation.Add, typeof(decimal), left, right));

    private Expression Aggregate(FormulaItems items, string operation, Type type)
    {
        var query = Query(items);
        return query.Aggregate(Call(operation, type, query.Value));
    }

    /// <summary>The position is the same for the whole run: no database skips a number of rows that depends on another row.</summary>
    private Expression Nth(FormulaItems items, Expression position, bool sort, bool descending)
    {
        var query = Query(items);
        if (Evaluate(position) is not decimal number || Math.Clamp(decimal.Truncate(number), 0, int.MaxValue) is not (> 0 and var place))
        {
            return Expression.Constant(null, query.Value.Type);
        }

        if (sort)
        {
            query = query.Where(IsPresent(query.Value)).OrderBy(Call(SqlOperation.SortKey, query.Value.Type, query.Value), descending);
        }
        else
        {
            query = query.InOrder();
        }

        return query.Skip((int)place - 1).Single(query.Value);
    }

    private Expression Contains(FormulaItems items, Expression value)
    {
        var isListed = items.IsPlainList
            ? RowExpressions.AnyOf(items.Written.Select(Visit).Where(item => !IsNull(item)).Select(item => AreEqual(item, value)))
            : Any(items, item => AreEqual(item, value));
        return IsNull(value) ? Expression.Constant(false) : Expression.AndAlso(IsPresent(value), isListed);
    }

    private Expression ContainsAny(FormulaItems items, FormulaItems wanted)
        => RowExpressions.AnyOf(Written(wanted).Select(item => Contains(items, item)));

    private Expression ContainsAll(FormulaItems items, FormulaItems wanted)
        => RowExpressions.AllOf(Written(wanted).Select(item => Has(items, item)).Prepend(Any(items, _ => Expression.Constant(true))));

    private Expression ContainsOnly(FormulaItems items, FormulaItems wanted)
    {
        var known = Written(wanted);
        var hasOther = Any(items, item => Expression.Not(RowExpressions.AnyOf(known.Select(other => AreEqual(item, other)))));
        return Expression.AndAlso(ContainsAll(items, wanted), Expression.Not(hasOther));
    }

    /// <summary>As <see cref="Contains"/>, but a blank is found among blanks.</summary>
    private Expression Has(FormulaItems items, Expression value) => Any(items, item => AreEqual(item, value));

    private Expression[] Written(FormulaItems items) => items.IsPlainList
        ? [.. items.Written.Select(Visit)]
        : throw new NotSupportedException("No database looks for the items of one table in another.");

    private Expression Any(FormulaItems items, Func<Expression, Expression> condition)
    {
        if (items.IsPlainList)
        {
            return RowExpressions.AnyOf(items.Written.Select(item => condition(Visit(item))));
        }

        var query = Query(items);
        return query.Where(condition(query.Value)).Any();
    }

    private Expression JoinText(Expression separator, Expression skipsBlanks, FormulaItems items)
    {
        if (items.IsPlainList)
        {
            return Call(JoinTexts, typeof(string), [separator, skipsBlanks, .. items.Written.Select(Visit)]);
        }

        var query = Query(items).InOrder().InTableOfItsOwn(FormulaLimits.TextLength);
        var text = Expression.Condition(skipsBlanks, query.Value, Expression.Coalesce(query.Value, Expression.Constant("")));
        var between = IsNull(separator) ? Expression.Constant("") : separator;
        var joined = query.Aggregate(Call(SqlOperation.JoinTexts, typeof(string), text, between));
        return Expression.Condition(Expression.Equal(joined, Expression.Constant("")), Expression.Constant(null, typeof(string)), joined);
    }

    private static Expression AreEqual(Expression left, Expression right)
        => left.Type.UnwrapNullable() != typeof(decimal) || IsNull(left) || IsNull(right)
            ? Expression.Equal(left, right)
            : Call(SqlOperation.Equal, typeof(bool), left, right);

    private static Expression IsPresent(Expression value)
        => value.Type.UnwrapNullable() == value.Type && value.Type.IsValueType ? Expression.Constant(true) : RowExpressions.IsNotBlank(value);

    private static Expression OrZero(Expression number) => Expression.Coalesce(number, Expression.Constant(0m));

    private static Expression As(Expression expression, Type type) => expression.Type == type ? expression : Expression.Convert(expression, type);

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
        if (query.Joined is null || ParameterUse.Contains(value, query.Row))
        {
            return value;
        }

        var isAlive = RowExpressions.IsBlank(RowExpressions.Column(query.Joined.Own, SystemColumns.DeletedAt, typeof(DateTime?)));
        return Expression.Condition(isAlive, Exact(value), Expression.Constant(null, value.Type));
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
