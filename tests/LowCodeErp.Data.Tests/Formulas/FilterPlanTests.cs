using System.Data.Common;
using System.Text;
using LowCodeErp.Data.Formulas;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Queries;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.Forms;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Formulas;

/// <summary>What a filter by a formula costs besides the reading: EF compiles it once, and an index is of use to it.</summary>
public sealed class FilterPlanTests(SalesSample sample)
{
    private const string Text = "[credit] > 1000 AND [name] = \"open\" AND DAYS(TODAY(), [since]) >= 7";

    private static readonly EvaluationContext _today = new(SampleDatabase.Now);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task ReadPage_OnAnotherDayWithOtherLiterals_CompilesNothing(DatabaseProvider provider)
    {
        var database = await sample.OnAsync(provider);
        var tomorrow = new EvaluationContext(SampleDatabase.Now.AddDays(1));

        Assert.NotEqual(0, await CountAsync("[credit] > 2.5 AND [name] = \"closed\" AND DAYS(TODAY(), [since]) <= 30 AND [active]", _today));
        await CountUntilAsync(0, async () =>
        {
            await CountAsync(Text, _today);
            return await CountAsync(Text, tomorrow)
                + await CountAsync("[credit] > 2.5 AND [name] = \"closed\" AND DAYS(TODAY(), [since]) >= 30", _today);
        });

        Task<int> CountAsync(string text, EvaluationContext context) => RecordedCommands.CountCompilationsAsync(() => database.Queries.ReadPageAsync(
            FilteredBy(SalesSample.Workspace, text, context), Actor.System, Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task Filter_OfADateWithAnIndex_IsFoundInTheIndex(DatabaseProvider provider)
    {
        var workspace = FormBuilder.Compile(
            new FormBuilder("customer").With("name", "text").With("credit", "number", decimals: 2).With("since", "date"));
        await using var database = await SampleDatabase.CreateAsync(provider, workspace);
        await database.AddAsync("customer", Enumerable.Range(1, 5_000).Select(id => ((long)id, new Dictionary<string, object?>
        {
            ["name"] = "open", ["credit"] = (decimal)id, ["since"] = _today.Today.AddDays((id % 1_000) - 20),
        })));
        await ExecuteAsync(database, "CREATE INDEX by_since ON customer (since)");
        await ExecuteAsync(database, "ANALYZE");

        var plan = await ExplainAsync(database, provider, FilteredBy(workspace, Text, _today));

        Assert.Contains("by_since", plan, StringComparison.Ordinal);
        Assert.Contains(provider == DatabaseProvider.Sqlite ? "SEARCH c USING INDEX by_since (since<?)" : "Index Cond: (since <= ", plan, StringComparison.Ordinal);
    }

    /// <summary>
    /// EF keeps the models and queries of the whole process in one cache of limited size. When the tests beside this one have filled
    /// it, it takes in nothing until it has made room, so one count may be too high; a query that is never found is so every time.
    /// </summary>
    private static async Task CountUntilAsync(int expected, Func<Task<int>> count)
    {
        const int mostAttempts = 10;
        var counted = await count();
        for (var attempt = 1; counted != expected && attempt < mostAttempts; attempt++)
        {
            counted = await count();
        }

        Assert.Equal(expected, counted);
    }

    private static RecordQuery FilteredBy(WorkspaceModel workspace, string text, EvaluationContext context)
    {
        var form = workspace.FindForm("customer")!;
        var formula = FormulaCompiler.Compile(text, new FormSchemas(workspace).Of(form), new(FormulaContext.Set, ResultType: FormulaType.Boolean));
        return new(form) { Where = new Condition.Holds(formula, context), Take = 5 };
    }

    private static async Task ExecuteAsync(SampleDatabase database, string sql)
    {
        await using var write = await database.Connections.BeginWriteAsync(Cancellation);
        await using var command = write.Connection.CreateCommand();
        command.Transaction = write.Transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancellation);
        await write.CommitAsync(Cancellation);
    }

    private static async Task<string> ExplainAsync(SampleDatabase database, DatabaseProvider provider, RecordQuery query)
    {
        var holds = (Condition.Holds)query.Where!;
        var statement = FormulaStatement.OfForm(provider, database.Workspace, query.Form, holds.Formula, holds.Context);
        await using var connection = await database.Connections.OpenReadAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = (provider == DatabaseProvider.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + statement.Text;
        foreach (var (name, value) in statement.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return await ReadAsync(command);
    }

    private static async Task<string> ReadAsync(DbCommand command)
    {
        var text = new StringBuilder();
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation))
        {
            text.AppendLine(reader.GetValue(reader.FieldCount - 1).ToString());
        }

        return text.ToString();
    }
}
