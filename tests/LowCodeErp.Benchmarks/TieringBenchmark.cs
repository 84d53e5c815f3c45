using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Benchmarks;

/// <summary>
/// One RFM and one ABC run over all orders, results, changes and current tiers stored, beside two statements of hand-written
/// SQL with window functions that compute the same figures and store the same rows.
/// </summary>
internal static class TieringBenchmark
{
    private static readonly DateOnly AsOf = new(2026, 12, 31);

    public static async Task RunAsync(BenchmarkWorkspace workspace, ResultTable table)
    {
        await CompareAsync(workspace, table, "RFM, quantiles", "rfm-quantile", Rfm(workspace));
        await CompareAsync(workspace, table, "ABC, cross", "abc-cross", Abc(workspace));
    }

    private static async Task CompareAsync(BenchmarkWorkspace workspace, ResultTable table, string label, string model, string scored)
    {
        var product = await Measured.RunAsync(() => RunModelAsync(workspace, model));
        var yardstick = await Measured.RunAsync(() => RunSqlAsync(workspace, model, scored));
        table.Add($"Tiering: {label}", workspace, $"{product.Seconds:0.00} s, peak {product.PeakBytes / 1048576:N0} MB",
            $"hand-written SQL {yardstick.Seconds:0.00} s", product.Seconds / yardstick.Seconds, "≤ 2.00×");
    }

    private static async Task RunModelAsync(BenchmarkWorkspace workspace, string key)
    {
        var model = workspace.Get<IWorkspace>().Current.FindTierModel(key)!;
        var result = await workspace.Get<TierRunner>().RunAsync(model, new(AsOf, DryRun: false, Actor.System), new());
        if (result!.Results.Count != workspace.Options.Customers)
        {
            throw new InvalidOperationException($"{result.Results.Count} customers have a tier.");
        }
    }

    private static async Task RunSqlAsync(BenchmarkWorkspace workspace, string model, string scored)
    {
        var name = $"yard_{model.Replace('-', '_')}";
        await using var transaction = await workspace.Connections.BeginWriteAsync();
        await BenchmarkWorkspace.ExecuteAsync(transaction, CreateResult(workspace, name));
        await BenchmarkWorkspace.ExecuteAsync(transaction, CreateChange(workspace, name));
        await BenchmarkWorkspace.ExecuteAsync(transaction, CreateCurrent(workspace, name));
        await BenchmarkWorkspace.ExecuteAsync(transaction, $"INSERT INTO {name} {scored}");
        await BenchmarkWorkspace.ExecuteAsync(transaction,
            $"""
            INSERT INTO {name}_change
            SELECT ROW_NUMBER() OVER (ORDER BY result.subject_id), result.subject_id, current.tier, result.tier
            FROM {name} AS result LEFT JOIN {name}_current AS current ON current.subject_id = result.subject_id
            WHERE current.tier IS NULL OR current.tier <> result.tier
            """);
        await BenchmarkWorkspace.ExecuteAsync(transaction, $"INSERT INTO {name}_current SELECT subject_id, tier FROM {name}");
        await transaction.CommitAsync();
    }

    private static string CreateResult(BenchmarkWorkspace workspace, string name) => workspace.IsSqlite
        ? $"CREATE TABLE {name} (run_id INTEGER, subject_id INTEGER, tier TEXT, score REAL, first_date TEXT, last_date TEXT, recency_days INTEGER, orders INTEGER, amount REAL, r INTEGER, f INTEGER, m INTEGER, share REAL, PRIMARY KEY (run_id, subject_id))"
        : $"CREATE TABLE {name} (run_id bigint, subject_id bigint, tier varchar(50), score numeric, first_date date, last_date date, recency_days int, orders int, amount numeric, r int, f int, m int, share numeric, PRIMARY KEY (run_id, subject_id))";

    private static string CreateChange(BenchmarkWorkspace workspace, string name)
        => $"CREATE TABLE {name}_change (id {(workspace.IsSqlite ? "INTEGER" : "bigint")} PRIMARY KEY, subject_id bigint, from_tier varchar(50), to_tier varchar(50))";

    private static string CreateCurrent(BenchmarkWorkspace workspace, string name)
        => $"CREATE TABLE {name}_current (subject_id {(workspace.IsSqlite ? "INTEGER" : "bigint")} PRIMARY KEY, tier varchar(50))";

    private static string Metrics(BenchmarkWorkspace workspace)
    {
        var days = workspace.IsSqlite ? "CAST(julianday('2026-12-31') - julianday(MAX(order_date)) AS INTEGER)" : "DATE '2026-12-31' - MAX(order_date)";
        var cents = workspace.IsSqlite ? "SUM(CAST(ROUND(amount * 100) AS INTEGER))" : "SUM(CAST(ROUND(amount * 100) AS bigint))";
        return $"""
            SELECT c.id, c.code, m.* FROM customer AS c JOIN (
                SELECT customer, MIN(order_date) AS first_date, MAX(order_date) AS last_date, {days} AS recency, COUNT(*) AS orders, {cents} AS total
                FROM "order" WHERE deleted_at IS NULL AND order_date <= '2026-12-31' GROUP BY customer) AS m ON m.customer = c.id
            WHERE c.deleted_at IS NULL
            """;
    }

    private static string Rfm(BenchmarkWorkspace workspace) =>
        $"""
        WITH metrics AS ({Metrics(workspace)}), scored AS (
            SELECT *, NTILE(5) OVER (ORDER BY recency DESC, code) AS r, NTILE(5) OVER (ORDER BY orders, code) AS f, NTILE(5) OVER (ORDER BY total, code) AS m
            FROM metrics)
        SELECT 1, id, CASE WHEN 6 * r + 6 * f + 8 * m >= 85 THEN 'A' WHEN 6 * r + 6 * f + 8 * m >= 60 THEN 'B' ELSE 'C' END,
            6 * r + 6 * f + 8 * m, first_date, last_date, recency, orders, total / 100.0, r, f, m, NULL
        FROM scored
        """;

    private static string Abc(BenchmarkWorkspace workspace) =>
        $"""
        WITH metrics AS ({Metrics(workspace)}), summed AS (
            SELECT *, SUM(total) OVER (ORDER BY total DESC, code ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS running, SUM(total) OVER () AS everything
            FROM metrics)
        SELECT 1, id, CASE WHEN (running - total) * 100 < everything * 80 THEN 'A' WHEN (running - total) * 100 < everything * 95 THEN 'B' ELSE 'C' END,
            NULL, first_date, last_date, recency, orders, total / 100.0, NULL, NULL, NULL, running * 1.0 / everything
        FROM summed
        """;
}
