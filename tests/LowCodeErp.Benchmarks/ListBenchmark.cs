using System.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Benchmarks;

/// <summary>The first page of all orders, filtered by amount and sorted by date, with the count, beside the same two statements by hand; and a deep one beside the first.</summary>
internal static class ListBenchmark
{
    private const int Pages = 100;
    private const int PageSize = 50;
    private const int CountedExactly = 10_000;

    public static async Task RunAsync(BenchmarkWorkspace workspace, ResultTable table)
    {
        var form = workspace.Form("order");
        var queries = workspace.Get<IRecordQueries>();
        var query = new RecordQuery(form)
        {
            Where = new Condition.Compare(FieldPath.Of(form["amount"]), ComparisonOperator.GreaterOrEqual, Value.Of(8_000m)),
            Sort = [new(FieldPath.Of(form["order-date"]), Descending: true)],
            Take = PageSize,
        };
        var product = await MedianAsync(() => queries.ReadPageAsync(query, Actor.System));
        var yardstick = await MedianAsync(() => ReadAsync(workspace));
        table.Add("First page of a list, filtered and sorted, with count", workspace, $"{product:0.0} ms", $"the same SQL by hand {yardstick:0.0} ms", product / yardstick, "≤ 1.50× + 5 ms");
        await RunDeepAsync(workspace, table, queries, new(form) { Take = PageSize, CountsUpTo = CountedExactly });
    }

    /// <summary>A page nine tenths down, which begins beside a record as the pager's next page does.</summary>
    private static async Task RunDeepAsync(BenchmarkWorkspace workspace, ResultTable table, IRecordQueries queries, RecordQuery all)
    {
        var count = (await queries.ReadPageAsync(all with { CountsUpTo = null }, Actor.System)).TotalCount;
        var edge = (await queries.ReadPageAsync(all with { Skip = count / 10 * 9, Take = 1 }, Actor.System)).Rows[0];
        var mark = new SeekMark(edge.Id, Value.Blank(ValueKind.Text), IsBackward: false);
        var first = await MedianAsync(() => queries.ReadPageAsync(all, Actor.System));
        var deep = await MedianAsync(() => queries.ReadPageAsync(all with { Seek = mark }, Actor.System));
        table.Add("Next page of a list nine tenths down, with estimated count", workspace, $"{deep:0.0} ms", $"its first page {first:0.0} ms", deep / first, "≤ 1.50× + 5 ms");
    }

    private static async Task<int> ReadAsync(BenchmarkWorkspace workspace)
    {
        await using var connection = await workspace.Connections.OpenReadAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT o.id, o.order_no, o.customer, c.code, o.order_date, o.items, o.amount FROM "order" AS o LEFT JOIN customer AS c ON c.id = o.customer
            WHERE o.deleted_at IS NULL AND o.amount >= 8000 ORDER BY o.order_date DESC, o.id DESC LIMIT 50
            """;
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                reader.GetValues(new object[reader.FieldCount]);
            }
        }

        command.CommandText = "SELECT COUNT(*) FROM \"order\" WHERE deleted_at IS NULL AND amount >= 8000";
        return Convert.ToInt32(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<double> MedianAsync<T>(Func<Task<T>> read)
    {
        var times = new List<double>();
        var limit = Stopwatch.GetTimestamp();
        while (times.Count < Pages && (times.Count < 5 || Stopwatch.GetElapsedTime(limit).TotalSeconds < 20))
        {
            var started = Stopwatch.GetTimestamp();
            await read();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        return times[times.Count / 2];
    }
}
