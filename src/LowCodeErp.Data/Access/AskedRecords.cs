using System.Linq.Expressions;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Queries;
using LowCodeErp.Runtime.Access;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Access;

/// <summary>Whether a step of a flow asks a member about a record, as a condition of a query over <c>sys_flow_task</c>.</summary>
internal static class AskedRecords
{
    public static Expression Holds(WorkspaceContext context, Expression row, MemberAccess access, AccessTerm.AskedAt asked)
    {
        var task = RowExpressions.NewRow();
        var condition = RowExpressions.AllOf(
        [
            RowExpressions.Holds(RowExpressions.Items(access.Asked.ToArray()), FormRows.TextColumn(task, TaskTable.Asked)),
            Expression.Equal(FormRows.TextColumn(task, TaskTable.Flow), RowExpressions.Parameter(asked.Flow.Model.Key)),
            Expression.Equal(FormRows.TextColumn(task, TaskTable.Block), RowExpressions.Parameter(asked.Block)),
            RowExpressions.Holds(RowExpressions.Items(asked.Flow.Versions.Select(version => (long?)version).ToArray()), RowExpressions.Column(task, TaskTable.FlowVersion, typeof(long?))),
            .. asked.Alone ? [Expression.Equal(RowExpressions.Column(task, TaskTable.HolderId, typeof(long?)), RowExpressions.Parameter(access.Actor.MemberId))] : Array.Empty<Expression>(),
            .. access.Actor.Task is { } held && held.Form == asked.Flow.Form.Key
                ? [
                    Expression.Equal(RowExpressions.Column(task, TaskTable.InstanceId, typeof(long)), RowExpressions.Parameter(held.InstanceId)),
                    Expression.Equal(RowExpressions.Column(task, TaskTable.SeatId, typeof(int)), RowExpressions.Parameter(held.SeatId)),
                ]
                : Array.Empty<Expression>(),
        ]);
        var ids = RowExpressions.Where(context.Set<Row>(TaskTable.Name), task, condition)
            .Select(Expression.Lambda<Func<Row, long>>(RowExpressions.Column(task, TaskTable.RecordId, typeof(long)), task));
        return Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(long)], ids.Expression, FormRows.Id(row));
    }
}
