using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Providers.Sqlite;
using LowCodeErp.TestDatabases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace LowCodeErp.Data.Tests.Platform;

public sealed class PlatformDatabaseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("erp.db")]
    [InlineData("Host=nowhere;Database=erp")]
    [InlineData("Server=nowhere;Database=erp")]
    public void Model_OfEachProvider_HasNoChangeWithoutMigration(string target)
    {
        using var context = ContextsOf(target).CreateDbContext();

        Assert.False(context.Database.HasPendingModelChanges(), "Run dotnet ef migrations add for each of the three contexts.");
    }

    [Fact]
    public void Migrations_OfSqlServer_ProduceAScriptOfAllTables()
    {
        using var context = ContextsOf("Server=nowhere;Database=erp").CreateDbContext();

        var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.All(context.Model.GetEntityTypes(), entity =>
            Assert.Contains($"CREATE TABLE [{entity.GetTableName()}]", script, StringComparison.Ordinal));
        Assert.Contains("[amount] decimal(18,4) NOT NULL", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Model_EveryNameInTheDatabase_IsLowerCaseAndPrefixed()
    {
        using var context = ContextsOf("erp.db").CreateDbContext();

        Assert.All(context.Model.GetEntityTypes(), entity => Assert.StartsWith("sys_", entity.GetTableName(), StringComparison.Ordinal));
        Assert.All(context.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()), property =>
            Assert.Matches("^[a-z][a-z_]*$", property.GetColumnName()));
    }

    [Theory]
    [EveryDatabase]
    public async Task EnsureUpToDate_SeveralNodesAtOnce_AllFindTheTables(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);

        var diagnostics = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            Task.Run(() => PlatformDatabase.EnsureUpToDateAsync(database.ConnectAnotherNode(), cancellationToken: Cancellation), Cancellation)));

        Assert.All(diagnostics, Assert.Null);
        await AssertUsableAsync(database.Connections);
    }

    [Fact]
    public async Task EnsureUpToDate_TwoProcessesOnOneSqliteFile_AllFindTheTables()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

        var diagnostics = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            () => PlatformDatabase.EnsureUpToDateAsync(new SqliteConnections(database.Target, new SqliteWriterQueue()), cancellationToken: Cancellation),
            Cancellation)));

        Assert.All(diagnostics, Assert.Null);
        await AssertUsableAsync(database.Connections);
    }

    [Fact]
    public async Task EnsureUpToDate_OnSqlite_LeavesNoLockThatAKilledProcessCouldLeaveBehind()
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(DatabaseProvider.Sqlite);
        await using var context = new PlatformContextFactory(database.Connections).CreateDbContext();

        var tables = await context.Database
            .SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'table'")
            .ToListAsync(Cancellation);

        Assert.Contains("sys_member", tables);
        Assert.DoesNotContain(tables, table => table.StartsWith("__EF", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EnsureUpToDate_PostgreSqlDatabaseMissing_IsCreated()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        var name = $"lowcode_{Guid.NewGuid():N}";
        var missing = new NpgsqlConnectionStringBuilder(database.Target.ConnectionString) { Database = name, Pooling = false };
        var connections = ConnectionsOf(missing.ConnectionString);

        Assert.Null(await PlatformDatabase.EnsureUpToDateAsync(connections, cancellationToken: Cancellation));
        await AssertUsableAsync(connections);

        await using var context = new PlatformContextFactory(connections).CreateDbContext();
        await context.Database.EnsureDeletedAsync(Cancellation);
    }

    [Theory]
    [EveryDatabase]
    public async Task EnsureUpToDate_DatabaseOfANewerVersion_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        await using (var context = new PlatformContextFactory(database.Connections).CreateDbContext())
        {
            await context.Database.ExecuteSqlAsync(
                $"""INSERT INTO sys_migration ("MigrationId", "ProductVersion") VALUES ('99990101000000_Later', '10')""", Cancellation);
        }

        var diagnostic = await PlatformDatabase.EnsureUpToDateAsync(database.Connections, cancellationToken: Cancellation);

        Assert.Equal("database.newer", diagnostic?.Code);
    }

    [Fact]
    public async Task EnsureUpToDate_ServerThatDoesNotAnswer_IsADiagnosticWithoutPassword()
    {
        var diagnostic = await PlatformDatabase.EnsureUpToDateAsync(
            ConnectionsOf("Host=127.0.0.1;Port=1;Database=erp;Username=u;Password=secret"), cancellationToken: Cancellation);

        Assert.Equal("database.cannot-open", diagnostic?.Code);
        Assert.DoesNotContain("secret", diagnostic!.Message.Chinese + diagnostic.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnsureUpToDate_FileThatIsNoDatabase_IsADiagnostic()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var file = new SqliteConnectionStringBuilder(database.Target.ConnectionString).DataSource;
        await File.WriteAllTextAsync(file, new string('x', 5000), Cancellation);

        var diagnostic = await PlatformDatabase.EnsureUpToDateAsync(database.Connections, cancellationToken: Cancellation);

        Assert.Equal("database.cannot-open", diagnostic?.Code);
    }

    private static async Task AssertUsableAsync(WorkspaceConnections connections)
    {
        await using var context = new PlatformContextFactory(connections).CreateDbContext();
        context.Workspaces.Add(new Workspace { Name = "示例公司", CreatedAt = TimeProvider.System.GetUtcNow().UtcDateTime });
        await context.SaveChangesAsync(Cancellation);
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Cancellation));
    }

    private static PlatformContextFactory ContextsOf(string target) => new(ConnectionsOf(target));

    private static WorkspaceConnections ConnectionsOf(string target)
        => WorkspaceConnections.For(DatabaseTarget.Parse(target, "", new DiagnosticBag())!);
}
