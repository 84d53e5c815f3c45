using System.Linq.Expressions;
using LowCodeErp.Runtime.Forms;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>
/// Rows of a form, and beside each the records that its references lead to: a left join for each reference, however many
/// fields are read through it. A join lets the planner choose; a subquery for each value would be run for each row. A record
/// in the trash is still read, as everywhere.
/// </summary>
internal sealed class JoinedRows : IRecordPlace
{
    private readonly FormRows _rows;
    private readonly Dictionary<string, Expression> _places;

    /// <param name="source">Queries of <see cref="Row"/>.</param>
    /// <param name="references">Paths of references to join; those on the way to another are included.</param>
    public JoinedRows(FormRows rows, FormModel form, Expression source, IEnumerable<IReadOnlyList<FieldModel>> references)
    {
        _rows = rows;
        Form = form;
        Source = source;
        Row = RowExpressions.NewRow();
        _places = new(StringComparer.Ordinal) { [""] = Row };
        foreach (var path in references.SelectMany(Prefixes).DistinctBy(NameOf).OrderBy(path => path.Count))
        {
            Join(path);
        }
    }

    public FormModel Form { get; }

    public Expression Source { get; private set; }

    /// <summary>A row of <see cref="Source"/>, with all that is joined to it.</summary>
    public ParameterExpression Row { get; private set; }

    /// <summary>The row of the form itself.</summary>
    public Expression Own => _places[""];

    public Expression Id => FormRows.Id(Own);

    /// <summary>The column of the last field, behind the references before it.</summary>
    public Expression Column(IReadOnlyList<FieldModel> path)
    {
        var value = _rows.Column(_places[NameOf(path.SkipLast(1))], path[^1]);
        if (path.Count == 1 || !path[^1].IsLive)
        {
            return value;
        }

        // A formula may have a value even where all that it reads is blank; of a record that is not there it has none.
        return Expression.Condition(RowExpressions.IsBlank(Column([.. path.SkipLast(1)])), Expression.Constant(null, value.Type), value);
    }

    /// <summary>The rows of the form for which the condition holds. None comes twice, since a reference leads to one record.</summary>
    public Expression Where(Expression condition)
    {
        var found = Expression.Call(typeof(Queryable), nameof(Queryable.Where), [Row.Type], Source, Expression.Lambda(condition, Row));
        return Own == Row
            ? found
            : Expression.Call(typeof(Queryable), nameof(Queryable.Select), [Row.Type, typeof(Row)], found, Expression.Lambda(Own, Row));
    }

    /// <summary>What is selected of each row, boxed.</summary>
    public Expression Select(params IEnumerable<Expression> values)
    {
        var boxed = Expression.NewArrayInit(typeof(object), values.Select(value => Expression.Convert(value, typeof(object))));
        return Expression.Call(typeof(Queryable), nameof(Queryable.Select), [Row.Type, typeof(object[])], Source, Expression.Lambda(boxed, Row));
    }

    private static IEnumerable<IReadOnlyList<FieldModel>> Prefixes(IReadOnlyList<FieldModel> path)
        => Enumerable.Range(1, path.Count).Select(length => (IReadOnlyList<FieldModel>)[.. path.Take(length)]);

    private static string NameOf(IEnumerable<FieldModel> path) => string.Concat(path.Select(field => "." + field.Key));

    private void Join(IReadOnlyList<FieldModel> path)
    {
        var target = RowExpressions.NewRow();
        var key = Expression.Lambda(Column(path), Row);
        var id = Expression.Lambda(Expression.Convert(FormRows.Id(target), typeof(long?)), target);
        var type = typeof(Joined<>).MakeGenericType(Row.Type);
        var pair = Expression.Lambda(
            Expression.MemberInit(
                Expression.New(type),
                Expression.Bind(type.GetProperty(nameof(Joined<>.Left))!, Row),
                Expression.Bind(type.GetProperty(nameof(Joined<>.Right))!, target)),
            Row, target);
        Source = Expression.Call(
            typeof(Queryable), nameof(Queryable.LeftJoin), [Row.Type, typeof(Row), typeof(long?), type],
            Source, _rows.Of(path[^1].Target!).Expression, key, id, pair);
        Nest(path, type);
    }

    /// <summary>What stood in a row stands one level deeper in the joined one, and the joined record beside it.</summary>
    private void Nest(IReadOnlyList<FieldModel> path, Type type)
    {
        var joined = Expression.Parameter(type, "joined");
        var deeper = new Substitution(Row, Expression.Property(joined, nameof(Joined<>.Left)));
        foreach (var place in _places.Keys.ToArray())
        {
            _places[place] = deeper.Visit(_places[place]);
        }

        _places[NameOf(path)] = Expression.Property(joined, nameof(Joined<>.Right));
        Row = joined;
    }
}
