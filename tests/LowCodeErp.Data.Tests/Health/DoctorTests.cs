using LowCodeErp.Data.Health;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Health;

public sealed class DoctorTests
{
    private static readonly FormBuilder[] _forms =
    [
        Form("customer").Text("name").Text("code", length: 30, unique: true),
        Form("order").Text("number").Number("total").Boolean("paid").Date("due").Moment("sent")
            .Reference("customer", "customer").Member("clerk").Lines("line", line => line.Number("quantity")),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The database, the damage and what the doctor says.</summary>
    public static TheoryData<DatabaseProvider, string, string> Damages()
    {
        var data = new TheoryData<DatabaseProvider, string, string>();
        foreach (var (damage, finding) in new[]
        {
            ("UPDATE customer SET version = 0 WHERE code = 'C1'", "health.version customer"),
            ("UPDATE customer SET version = 2 WHERE code = 'C1'", "health.version customer"),
            ("DELETE FROM sys_history WHERE form = 'customer'", "health.version customer"),
            ("""UPDATE "order" SET deleted_at = created_at""", "health.line-parent order_line"),
            ("""DROP INDEX "IX_customer_code"; UPDATE customer SET code = 'C1'""", "health.not-unique customer.code"),
            ("UPDATE sys_id_block SET next = 2 WHERE name = 'record'", "health.ids customer, health.ids order, health.ids order_line"),
            ("UPDATE sys_id_block SET next = 1 WHERE name = 'sys_history'", "health.ids sys_history"),
            ("UPDATE sys_history SET actor_name = 'somebody else' WHERE id = 2", "audit.row-altered sys_history.2"),
            ("""UPDATE sys_history SET changes = '{"total":[1,2]}' WHERE id = 1""", "audit.row-altered sys_history.1"),
            ("INSERT INTO sys_tier_current (model, subject_id, run_id, tier) VALUES ('rfm', 2, 77, 'a')", "health.tier-run sys_tier_current"),
            ("ALTER TABLE customer RENAME COLUMN name TO nom", "health.column-missing customer.name"),
            ("ALTER TABLE order_line RENAME TO gone", "health.table-missing order_line"),
        })
        {
            foreach (var provider in TestDatabase.Providers)
            {
                data.Add(provider, damage, finding);
            }
        }

        data.Add(DatabaseProvider.PostgreSql, """ALTER TABLE "order" ALTER COLUMN total TYPE numeric(15,3)""", "health.column-type order.total");
        data.Add(DatabaseProvider.PostgreSql, """ALTER TABLE "order" DROP CONSTRAINT "FK_order_customer_customer"; UPDATE "order" SET customer = 999""", "health.reference order.customer");
        data.Add(DatabaseProvider.PostgreSql, """ALTER TABLE "order" DROP CONSTRAINT "FK_order_sys_member_clerk"; UPDATE "order" SET clerk = 999""", "health.reference order.clerk");
        data.Add(DatabaseProvider.Sqlite, """ALTER TABLE "order" DROP COLUMN total; ALTER TABLE "order" ADD total TEXT""", "health.column-type order.total");
        return data;
    }

    [Theory]
    [EveryDatabase]
    public async Task Examine_DataWrittenByTheStore_FindsNothing(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);

        Assert.Empty(await ExamineAsync(database));
    }

    [Theory]
    [EveryDatabase]
    public async Task Examine_AfterFieldsWereChangedAndRemoved_FindsNothing(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);

        await database.PublishAsync(
            Form("customer").Text("name", length: 300).Text("code", length: 20, unique: true),
            Form("order").Text("number").Number("total", scale: 4).Text("remark").Reference("customer", "customer").Lines("line", line => line.Number("quantity").Reference("of", "customer")));

        Assert.Empty(await ExamineAsync(database));
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Examine_PlantedDamage_IsFoundAndNothingElse(DatabaseProvider provider, string damage, string finding)
    {
        await using var database = await CreateAsync(provider);

        await database.ExecuteAsync(damage);

        Assert.Equal(finding, await ExamineAsync(database));
    }

    [Fact]
    public async Task Examine_RecordsRemovedPastForeignKeys_FindsBothEnds()
    {
        await using var database = await CreateAsync(DatabaseProvider.Sqlite);
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection(database.Database.Target.ConnectionString + ";Foreign Keys=False"))
        {
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM customer";
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        Assert.Equal("health.reference order.customer, health.record-missing customer", await ExamineAsync(database));
    }

    private static async Task<string> ExamineAsync(PublishedDatabase database)
    {
        var findings = await new Doctor(database.Database.Connections, database.Workspace).ExamineAsync(Cancellation);
        Assert.All(findings, finding => Assert.False(string.IsNullOrEmpty(finding.Message.English)));
        return string.Join(", ", findings.Select(finding => $"{finding.Code} {finding.Path}"));
    }

    private static async Task<PublishedDatabase> CreateAsync(DatabaseProvider provider)
    {
        var database = await PublishedDatabase.CreateAsync(provider, _forms);
        await using (var platform = database.OpenPlatform())
        {
            platform.Users.Add(new Member { Id = 1, UserName = "li", DisplayName = "李四" });
            platform.TierRuns.Add(new TierRun { Id = 1, Model = "rfm", Settings = "{}", Edges = "[]", StartedAt = PublishedDatabase.Now });
            platform.CurrentTiers.Add(new TierCurrent { Model = "rfm", SubjectId = 1, RunId = 1, Tier = "a" });
            await platform.SaveChangesAsync(Cancellation);
        }

        var customer = await database.InsertAsync("customer", ["Acme", "C1"], ["Brown", "C2"]);
        var order = await database.InsertAsync("order", ["A1", 12.5m, true, new DateOnly(2026, 6, 30), PublishedDatabase.Now, customer, 1L, null]);
        await database.InsertAsync("order-line", [order, 2m]);
        await ChangeAsync(database, customer);
        return database;
    }

    private static async Task ChangeAsync(PublishedDatabase database, long customer)
    {
        var form = database.Form("customer");
        await using var transaction = await database.BeginAsync();
        var write = PublishedDatabase.NewRecord(customer + 1, ["Braun", "C2"]) with { Version = 2 };
        Assert.Empty(await transaction.UpdateAsync(form, [write], Cancellation));
        await transaction.AppendHistoryAsync([PublishedDatabase.NewHistory(form, write, RecordAction.Update)], Cancellation);
        await transaction.CommitAsync(Cancellation);
    }
}
