using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>
/// Rows for a picker: those whose title or code is the text come first, then those where one starts with it, then those
/// where one contains it. Masks are shown, and neither found nor sorted by.
/// </summary>
internal sealed class Suggestion(ParameterExpression row, (Expression Shown, Expression Masked) title, (Expression Shown, Expression Masked)? code)
{
    public IAsyncEnumerable<object?[]> Read(IQueryable<Row> rows, string? text, int take)
    {
        var wanted = text?.Trim() ?? "";
        var sorted = wanted.Length == 0 ? rows : Rank(rows, wanted);
        sorted = RowOrder.By(sorted, row, RowExpressions.IsBlank(title.Shown));
        sorted = RowOrder.By(sorted, row, title.Shown);
        return RowOrder.By(sorted, row, FormRows.Id(row)).Take(take).Select(Selected()).AsAsyncEnumerable();
    }

    private IQueryable<Row> Rank(IQueryable<Row> rows, string text)
    {
        var startsOrContains = Expression.Condition(Either(TextMatch.StartsWith, text), Expression.Constant(1), Expression.Constant(2));
        var rank = Expression.Condition(Either(TextMatch.IsEqual, text), Expression.Constant(0), startsOrContains);
        return RowOrder.By(RowExpressions.Where(rows, row, Either(TextMatch.Contains, text)), row, rank);
    }

    private Expression Either(Func<Expression, string, Expression> match, string text)
        => code is { } other ? Expression.OrElse(match(title.Shown, text), match(other.Shown, text)) : match(title.Shown, text);

    private Expression<Func<Row, object?[]>> Selected()
    {
        Expression[] selected = [FormRows.Id(row), title.Shown, title.Masked, code?.Shown ?? Expression.Constant(null), code?.Masked ?? Expression.Constant(null)];
        return RowExpressions.Select(row, selected);
    }
}
