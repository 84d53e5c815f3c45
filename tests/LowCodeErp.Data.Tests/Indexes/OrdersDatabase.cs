using System.Globalization;
using System.Text;
using LowCodeErp.Data.Indexes;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Indexes;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using Microsoft.EntityFrameworkCore;
using static LowCodeErp.Specifications.Apps.FormBuilder;
using FieldPath = LowCodeErp.Runtime.Forms.FieldPath;

namespace LowCodeErp.Data.Tests.Indexes;

/// <summary>A form with many records, and how the database would go about queries of it.</summary>
internal sealed class OrdersDatabase(PublishedDatabase database, DatabaseProvider provider) : IAsyncDisposable
{
    private static readonly EvaluationContext _now = new(PublishedDatabase.Now);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public PublishedDatabase Database => database;

    public FormIndexes Indexes { get; } = new(database.Database.Connections, new(database.Database.Connections), database.Workspace, database.Rights);

    public FormModel Order => database.Form("order");

    /// <summary>A million with <c>LOWCODE_FULL=1</c>.</summary>
    public static int ManyRecords => Environment.GetEnvironmentVariable("LOWCODE_FULL") == "1" ? 1_000_000 : IFormIndexes.ManyRecords;

    public static FormBuilder Customers => Form("customer").Text("name", length: 50);

    public static FormBuilder Orders => Form("order").Text("number", length: 20, unique: true).Text("status", length: 20).Number("amount").Date("day")
        .Boolean("urgent").Text("note").Reference("customer", "customer").Field("tags", "test-texts", new { length = 20 });

    public static async Task<OrdersDatabase> CreateAsync(DatabaseProvider provider, int? records = null)
    {
        var database = await PublishedDatabase.CreateAsync(provider, Customers, Orders);
        await database.InsertAsync("customer", ["Acme"], ["Bolt"]);
        await database.ExecuteAsync(Fill(provider, records ?? ManyRecords));
        var orders = new OrdersDatabase(database, provider);
        await orders.MaintainAsync();
        return orders;
    }

    public FieldPath Path(string field) => FieldPath.Find(Order, field)!;

    public Condition Formula(string text)
        => new Condition.Holds(FormulaCompiler.Compile(text, new FormSchemas(database.Workspace.Current).Of(Order), new(FormulaContext.Set, ResultType: FormulaType.Boolean)), _now);

    /// <summary>The advice on the query as on a list that finds few records, as names of fields; why there is none; blank when there is nothing to say.</summary>
    public async Task<string> AdviseAsync(RecordQuery query, RecordGrouping? grouping = null, bool findsMany = false)
        => (await Indexes.AdviseAsync(query, grouping, findsMany, Actor.System, Cancellation))?.Advice switch
        {
            null => "",
            IndexAdvice.Missing missing => string.Join(' ', missing.Fields.Select(field => field.Key)),
            IndexAdvice.Impossible impossible => string.Join(' ', impossible.Reasons.Select(reason => reason.In(CultureInfo.GetCultureInfo("en")))),
            var advice => throw new InvalidOperationException($"{advice} is no advice."),
        };

    public async Task AddAsync(string fields)
    {
        Assert.Empty(await Indexes.AddAsync(Order, [.. fields.Split(' ').Select(key => Order[key])], Actor.System, Cancellation));
        await MaintainAsync();
    }

    public async Task RemoveAllAsync()
    {
        foreach (var index in await Indexes.ListAsync(Cancellation))
        {
            Assert.Empty(await Indexes.RemoveAsync(index.Name, Actor.System, Cancellation));
        }
    }

    /// <summary>How the database reads the first page, and what comes last in it.</summary>
    public async Task<string> ExplainAsync(RecordQuery query, RecordGrouping? grouping = null)
    {
        await using var session = await ReadSession.OpenAsync(
            database.Database.Connections, new(database.Database.Connections), database.Workspace.Current, await database.Rights.OfAsync(Actor.System, Cancellation), Cancellation, run: _now);
        var found = session.Find(query);
        if (grouping is not null)
        {
            return await ExplainAsync(RowGroups.Of(session.Rows, found, grouping));
        }

        var projection = new RowProjection(session.Rows, query);
        var pages = SeekMark.Suits(query.Sort) ? new RowSeek(session.Rows, query, findsFew: query.Where is not null && provider == DatabaseProvider.Sqlite).GetRegions(found) : [session.Page(found, query)];
        var plans = new StringBuilder();
        foreach (var page in pages)
        {
            plans.Append(await ExplainAsync(ReadSession.Cut(page, nameof(Queryable.Take), 20).Select(projection.Select())));
        }

        return plans.ToString();
    }

    /// <summary>What a server does by itself after a while.</summary>
    private async Task MaintainAsync()
    {
        if (provider == DatabaseProvider.Sqlite)
        {
            await database.ExecuteAsync("ANALYZE");
            return;
        }

        await using var connection = await database.Database.Connections.OpenReadAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM ANALYZE \"order\"";
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private async Task<string> ExplainAsync(IQueryable<object?[]> rows)
    {
        await using var command = rows.CreateDbCommand();
        command.CommandText = (provider == DatabaseProvider.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + command.CommandText;
        var plan = new StringBuilder();
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation))
        {
            plan.AppendLine(Convert.ToString(reader.GetValue(reader.FieldCount - 1), CultureInfo.InvariantCulture));
        }

        return plan.ToString();
    }

    /// <summary>A thousand states, amounts that hardly repeat, every tenth without one; wide rows, as those of forms are.</summary>
    private static string Fill(DatabaseProvider provider, int records)
    {
        var (numbers, day, text) = provider == DatabaseProvider.Sqlite
            ? ("WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < @last) ", "date('2020-01-01', '+' || (i % 2000) || ' days')", "TEXT")
            : ("WITH n(i) AS (SELECT generate_series(1000::bigint, @last)) ", "date '2020-01-01' + (i % 2000)::int", "text");
        var note = new string('x', 300);
        return $"""
            {numbers.Replace("@last", (records + 999).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)}
            INSERT INTO "order" (id, number, status, amount, day, urgent, note, customer, version, created_at, updated_at)
            SELECT i, 'N' || i, 's' || (i % 1000), CASE WHEN i % 10 = 0 THEN NULL ELSE (i * 7919) % 1000003 END, {day}, {(provider == DatabaseProvider.Sqlite ? "i % 2" : "i % 2 = 1")},
                CAST('{note}' AS {text}), (SELECT MIN(id) FROM customer) + i % 2, 1, '2026-11-21 08:30:00', '2026-11-21 08:30:00' FROM n
            """;
    }
}
