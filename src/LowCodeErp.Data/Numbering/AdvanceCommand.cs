using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Numbering;

/// <summary>
/// Moves a row of numbers on by some, creating it at 1, in one statement: with two, the first users of a new period would
/// meet a duplicate key and lose their transaction.
/// </summary>
internal static class AdvanceCommand
{
    /// <returns>The first of the numbers taken.</returns>
    public static Task<long> OnIdBlockAsync(
        PlatformContext context, DatabaseProvider provider, string name, int count, CancellationToken cancellationToken)
    {
        var start = 1L + count;
        return RunAsync(context, count, provider == DatabaseProvider.SqlServer
            ? (FormattableString)$"""
                MERGE sys_id_block WITH (HOLDLOCK) AS b USING (SELECT {name} AS name) AS n ON b.name = n.name
                WHEN MATCHED THEN UPDATE SET next = b.next + {count}
                WHEN NOT MATCHED THEN INSERT (name, next) VALUES (n.name, {start}) OUTPUT inserted.next AS Value;
                """
            : $"""
                INSERT INTO sys_id_block AS b (name, next) VALUES ({name}, {start})
                ON CONFLICT (name) DO UPDATE SET next = b.next + {count} RETURNING next AS "Value"
                """, cancellationToken);
    }

    /// <returns>The first of the numbers taken.</returns>
    public static Task<long> OnCounterAsync(
        PlatformContext context, DatabaseProvider provider, CounterName name, int count, CancellationToken cancellationToken)
    {
        var start = 1L + count;
        return RunAsync(context, count, provider == DatabaseProvider.SqlServer
            ? (FormattableString)$"""
                MERGE sys_counter WITH (HOLDLOCK) AS c
                USING (SELECT {name.Form} AS form, {name.Field} AS field, {name.Period} AS period) AS n
                ON c.form = n.form AND c.field = n.field AND c.period = n.period
                WHEN MATCHED THEN UPDATE SET next = c.next + {count}
                WHEN NOT MATCHED THEN INSERT (form, field, period, next) VALUES (n.form, n.field, n.period, {start})
                OUTPUT inserted.next AS Value;
                """
            : $"""
                INSERT INTO sys_counter AS c (form, field, period, next) VALUES ({name.Form}, {name.Field}, {name.Period}, {start})
                ON CONFLICT (form, field, period) DO UPDATE SET next = c.next + {count} RETURNING next AS "Value"
                """, cancellationToken);
    }

    private static async Task<long> RunAsync(PlatformContext context, int count, FormattableString sql, CancellationToken cancellationToken)
        => (await context.Database.SqlQuery<long>(sql).ToListAsync(cancellationToken))[0] - count;
}
