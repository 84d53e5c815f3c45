using LowCodeErp.Data.Providers;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Platform;

/// <summary>
/// Triggers that keep everybody, this program too, from changing or deleting what was logged. They hinder mistakes; whoever owns the database can
/// remove them, and is found by the seals. After each migration, since one that rebuilds a table would lose them.
/// </summary>
internal static class AppendOnlyTables
{
    private static readonly string[] _tables = ["sys_history", "sys_audit", "sys_seal", "sys_flow_history"];

    public static async Task EnsureAsync(PlatformContext context, DatabaseProvider provider, CancellationToken cancellationToken)
    {
        foreach (var script in _tables.SelectMany(table => ScriptsFor(table, provider)))
        {
#pragma warning disable EF1002 // Of nothing but the names above.
            await context.Database.ExecuteSqlRawAsync(script, cancellationToken);
#pragma warning restore EF1002
        }
    }

    private static string[] ScriptsFor(string table, DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Sqlite => [ForSqlite(table, "UPDATE"), ForSqlite(table, "DELETE")],
        DatabaseProvider.PostgreSql => [ForPostgreSql(table)],
        _ => [],
    };

    private static string ForSqlite(string table, string change) => $"""
        CREATE TRIGGER IF NOT EXISTS {table}_no_{change.ToLowerInvariant()} BEFORE {change} ON {table}
        BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
        """;

    /// <summary>Looks first: making the trigger would wait for everybody who writes into the table.</summary>
    private static string ForPostgreSql(string table) => $"""
        DO $do$
        BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgrelid = '{table}'::regclass AND tgname = '{table}_append_only') THEN
                CREATE OR REPLACE FUNCTION sys_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
                    $refuse$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $refuse$;
                CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
                    FOR EACH STATEMENT EXECUTE FUNCTION sys_refuse_change();
            END IF;
        END $do$
        """;
}
