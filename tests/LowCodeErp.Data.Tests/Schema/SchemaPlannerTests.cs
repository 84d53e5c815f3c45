using System.Runtime.CompilerServices;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Schema;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.Apps;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Schema;

public sealed class SchemaPlannerTests
{
    private static readonly FormBuilder[] _before =
    [
        Form("customer").Text("name", length: 100).Text("code", length: 30, unique: true).Text("fax"),
        Form("order").Text("number", unique: true).Number("total").Boolean("paid").Date("due").Moment("sent").Member("clerk")
            .Reference("customer", "customer").Lines("line", line => line.Number("quantity", scale: 3)),
        Form("old").Text("name", unique: true).Reference("customer", "customer"),
    ];

    private static readonly FormBuilder[] _after =
    [
        Form("customer").Text("name", length: 200).Text("code", length: 30).Text("phone").Reference("last-order", "order"),
        Form("order").Text("number", unique: true).Number("total", scale: 4).Boolean("paid").Date("due").Moment("sent")
            .Reference("customer", "customer").Lines("line", line => line.Number("quantity", scale: 3).Reference("product", "product")),
        Form("product").Text("name").Field("tags", "test-texts", new { length = 50 }).Field("parts", "test-references", new { form = "product" }),
    ];

    /// <summary>There is no SQL Server to try it on here, so what would be sent to one is kept for review: a change of it is a change of the product.</summary>
    [Fact]
    public Task Plan_ForSqlServer_IsTheReviewedSql()
        => VerifyAsync(new DbContextOptionsBuilder<WorkspaceContext>().UseSqlServer("Server=none;Database=none"), "sql-server.sql");

    [Fact]
    public Task Plan_ForSqlite_IsTheReviewedSql()
        => VerifyAsync(new DbContextOptionsBuilder<WorkspaceContext>().UseSqlite("Data Source=none"), "sqlite.sql");

    [Fact]
    public Task Plan_ForPostgreSql_IsTheReviewedSql()
        => VerifyAsync(new DbContextOptionsBuilder<WorkspaceContext>().UseNpgsql("Host=none;Database=none"), "postgresql.sql");

    [Fact]
    public void Fold_OperationThatNeedsATableRebuild_IsRefusedWithTheTable()
    {
        using var context = new WorkspaceContext(new DbContextOptionsBuilder<WorkspaceContext>().UseSqlite("Data Source=none").Options, WorkspaceModel.Empty);
        var sqlite = new SqliteOperations(context.GetService<ISqlGenerationHelper>(), new HashSet<(string, string)>());

        sqlite.Fold([new DropColumnOperation { Table = "order", Name = "total" }, new AddColumnOperation { Table = "order", Name = "x", IsNullable = false }]);

        Assert.Equal(["schema.not-supported order", "schema.not-supported order"], sqlite.Diagnostics.Select(item => $"{item.Code} {item.Path}"));
    }

    [Fact]
    public void RemovedNames_LongestKeyAndManyVersions_StayWithinPostgreSqlsLimit()
        => Assert.Equal(63, RemovedNames.For(new string('a', 50), 9_999_999_999_999).Length);

    private static async Task VerifyAsync(DbContextOptionsBuilder<WorkspaceContext> options, string file)
    {
        await using var context = new WorkspaceContext(options.Options, WorkspaceModel.Empty);
        var (before, after) = (Compile(6, _before), Compile(7, _after));
        var planner = new SchemaPlanner(context);
        SchemaPlan Plan(WorkspaceModel from, WorkspaceModel to) => planner.Plan(new(from, to, KeptModels.None), new HashSet<FieldPair>());
        var text = $"-- 1. new\n{Describe(Plan(WorkspaceModel.Empty, before))}\n-- 2. changed\n{Describe(Plan(before, after))}";
        Assert.Empty(Plan(after, Compile(8, _after)).Operations);

        var path = Path.Combine(Folder(), file);
        var reviewed = File.Exists(path) ? await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken) : "";
        if (reviewed != text)
        {
            await File.WriteAllTextAsync(path + ".received", text, TestContext.Current.CancellationToken);
        }

        Assert.Equal(reviewed, text);
    }

    private static string Describe(SchemaPlan plan)
    {
        Assert.Empty(plan.Diagnostics);
        return string.Concat(plan.Commands.Concat(plan.Constraints).Select(command => command.CommandText.TrimEnd().ReplaceLineEndings("\n") + "\n"));
    }

    private static WorkspaceModel Compile(long version, FormBuilder[] forms)
        => new WorkspaceCompiler(TestFields.Catalog, new([])).Compile(version, [App.With(forms)]).Workspace!;

    private static string Folder([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;
}
