using System.Linq.Expressions;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Queries;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Access;

/// <summary>Whether a record was shared with a member, as a condition of a query over <c>sys_record_share</c>.</summary>
internal static class SharedRecords
{
    public static Expression Holds(WorkspaceContext context, FormModel form, Expression row, MemberAccess access, bool isForEditing)
    {
        var share = RowExpressions.NewRow();
        var condition = RowExpressions.AllOf(
        [
            Expression.Equal(FormRows.TextColumn(share, ShareTable.Form), RowExpressions.Parameter(form.Key)),
            Expression.Equal(RowExpressions.Column(share, ShareTable.MemberId, typeof(long)), RowExpressions.Parameter(access.Actor.MemberId ?? 0)),
            IsInForce(share, access.Evaluation.Now),
            .. isForEditing ? [RowExpressions.Column(share, ShareTable.MayEdit, typeof(bool))] : Array.Empty<Expression>(),
        ]);
        var ids = RowExpressions.Where(context.Set<Row>(ShareTable.Name), share, condition)
            .Select(Expression.Lambda<Func<Row, long>>(RowExpressions.Column(share, ShareTable.RecordId, typeof(long)), share));
        return Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(long)], ids.Expression, FormRows.Id(row));
    }

    private static BinaryExpression IsInForce(Expression share, DateTime at)
    {
        var until = RowExpressions.Column(share, ShareTable.Until, typeof(DateTime?));
        return Expression.OrElse(RowExpressions.IsBlank(until), Expression.GreaterThan(until, RowExpressions.Parameter((DateTime?)at)));
    }
}
