using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Benchmarks;

/// <summary>
/// Lists filtered by a formula: the first page and the count, beside the same two statements by hand; and what the first
/// filter of its kind costs before its statements can be sent.
/// </summary>
internal static class FilterBenchmark
{
    private const int PageSize = 50;
    private const string Budget = "≤ 1.20×";
    private const string ThreeConditions = "[金额] > 1000 AND [状态] = \"open\" AND DAYS(TODAY(), [到期日]) >= 7";

    /// <summary>What a careful programmer writes. In the trash is nothing, but nobody knows that beforehand.</summary>
    private const string ThreeConditionsByHand = "r.deleted_at IS NULL AND r.amount > 1000 AND r.status = 'open' AND r.due_date <= '2026-05-25'";

    public static async Task RunAsync(BenchmarkWorkspace workspace, ResultTable table)
    {
        await RunCompilationsAsync(workspace, table);
        await GeneratedReceivables.InsertAsync(workspace, workspace.Options.Receivables);
        await ExecuteAsync(workspace, "ANALYZE");
        await RunAsync("Filter of three conditions", ThreeConditions, ThreeConditionsByHand, Budget);
        await RunAsync(
            "Filter through a reference", "[客户.等级] = \"A\" AND [金额] > 1000",
            "r.deleted_at IS NULL AND r.amount > 1000 AND c.grade = 'A'", "–", " JOIN customer AS c ON c.id = r.customer");
        await RunAsync(
            "Filter of a computed number", "[单价] * [数量] * (1 - [折扣]) > 1000",
            "r.deleted_at IS NULL AND r.price * r.quantity * (1 - COALESCE(r.discount, 0)) > 1000", "–");
        await ExecuteAsync(workspace, "CREATE INDEX by_due_date ON receivable (due_date)");
        await ExecuteAsync(workspace, "ANALYZE");
        await RunAsync("Filter of three conditions, due date indexed", ThreeConditions, ThreeConditionsByHand, Budget);

        async Task RunAsync(string what, string formula, string byHand, string budget, string join = "")
        {
            var times = await PairedTimes.MeasureAsync(() => ReadAsync(workspace, formula, GeneratedReceivables.Now), () => ReadAsync(workspace, byHand, join));
            table.Add(what, workspace, $"{times.Product:0.0} ms", $"the same SQL by hand {times.Yardstick:0.0} ms", times.Ratio, budget);
        }
    }

    private static async Task<string> ReadAsync(BenchmarkWorkspace workspace, string formula, DateTime now)
    {
        var form = workspace.Form("receivable");
        var condition = new Condition.Holds(workspace.Get<FormulaConditions>().Compile(form, formula), new(now));
        var query = new RecordQuery(form) { Columns = [form["number"]], Where = condition, Take = PageSize };
        var page = await workspace.Get<IRecordQueries>().ReadPageAsync(query, Actor.System);
        return Describe(page.Rows.Select(row => row.Id), page.TotalCount);
    }

    private static async Task<string> ReadAsync(BenchmarkWorkspace workspace, string where, string join)
    {
        await using var connection = await workspace.Connections.OpenReadAsync();
        await using var command = connection.CreateCommand();
        var found = $"FROM receivable AS r{join} WHERE {where}";
        command.CommandText = $"SELECT r.id, r.version, r.updated_at, r.number {found} ORDER BY r.id DESC LIMIT {PageSize}";
        var ids = await ReadIdsAsync(command);
        command.CommandText = $"SELECT COUNT(*) {found}";
        return Describe(ids, Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture));
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

    private static string Describe(IEnumerable<long> ids, int total) => $"{total}: {string.Join(' ', ids)}";

    /// <summary>Over an empty table, so that next to nothing but the way to the statement is left.</summary>
    private static async Task RunCompilationsAsync(BenchmarkWorkspace workspace, ResultTable table)
    {
        string[] orders = [">", ">=", "<", "<="];
        string[] equalities = ["=", "<>"];
        var shapes = from amount in orders from status in equalities from due in orders select (amount, status, due);
        var (first, again, byHand) = (new List<double>(), new List<double>(), new List<double>());
        foreach (var (amount, status, due) in shapes)
        {
            first.Add(await TimeAsync(() => ReadAsync(workspace, Write("1000", "open"), GeneratedReceivables.Now)));
            again.Add(await TimeAsync(() => ReadAsync(workspace, Write("2500.5", "closed"), GeneratedReceivables.Now.AddDays(1))));
            byHand.Add(await TimeAsync(() => ReadAsync(workspace, ThreeConditionsByHand, join: "")));

            string Write(string limit, string state) => $"[金额] {amount} {limit} AND [状态] {status} \"{state}\" AND DAYS(TODAY(), [到期日]) {due} 7";
        }

        var (cold, warm, yardstick) = (PairedTimes.Median(first), PairedTimes.Median(again), PairedTimes.Median(byHand));
        table.Add("Filter of a form not seen before, empty table", workspace, $"{cold:0.0} ms", $"other values and another day {warm:0.0} ms", cold / warm, "–");
        table.Add("Filter with other values and another day, empty table", workspace, $"{warm:0.0} ms", $"the same SQL by hand {yardstick:0.0} ms", warm / yardstick, "–");
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task ExecuteAsync(BenchmarkWorkspace workspace, string sql)
    {
        await using var transaction = await workspace.Connections.BeginWriteAsync();
        await BenchmarkWorkspace.ExecuteAsync(transaction, sql);
        await transaction.CommitAsync();
    }
}
