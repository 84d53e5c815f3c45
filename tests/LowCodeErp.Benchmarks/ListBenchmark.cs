using System.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Indexes;
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
        await RunIndexedAsync(workspace, table, queries);
    }

    /// <summary>With the indexes that the list itself offers. Amounts repeat, and are asked for from the smallest on, which is not the way in which either database keeps blanks last.</summary>
    private static async Task RunIndexedAsync(BenchmarkWorkspace workspace, ResultTable table, IRecordQueries queries)
    {
        var form = workspace.Form("order");
        var indexes = workspace.Get<IFormIndexes>();
        await AddAsync([form["amount"]]);
        await AddAsync([form["items"], form["order-date"]]);
        var all = new RecordQuery(form) { Columns = [form["order-no"], form["amount"]], Take = PageSize, CountsUpTo = CountedExactly };
        foreach (var descending in new[] { false, true })
        {
            var (direction, way) = descending ? ("descending", " DESC") : ("ascending", "");
            var sorted = all with { Sort = [new(FieldPath.Of(form["amount"]), descending)] };
            await RunAsync($"First page by an indexed amount, {direction}", sorted, $"amount IS NOT NULL ORDER BY amount{way}, id{way}", "1 = 1");
            await RunPastAsync($"Page nine tenths down by an indexed amount, {direction}", sorted);
        }

        var items = new Condition.Compare(FieldPath.Of(form["items"]), ComparisonOperator.Equal, Value.Of(7m));
        await RunAsync(
            "First page of one value in the order of another field", all with { Where = items, Sort = [new(FieldPath.Of(form["order-date"]), Descending: true)] },
            "items = 7 ORDER BY order_date DESC, id DESC", "items = 7");

        async Task AddAsync(IReadOnlyList<FieldModel> fields)
        {
            if (await indexes.AddAsync(form, fields, Actor.System) is { Count: > 0 } refusals)
            {
                throw new InvalidOperationException(string.Join(Environment.NewLine, refusals));
            }
        }

        async Task RunAsync(string what, RecordQuery query, string page, string counted)
        {
            var product = await MedianAsync(() => queries.ReadPageAsync(query, Actor.System));
            var yardstick = await MedianAsync(() => ReadAsync(workspace, page, counted));
            table.Add(what, workspace, $"{product:0.0} ms", $"the same SQL by hand {yardstick:0.0} ms", product / yardstick, "≤ 1.50× + 5 ms");
        }

        async Task RunPastAsync(string what, RecordQuery query)
        {
            var count = (await queries.ReadPageAsync(query with { CountsUpTo = null }, Actor.System)).TotalCount;
            var edge = (await queries.ReadPageAsync(query with { Skip = count / 10 * 9, Take = 1 }, Actor.System)).Rows[0];
            var first = await MedianAsync(() => queries.ReadPageAsync(query, Actor.System));
            var deep = await MedianAsync(() => queries.ReadPageAsync(query with { Seek = new(edge.Id, edge[form["amount"]], IsBackward: false) }, Actor.System));
            table.Add(what, workspace, $"{deep:0.0} ms", $"its first page {first:0.0} ms", deep / first, "≤ 1.50× + 5 ms");
        }
    }

    private static async Task<int> ReadAsync(BenchmarkWorkspace workspace, string page, string counted)
    {
        await using var connection = await workspace.Connections.OpenReadAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT id, version, updated_at, order_no, amount FROM \"order\" WHERE deleted_at IS NULL AND {page} LIMIT {PageSize}";
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                reader.GetValues(new object[reader.FieldCount]);
            }
        }

        command.CommandText = $"SELECT COUNT(*) FROM (SELECT 1 FROM \"order\" WHERE deleted_at IS NULL AND {counted} LIMIT {CountedExactly + 1}) AS c";
        return Convert.ToInt32(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
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
