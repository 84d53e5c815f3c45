using System.Collections;
using System.Linq.Expressions;
using LowCodeErp.Data.Formulas.Functions;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>
/// Lists. Those of tables become subqueries that are correlated with the record, and an
/// aggregate is then the one column of such a query; those written out become the arguments of functions.
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
        nameof(FormulaPrimitives.SumIf) => Sum([Chosen(node)]),
        nameof(FormulaPrimitives.Average) => Average(Parts(node)),
        nameof(FormulaPrimitives.AverageIf) => Average([Chosen(node)]),
        nameof(FormulaPrimitives.AverageDate) => AverageDate(Items(node)),
        nameof(FormulaPrimitives.Count) => Count(Parts(node)),
        nameof(FormulaPrimitives.CountIf) => Count([Counted(Items(node).Where(Each(node, 1)))]),
        nameof(FormulaPrimitives.Minimum) => Extreme(Parts(node), smallest: true, node.Type),
        nameof(FormulaPrimitives.Maximum) => Extreme(Parts(node), smallest: false, node.Type),
        nameof(FormulaPrimitives.Median) => Aggregate(Items(node), Median, SqlOperation.MedianOf),
        nameof(FormulaPrimitives.Product) => Aggregate(Items(node), Product, SqlOperation.ProductOf),
        nameof(FormulaPrimitives.Large) => Nth(Items(node), node.Arguments[1], sort: true, descending: true),
        nameof(FormulaPrimitives.Small) => Nth(Items(node), node.Arguments[1], sort: true, descending: false),
        nameof(FormulaPrimitives.ItemAt) => Nth(Items(node), node.Arguments[1], sort: false, descending: false),
        nameof(FormulaPrimitives.IsAnyOf) => Contains(Items(node.Arguments[1]), Visit(node.Arguments[0])),
        nameof(FormulaPrimitives.ListContains) => Contains(Items(node), Visit(node.Arguments[1])),
        nameof(FormulaPrimitives.ContainsAny) => ContainsAny(Items(node), Items(node.Arguments[1])),
        nameof(FormulaPrimitives.ContainsAll) => ContainsAll(Items(node), Items(node.Arguments[1])),
        nameof(FormulaPrimitives.ContainsOnly) => ContainsOnly(Items(node), Items(node.Arguments[1])),
        nameof(FormulaPrimitives.AllTrue) => Expression.Not(Any(Items(node), value => Expression.NotEqual(TwoValued(value), True))),
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

    private FormulaItems Chosen(MethodCallExpression node) => Items(node).Where(Each(node, 1)).Select(Each(node, 2));

    /// <summary>So that blank items count too.</summary>
    private static FormulaItems Counted(FormulaItems items)
        => items.Item.Type == typeof(FormulaRecord) && items.Value == items.Item ? items : items with { Value = Expression.Constant(true) };

    /// <summary>Tables and lists that one aggregate goes over: SUM([明细.金额], [运费]).</summary>
    private IReadOnlyList<FormulaItems> Parts(MethodCallExpression node)
        => node.Arguments[0] is MethodCallExpression { Method.Name: nameof(FormulaPrimitives.Append) } append && _open.Contains(append)
            ? [.. ((NewArrayExpression)append.Arguments[0]).Expressions.Select(Items)]
            : [Items(node)];

    private FormulaItems Append(MethodCallExpression call)
    {
        FormulaItems[] lists = [.. ((NewArrayExpression)call.Arguments[0]).Expressions.Select(Items)];
        return lists.All(list => list.IsPlainList)
            ? FormulaItems.OfList(lists[0].Item.Type, [.. lists.SelectMany(list => list.Written)])
            : throw new NotSupportedException("No database joins lists of tables.");
    }

    private Expression Sum(IReadOnlyList<FormulaItems> parts) => Together(parts, SqlOperation.Sum, SqlOperation.SumOf, typeof(decimal?));

    private Expression Extreme(IReadOnlyList<FormulaItems> parts, bool smallest, Type type) => Together(
        parts, smallest ? SqlOperation.Minimum : SqlOperation.Maximum, smallest ? SqlOperation.Least : SqlOperation.Greatest, type);

    private Expression Average(IReadOnlyList<FormulaItems> parts) => parts is [{ Rows: not null } rows]
        ? Aggregate(rows, SqlOperation.Average, typeof(decimal?))
        : Call(SqlOperation.AverageOf, typeof(decimal?), [Count(parts), .. Terms(parts, SqlOperation.Sum, typeof(decimal?))]);

    /// <summary>No database averages dates; counted in days from the first there is, the mean is a day again.</summary>
    private Expression AverageDate(FormulaItems items)
    {
        var origin = Parameter(DateOnly.MinValue, typeof(DateOnly?));
        return Call(ScalarPrimitives.NameOf(nameof(FormulaPrimitives.DateAdd)), typeof(DateOnly?), origin, AverageDays(), Parameter("day", typeof(string)));

        Expression AverageDays()
        {
            if (items.Rows is null)
            {
                return Call(SqlOperation.AverageOf, typeof(decimal?), [Count([items]), .. Values(items).Select(DaysOf)]);
            }

            var query = Query(items);
            return query.Aggregate(Call(SqlOperation.Average, typeof(decimal?), DaysOf(query.Value)));
        }

        Expression DaysOf(Expression date) => Call(ScalarPrimitives.NameOf(nameof(FormulaPrimitives.DaysBetween)), typeof(decimal?), date, origin);
    }

    private Expression Count(IReadOnlyList<FormulaItems> parts)
    {
        var rows = parts.Where(part => part.Rows is not null).Select(part => OrZero(Aggregate(part, SqlOperation.Count, typeof(decimal?))));
        var written = parts.Where(part => part.Rows is null).SelectMany(Values)
            .Select(value => (Expression)Expression.Condition(IsPresent(value), Expression.Constant(1), Expression.Constant(0)));
        return written.Aggregate((Expression?)null, (sum, one) => sum is null ? one : Expression.Add(sum, one)) is { } count
            ? rows.Aggregate((Expression)Call(SqlOperation.Number, typeof(decimal), count), Add)
            : rows.DefaultIfEmpty(Exact(Parameter(0m, typeof(decimal)))).Aggregate(Add);

        static Expression Add(Expression left, Expression right) => Call(SqlOperation.Add, typeof(decimal), left, right);
    }

    /// <summary>An aggregate over everything: what it is over each table counts as one more written value.</summary>
    private Expression Together(IReadOnlyList<FormulaItems> parts, string aggregate, string ofValues, Type type)
    {
        if (parts is [{ Rows: not null } rows])
        {
            return Aggregate(rows, aggregate, type);
        }

        var terms = Terms(parts, aggregate, type);
        return terms.Length > 0 ? Call(ofValues, type, terms)
            : Expression.Constant(ofValues is SqlOperation.SumOf or SqlOperation.ProductOf ? 0m : null, type);
    }

    private Expression[] Terms(IReadOnlyList<FormulaItems> parts, string aggregate, Type type)
        => [.. parts.SelectMany(part => part.Rows is null ? Values(part) : [Aggregate(part, aggregate, type)]).Where(term => !IsNull(term))];

    private Expression Aggregate(FormulaItems items, string ofRows, string ofValues)
        => Together([items], ofRows, ofValues, typeof(decimal?));

    private Expression Aggregate(FormulaItems items, string operation, Type type)
    {
        var query = Query(items);
        return query.Aggregate(Call(operation, type, query.Value));
    }

    /// <summary>The position is the same for the whole run: no database skips a number of rows that depends on another row.</summary>
    private Expression Nth(FormulaItems items, Expression position, bool sort, bool descending)
    {
        if (Evaluate(position) is not decimal number || Math.Clamp(decimal.Truncate(number), 0, int.MaxValue) is not (> 0 and var place))
        {
            return Expression.Constant(null, items.Value.Type.WrapNullable());
        }

        if (items.IsPlainList && !sort)
        {
            return place <= items.Written.Count ? Visit(items.Written[(int)place - 1]) : Expression.Constant(null, items.Value.Type.WrapNullable());
        }

        if (items.Rows is null && sort && _provider != DatabaseProvider.SqlServer)
        {
            Expression[] values = [.. Values(items).Where(value => !IsNull(value))];
            return values.Length == 0
                ? Expression.Constant(null, typeof(decimal?))
                : Call(descending ? SqlOperation.LargeOf : SqlOperation.SmallOf, typeof(decimal?), [Parameter(place, typeof(decimal)), .. values]);
        }

        var query = Query(items);
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
        var isListed = Any(items, item => IsNull(item) ? Expression.Constant(false) : AreEqual(item, value));
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
        if (items.Rows is null)
        {
            return RowExpressions.AnyOf(items.Written.Select(item => AllHold(items, item).Append(condition(Taken(items, item))).Aggregate(Expression.AndAlso)));
        }

        var query = Query(items);
        return query.Where(condition(query.Value)).Any();
    }

    /// <summary>What is taken of each written item; blank of those that are not chosen, for aggregates that pass blanks over.</summary>
    private Expression[] Values(FormulaItems items) => [.. items.Written.Select(item =>
    {
        var value = Taken(items, item);
        return items.Conditions.IsEmpty
            ? value
            : Choose(RowExpressions.AllOf(AllHold(items, item)), As(value, value.Type.WrapNullable()), Expression.Constant(null, value.Type.WrapNullable()));
    })];

    private IEnumerable<Expression> AllHold(FormulaItems items, Expression item)
        => items.Conditions.Select(condition => Expression.Equal(Visit(Substitution.Apply(items.Item, item, condition)), True));

    private Expression Taken(FormulaItems items, Expression item) => Visit(Substitution.Apply(items.Item, item, items.Value));

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
        return Call(ScalarPrimitives.NameOf(nameof(FormulaPrimitives.Concatenate)), typeof(string), joined, Expression.Constant(null, typeof(string)));
    }

    /// <summary>The database has the calendar; the listed days off are handed over as one value.</summary>
    private Expression CountWorkingDays(MethodCallExpression node)
    {
        Expression daysOff = node.Arguments[2] is var list && IsNull(list) ? Expression.Constant(null, typeof(string)) : Listed(Items(list));
        return Call(ScalarPrimitives.NameOf(node.Method), node.Type, Visit(node.Arguments[0]), Visit(node.Arguments[1]), daysOff);
    }

    private Expression Listed(FormulaItems items)
    {
        if (items.Rows is null)
        {
            Expression[] values = [.. Values(items).Where(value => !IsNull(value))];
            return values.Length == 0 ? Expression.Constant(null, typeof(string)) : Call(SqlOperation.ListOf, typeof(string), values);
        }

        var query = Query(items);
        return query.Aggregate(Call(SqlOperation.List, typeof(string), query.Value));
    }

    private static Expression AreEqual(Expression left, Expression right)
        => left.Type.UnwrapNullable() != typeof(decimal) || IsNull(left) || IsNull(right)
            ? Expression.Equal(left, right)
            : Call(SqlOperation.Equal, typeof(bool), left, right);

    private static Expression IsPresent(Expression value)
        => value.Type.UnwrapNullable() == value.Type && value.Type.IsValueType ? Expression.Constant(true) : RowExpressions.IsNotBlank(value);

    private static Expression OrZero(Expression number) => Expression.Coalesce(number, Expression.Constant(0m));

    private static Expression As(Expression expression, Type type) => expression.Type == type ? expression : Expression.Convert(expression, type);
}
