using System.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Benchmarks;

/// <summary>Single saves through the whole pipeline, beside a transaction with two prepared inserts.</summary>
internal static class SaveBenchmark
{
    private const int Saves = 500;

    public static async Task RunAsync(BenchmarkWorkspace workspace, ResultTable table)
    {
        var form = workspace.Form("order");
        var pipeline = workspace.Get<SavePipeline>();
        var product = await TimeEachAsync(async index =>
        {
            var values = new Dictionary<string, InputValue>
            {
                ["customer"] = InputValue.Of("C000000"), ["order-date"] = InputValue.Of("2026-01-01"), ["items"] = InputValue.Of(index), ["amount"] = InputValue.Of(12.5m),
            };
            _ = (SaveResult.Saved)await pipeline.SaveAsync(new(form, [new() { Values = values }], Actor.System, ChangeSource.Page));
        });
        var yardstick = await TimeEachAsync(index => InsertAsync(workspace, index));
        table.Add("Save of one record, p95", workspace, $"{product:0.0} ms", $"two inserts, one transaction {yardstick:0.0} ms", product / yardstick, "p95 < 10 ms on SQLite");
    }

    private static async Task InsertAsync(BenchmarkWorkspace workspace, int index)
    {
        await using var transaction = await workspace.Connections.BeginWriteAsync();
        await using var order = new PreparedInsert(workspace, transaction, "yard_order", YardstickTables.OrderColumns);
        await using var history = new PreparedInsert(workspace, transaction, "yard_history", YardstickTables.HistoryColumns);
        var customer = await workspace.FindFirstCustomerAsync(transaction);
        long id = 1_000_000_000 + index;
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await order.ExecuteAsync([id, $"S{id}", customer, order.ToDate(new(2026, 1, 1)), order.ToNumber(index), order.ToNumber(12.5m), 1L, now, DBNull.Value, now, DBNull.Value, DBNull.Value]);
        await history.ExecuteAsync([id, "order", id, 1L, "create", now, 0L, "system", "page", "{}", new byte[32]]);
        await transaction.CommitAsync();
    }

    /// <summary>The 95th percentile in milliseconds.</summary>
    private static async Task<double> TimeEachAsync(Func<int, Task> save)
    {
        var times = new double[Saves];
        for (var index = 0; index < Saves; index++)
        {
            var started = Stopwatch.GetTimestamp();
            await save(index);
            times[index] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Saves * 95 / 100];
    }
}
