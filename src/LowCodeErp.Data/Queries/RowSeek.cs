using System.Linq.Expressions;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>
/// The rows beside a place in an order, or from its beginning, by conditions that an index answers however deep the place is. Rows whose field
/// is blank come last in both directions, so they are a region of their own behind those with a value.
/// </summary>
/// <param name="findsFew">Whether all that is found can be sorted, which is then better than to look for it in the order of the ids.</param>
internal sealed class RowSeek(FormRows rows, RecordQuery query, bool findsFew = false)
{
    /// <summary>Null for the beginning.</summary>
    private readonly SeekMark? _mark = query.Seek;

    private readonly FieldModel? _field = query.Sort.Count == 0 ? null : query.Sort[0].Field.Fields[0];

    /// <summary>Whether ids, and values, fall along the way.</summary>
    private readonly bool _falls = (query.Sort.Count == 0 || query.Sort[0].Descending) != query.Seek is { IsBackward: true };

    /// <summary>To be read one after the other until there are rows enough.</summary>
    public IEnumerable<IQueryable<Row>> GetRegions(IQueryable<Row> found)
    {
        if (_field is null)
        {
            return [Sorted(_mark is null ? found : Where(found, IsBeyondId))];
        }

        if (_mark is null)
        {
            return [Sorted(Where(found, row => RowExpressions.IsNotBlank(Column(row)))), Sorted(Where(found, IsBlank))];
        }

        var isFromBlanks = _mark.Value.IsBlank;
        var blanks = Sorted(Where(found, row => isFromBlanks ? Expression.AndAlso(IsBlank(row), IsBeyondId(row)) : IsBlank(row)));
        var filled = Sorted(Where(found, row => isFromBlanks ? RowExpressions.IsNotBlank(Column(row)) : IsBeyond(row)));
        return (isFromBlanks, _mark.IsBackward) switch
        {
            (true, false) => [blanks],
            (true, true) => [blanks, filled],
            (false, false) => [filled, blanks],
            (false, true) => [filled],
        };
    }

    /// <summary>Blanks by their value too: not every database knows them to be in the order of the ids in an index.</summary>
    private IQueryable<Row> Sorted(IQueryable<Row> found)
    {
        var row = RowExpressions.NewRow();
        var sorted = _field is null ? found : RowOrder.By(found, row, Column(row), _falls);
        return RowOrder.By(sorted, row, findsFew ? Expression.Add(FormRows.Id(row), RowExpressions.Parameter(0L)) : FormRows.Id(row), _falls);
    }

    /// <summary>The first comparison alone lets an index begin at the place.</summary>
    private BinaryExpression IsBeyond(Expression row)
    {
        var column = Column(row);
        var from = Comparison.Of(column, _falls ? ComparisonOperator.LessOrEqual : ComparisonOperator.GreaterOrEqual, _mark!.Value);
        var past = Comparison.Of(column, _falls ? ComparisonOperator.Less : ComparisonOperator.Greater, _mark!.Value);
        return Expression.AndAlso(from, Expression.OrElse(past, IsBeyondId(row)));
    }

    private BinaryExpression IsBeyondId(Expression row)
        => Expression.MakeBinary(_falls ? ExpressionType.LessThan : ExpressionType.GreaterThan, FormRows.Id(row), RowExpressions.Parameter(_mark!.Id));

    private Expression IsBlank(Expression row) => RowExpressions.IsBlank(Column(row));

    private Expression Column(Expression row) => rows.Column(row, _field!);

    private static IQueryable<Row> Where(IQueryable<Row> found, Func<ParameterExpression, Expression> condition)
    {
        var row = RowExpressions.NewRow();
        return RowExpressions.Where(found, row, condition(row));
    }
}
