namespace LowCodeErp.Benchmarks;

/// <summary>Copies of the product's tables, with the same keys and indexes, for hand-written SQL to fill.</summary>
internal static class YardstickTables
{
    public static IReadOnlyList<string> OrderColumns { get; } =
        ["id", "order_no", "customer", "order_date", "items", "amount", "version", "created_at", "created_by", "updated_at", "updated_by", "deleted_at"];

    public static IReadOnlyList<string> HistoryColumns { get; } =
        ["id", "form", "record_id", "version", "action", "at", "actor_id", "actor_name", "through", "changes", "hash"];

    public static IReadOnlyList<string> Indexes { get; } =
    [
        "CREATE UNIQUE INDEX yard_order_no ON yard_order (order_no) WHERE order_no IS NOT NULL AND deleted_at IS NULL",
        "CREATE INDEX yard_order_customer ON yard_order (customer)",
        "CREATE INDEX yard_history_record ON yard_history (form, record_id, version)",
    ];

    public static string CreateOrder(BenchmarkWorkspace workspace) => workspace.IsSqlite
        ? "CREATE TABLE yard_order (id INTEGER PRIMARY KEY, order_no TEXT, customer INTEGER REFERENCES customer (id), order_date TEXT, items REAL, amount REAL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by INTEGER, updated_at TEXT NOT NULL, updated_by INTEGER, deleted_at TEXT)"
        : "CREATE TABLE yard_order (id bigint PRIMARY KEY, order_no varchar(100) COLLATE \"C\", customer bigint REFERENCES customer (id), order_date date, items numeric(15,0), amount numeric(15,2), version bigint NOT NULL, created_at timestamptz NOT NULL, created_by bigint, updated_at timestamptz NOT NULL, updated_by bigint, deleted_at timestamptz)";

    public static string CreateHistory(BenchmarkWorkspace workspace) => workspace.IsSqlite
        ? "CREATE TABLE yard_history (id INTEGER PRIMARY KEY, form TEXT NOT NULL, record_id INTEGER NOT NULL, version INTEGER NOT NULL, action TEXT NOT NULL, at TEXT NOT NULL, actor_id INTEGER NOT NULL, actor_name TEXT NOT NULL, through TEXT NOT NULL, changes TEXT NOT NULL, hash BLOB NOT NULL)"
        : "CREATE TABLE yard_history (id bigint PRIMARY KEY, form varchar(50) COLLATE \"C\" NOT NULL, record_id bigint NOT NULL, version bigint NOT NULL, action varchar(20) NOT NULL, at timestamptz NOT NULL, actor_id bigint NOT NULL, actor_name varchar(100) NOT NULL, through varchar(20) NOT NULL, changes text NOT NULL, hash bytea NOT NULL)";
}
