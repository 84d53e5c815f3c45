using System.Data.Common;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Benchmarks;

/// <summary>Lists of members who see a part of the records, beside the same statements with the people written into them by hand.</summary>
internal static class RightsBenchmark
{
    private const int PageSize = 50;
    private const int CountedExactly = 10_000;
    private const string Budget = "≤ 1.50× + 5 ms";

    public static async Task RunAsync(BenchmarkWorkspace workspace, ResultTable table)
    {
        await GeneratedDeals.InsertAsync(workspace, workspace.Options.Deals);
        await using (var transaction = await workspace.Connections.BeginWriteAsync())
        {
            await BenchmarkWorkspace.ExecuteAsync(transaction, "ANALYZE");
            await transaction.CommitAsync();
        }

        await RunAsync(workspace, table, "department and below", GeneratedDeals.Head, Enumerable.Range(1, GeneratedDeals.MembersOfRegion));
        await RunAsync(workspace, table, "department and below, few deals", GeneratedDeals.NewHead, Enumerable.Range((int)GeneratedDeals.NewHead.MemberId!, GeneratedDeals.MembersOfRegion));
        await RunAsync(workspace, table, "own", GeneratedDeals.Seller, [(int)GeneratedDeals.Seller.MemberId!]);
    }

    private static async Task RunAsync(BenchmarkWorkspace workspace, ResultTable table, string rows, Actor actor, IEnumerable<int> people)
    {
        var form = workspace.Form("deal");
        var queries = workspace.Get<IRecordQueries>();
        var all = new RecordQuery(form) { Columns = [form["number"], form["amount"]], Take = PageSize, CountsUpTo = CountedExactly };
        var filtered = all with
        {
            Where = new Condition.Compare(FieldPath.Of(form["amount"]), ComparisonOperator.GreaterOrEqual, Value.Of(8_000m)),
            Sort = [new(FieldPath.Of(form["closes-on"]), Descending: true)],
            CountsUpTo = null,
        };
        var who = string.Join(", ", people);
        var seen = $"deleted_at IS NULL AND (owner IN ({who}) OR owner IS NULL AND created_by IN ({who}))";
        await CompareAsync("First page, filtered and sorted, with count", filtered, $"{seen} AND amount >= 8000", "closes_on DESC, id DESC", Budget);
        await CompareAsync("First page by a date without an index, with estimated count", all with { Sort = filtered.Sort }, seen, "closes_on DESC, id DESC", Budget);
        // What by hand would say "more than 10,000" the product goes on to estimate.
        await CompareAsync("First page, newest first, with estimated count", all, seen, "id DESC", "–");
        await RunDeepAsync();

        async Task CompareAsync(string what, RecordQuery query, string where, string order, string budget)
        {
            var times = await PairedTimes.MeasureAsync(() => ReadAsync(query), () => ReadByHandAsync(workspace, where, order, query.CountsUpTo));
            table.Add($"{what}: {rows}", workspace, $"{times.Product:0.0} ms", $"the same SQL by hand {times.Yardstick:0.0} ms", times.Ratio, budget);
        }

        async Task RunDeepAsync()
        {
            var count = (await queries.ReadPageAsync(all with { CountsUpTo = null }, actor)).TotalCount;
            var edge = (await queries.ReadPageAsync(all with { Skip = count / 10 * 9, Take = 1 }, actor)).Rows[0];
            var deep = all with { Seek = new(edge.Id, Value.Blank(ValueKind.Text), IsBackward: false) };
            var times = await PairedTimes.MeasureAsync(() => CountAsync(deep), () => CountAsync(all));
            table.Add($"Page nine tenths down, newest first: {rows}", workspace, $"{times.Product:0.0} ms", $"its first page {times.Yardstick:0.0} ms", times.Ratio, Budget);
        }

        async Task<string> ReadAsync(RecordQuery query) => Describe((await queries.ReadPageAsync(query, actor)).Rows.Select(row => row.Id));

        async Task<string> CountAsync(RecordQuery query) => $"{(await queries.ReadPageAsync(query, actor)).TotalCount}";
    }

    /// <summary>The page and, up to a limit, how many there are.</summary>
    private static async Task<string> ReadByHandAsync(BenchmarkWorkspace workspace, string where, string order, int? most)
    {
        await using var connection = await workspace.Connections.OpenReadAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT id, version, updated_at, number, amount FROM deal WHERE {where} ORDER BY {order} LIMIT {PageSize}";
        var ids = await ReadIdsAsync(command);
        command.CommandText = most is { } limit ? $"SELECT COUNT(*) FROM (SELECT 1 FROM deal WHERE {where} LIMIT {limit + 1}) AS c" : $"SELECT COUNT(*) FROM deal WHERE {where}";
        await command.ExecuteScalarAsync();
        return Describe(ids);
    }

    private static async Task<List<long>> ReadIdsAsync(DbCommand command)
    {
        var ids = new List<long>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            ids.Add((long)values[0]);
        }

        return ids;
    }

    private static string Describe(IEnumerable<long> ids) => string.Join(' ', ids);
}
