using System.Globalization;
using LowCodeErp.Data.Providers;

namespace LowCodeErp.Benchmarks;

/// <summary>
/// What a careful programmer writes by hand for one approval: two transactions on three tables, and nothing that another flow would need. The first reads the
/// amount and gives the approver a task, the second takes it back and ends the instance.
/// </summary>
internal static class FlowYardstick
{
    private static readonly string[] InstanceColumns = ["id", "record_id", "status", "version", "initiator_id", "created_at", "ended_at"];
    private static readonly string[] TaskColumns = ["instance_id", "holder_id", "opened_at"];
    private static readonly string[] HistoryColumns = ["instance_id", "ordinal", "action", "actor_id", "at"];

    public static async Task CreateTablesAsync(BenchmarkWorkspace workspace)
    {
        await using var transaction = await workspace.Connections.BeginWriteAsync();
        await BenchmarkWorkspace.ExecuteAsync(transaction, "CREATE TABLE yard_instance (id bigint PRIMARY KEY, record_id bigint NOT NULL, status text NOT NULL, version bigint NOT NULL, initiator_id bigint, created_at timestamp, ended_at timestamp)");
        await BenchmarkWorkspace.ExecuteAsync(transaction, "CREATE INDEX yard_instance_record ON yard_instance (record_id)");
        await BenchmarkWorkspace.ExecuteAsync(transaction, "CREATE TABLE yard_task (instance_id bigint, holder_id bigint, opened_at timestamp, PRIMARY KEY (holder_id, instance_id))");
        await BenchmarkWorkspace.ExecuteAsync(transaction, "CREATE TABLE yard_flow_history (instance_id bigint, ordinal int, action text, actor_id bigint, at timestamp, PRIMARY KEY (instance_id, ordinal))");
        await transaction.CommitAsync();
    }

    public static async Task GoThroughAsync(BenchmarkWorkspace workspace, long id, long request)
    {
        var now = DateTime.SpecifyKind(TimeProvider.System.GetUtcNow().UtcDateTime, DateTimeKind.Unspecified);
        await StartAsync(workspace, id, request, now);
        await ApproveAsync(workspace, id, now);
    }

    private static async Task StartAsync(BenchmarkWorkspace workspace, long id, long request, DateTime now)
    {
        await using var transaction = await workspace.Connections.BeginWriteAsync();
        var amount = await AskAsync(transaction, $"SELECT amount FROM request WHERE id = {request} AND deleted_at IS NULL");
        if (amount <= 100)
        {
            throw new InvalidOperationException("The request needs no approval.");
        }

        await using var instance = new PreparedInsert(workspace, transaction, "yard_instance", InstanceColumns);
        await using var task = new PreparedInsert(workspace, transaction, "yard_task", TaskColumns);
        await using var history = new PreparedInsert(workspace, transaction, "yard_flow_history", HistoryColumns);
        await instance.ExecuteAsync([id, request, "running", 1L, 1L, now, DBNull.Value]);
        await task.ExecuteAsync([id, 2L, now]);
        await history.ExecuteAsync([id, 1, "submitted", 1L, now]);
        await transaction.CommitAsync();
    }

    private static async Task ApproveAsync(BenchmarkWorkspace workspace, long id, DateTime now)
    {
        await using var transaction = await workspace.Connections.BeginWriteAsync();
        var version = await AskAsync(transaction, $"SELECT version FROM yard_instance WHERE id = {id} AND status = 'running'");
        await using var history = new PreparedInsert(workspace, transaction, "yard_flow_history", HistoryColumns);
        await BenchmarkWorkspace.ExecuteAsync(transaction, $"UPDATE yard_instance SET status = 'approved', version = version + 1, ended_at = CURRENT_TIMESTAMP WHERE id = {id} AND version = {version.ToString(CultureInfo.InvariantCulture)}");
        await BenchmarkWorkspace.ExecuteAsync(transaction, $"DELETE FROM yard_task WHERE holder_id = 2 AND instance_id = {id}");
        await history.ExecuteAsync([id, 2, "approved", 2L, now]);
        await transaction.CommitAsync();
    }

    private static async Task<decimal> AskAsync(WriteTransaction transaction, string sql)
    {
        await using var command = BenchmarkWorkspace.CreateCommand(transaction, sql);
        return Convert.ToDecimal(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
