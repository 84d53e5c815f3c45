using System.Linq.Expressions;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>
/// The rows beside a place in an order, by conditions that an index answers however deep the place is. Rows whose field is blank come last
/// in both directions, so they are a region of their own behind those with a value.
/// </summary>
internal sealed class RowSeek(FormRows rows, RecordQuery query, SeekMark mark)
{
    private readonly FieldModel? _field = query.Sort.Count == 0 ? null : query.Sort[0].Field.Fields[0];

    /// <summary>Whether ids, and values, fall along the way.</summary>
    private readonly bool _falls = (query.Sort.Count == 0 || query.Sort[0].Descending) != mark.IsBackward;

    /// <summary>To be read one after the other until there are rows enough.</summary>
    public IEnumerable<IQueryable<Row>> GetRegions(IQueryable<Row> found)
    {
        if (_field is null)
        {
            return [Sorted(Where(found, IsBeyondId), byValue: false)];
        }

        var isFromBlanks = mark.Value.IsBlank;
        var blanks = Sorted(Where(found, row => isFromBlanks ? Expression.AndAlso(IsBlank(row), IsBeyondId(row)) : IsBlank(row)), byValue: false);
        var filled = Sorted(Where(found, row => isFromBlanks ? RowExpressions.IsNotBlank(Column(row)) : IsBeyond(row)), byValue: true);
        return (isFromBlanks, mark.IsBackward) switch
        {
            (true, false) => [blanks],
            (true, true) => [blanks, filled],
            (false, false) => [filled, blanks],
            (false, true) => [filled],
        };
    }

    private IQueryable<Row> Sorted(IQueryable<Row> found, bool byValue)
    {
        var row = RowExpressions.NewRow();
        var sorted = byValue ? RowOrder.By(found, row, Column(row), _falls) : found;
        return RowOrder.By(sorted, row, FormRows.Id(row), _falls);
    }

    /// <summary>The first comparison alone lets an index begin at the place.</summary>
    private BinaryExpression IsBeyond(Expression row)
    {
        var column = Column(row);
        var from = Comparison.Of(column, _falls ? ComparisonOperator.LessOrEqual : ComparisonOperator.GreaterOrEqual, mark.Value);
        var past = Comparison.Of(column, _falls ? ComparisonOperator.Less : ComparisonOperator.Greater, mark.Value);
        return Expression.AndAlso(from, Expression.OrElse(past, IsBeyondId(row)));
    }

    private BinaryExpression IsBeyondId(Expression row)
        => Expression.MakeBinary(_falls ? ExpressionType.LessThan : ExpressionType.GreaterThan, FormRows.Id(row), RowExpressions.Parameter(mark.Id));

    private Expression IsBlank(Expression row) => RowExpressions.IsBlank(Column(row));

    private Expression Column(Expression row) => rows.Column(row, _field!);

    private static IQueryable<Row> Where(IQueryable<Row> found, Func<ParameterExpression, Expression> condition)
    {
        var row = RowExpressions.NewRow();
        return RowExpressions.Where(found, row, condition(row));
    }
}
