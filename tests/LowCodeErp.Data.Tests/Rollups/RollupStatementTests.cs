using System.Linq.Expressions;
using LowCodeErp.Data.Formulas.Translation;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Data.Rollups;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Rollups;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.Apps;
using Microsoft.EntityFrameworkCore;
using static LowCodeErp.Specifications.Apps.FormBuilder;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Tests.Rollups;

/// <summary>
/// What a rollup is for each record, on each provider, in the files beside this one; LOWCODE_UPDATE=1 rewrites them. SQL Server's is
/// seen here only, as no server is at hand.
/// </summary>
public sealed class RollupStatementTests
{
    private static readonly WorkspaceModel _workspace = new WorkspaceCompiler(TestFields.Catalog, new([])).Compile(1, [App.With(
        Form("bill").Text("name")
            .Rollup("paid", "receipt", "bill", "sum", "amount", "[state] = \"ok\" AND [kind.state] = \"ok\"")
            .Rollup("receipts", "receipt", "bill", "count")
            .Rollup("kinds", "receipt", "bill", "distinct", "kind")
            .Rollup("latest", "receipt", "bill", "max", "day")
            .Rollup("mean", "receipt", "bill", "average", "amount")
            .Rollup("last", "receipt", "bill", "last", "state", orderBy: "day"),
        Form("kind").Text("name").Text("state"),
        Form("receipt").Text("name").Reference("bill", "bill").Reference("kind", "kind").Number("amount").Date("day").Text("state"))]).Workspace!;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "sqlite.sql")]
    [InlineData(DatabaseProvider.PostgreSql, "postgresql.sql")]
    [InlineData(DatabaseProvider.SqlServer, "sql-server.sql")]
    public async Task Of_EveryOperation_IsThisText(DatabaseProvider provider, string file)
    {
        var text = string.Join("\n\n", _workspace.Rollups.Select(rollup => $"-- {rollup.Field.Key}\n{Write(provider, rollup)}")) + "\n";

        var path = Path.Combine(AppContext.BaseDirectory, "../../../Rollups", file);
        if (Environment.GetEnvironmentVariable("LOWCODE_UPDATE") == "1")
        {
            await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), text);
    }

    private static string Write(DatabaseProvider provider, FieldRollup rollup)
    {
        using var context = new WorkspaceContext(Options(provider), _workspace);
        var rows = new FormRows(context);
        var row = RowExpressions.NewRow();
        var value = new RollupValues(rows, provider, new(DateTime.UnixEpoch, TimeZoneInfo.Utc)).Of(row, rollup);
        using var command = rows.Of(rollup.Field.Form)
            .Select(Expression.Lambda<Func<Row, object>>(Expression.Convert(value, typeof(object)), row)).CreateDbCommand();
        return command.CommandText.ReplaceLineEndings("\n");
    }

    /// <summary>Nothing is ever sent, so that no server need be named.</summary>
    private static DbContextOptions<WorkspaceContext> Options(DatabaseProvider provider)
    {
        var options = new DbContextOptionsBuilder<WorkspaceContext>();
        _ = provider switch
        {
            DatabaseProvider.Sqlite => options.UseSqlite("Data Source=none"),
            DatabaseProvider.PostgreSql => options.UseNpgsql("Host=none"),
            _ => options.UseSqlServer("Server=none"),
        };
        FormulaExtension.AddTo(options, provider);
        return options.Options;
    }
}
