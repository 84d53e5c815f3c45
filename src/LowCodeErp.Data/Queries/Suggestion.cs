using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>
/// Rows for a picker: those whose title or code is the text come first, then those where one starts with it, then those
/// where one contains it.
/// </summary>
internal sealed class Suggestion(ParameterExpression row, Expression title, Expression? code)
{
    public IAsyncEnumerable<object?[]> Read(IQueryable<Row> rows, string? text, int take)
    {
        var wanted = text?.Trim() ?? "";
        var sorted = wanted.Length == 0 ? rows : Rank(rows, wanted);
        sorted = RowOrder.By(sorted, row, RowExpressions.IsBlank(title));
        sorted = RowOrder.By(sorted, row, title);
        return RowOrder.By(sorted, row, FormRows.Id(row)).Take(take).Select(Selected()).AsAsyncEnumerable();
    }

    private IQueryable<Row> Rank(IQueryable<Row> rows, string text)
    {
        var startsOrContains = Expression.Condition(Either(TextMatch.StartsWith, text), Expression.Constant(1), Expression.Constant(2));
        var rank = Expression.Condition(Either(TextMatch.IsEqual, text), Expression.Constant(0), startsOrContains);
        return RowOrder.By(RowExpressions.Where(rows, row, Either(TextMatch.Contains, text)), row, rank);
    }

    private Expression Either(Func<Expression, string, Expression> match, string text)
        => code is null ? match(title, text) : Expression.OrElse(match(title, text), match(code, text));

    private Expression<Func<Row, object?[]>> Selected()
    {
        Expression[] selected = [FormRows.Id(row), title, code ?? Expression.Constant(null)];
        return RowExpressions.Select(row, selected);
    }
}
