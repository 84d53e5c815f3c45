using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using LowCodeErp.Data.Model;
using LowCodeErp.Runtime.Forms;
using Microsoft.EntityFrameworkCore;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>The ids of all records of a form that are not in the trash, ascending, some at a time; one statement each.</summary>
internal static class FormIds
{
    public static async IAsyncEnumerable<IReadOnlyList<long>> ReadAsync(
        WorkspaceContext context, FormModel form, int size, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0L;
        while (await After(context, form, last).Take(size).ToListAsync(cancellationToken) is { Count: > 0 } ids)
        {
            yield return ids;
            last = ids[^1];
        }
    }

    private static IQueryable<long> After(WorkspaceContext context, FormModel form, long last)
    {
        var row = RowExpressions.NewRow();
        var id = FormRows.Id(row);
        var isAlive = RowExpressions.IsBlank(RowExpressions.Column(row, SystemColumns.DeletedAt, typeof(DateTime?)));
        var isNext = Expression.GreaterThan(id, RowExpressions.Parameter<long>(last));
        return RowExpressions.Where(context.Rows(form.Key), row, Expression.AndAlso(isAlive, isNext))
            .Select(Expression.Lambda<Func<Row, long>>(id, row))
            .OrderBy(found => found);
    }
}
