using System.Globalization;
using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Indexes;

namespace LowCodeErp.Browser.Tests.Lists;

/// <summary>Northwind's form of orders with 100,000 of them.</summary>
public sealed class LargeListWorkspace() : AppWorkspace("data", "apps", "northwind")
{
    public static async Task<LargeListWorkspace> StartAsync()
    {
        var started = new LargeListWorkspace();
        await started.InitializeAsync();
        var customer = await started.AddAsync("customer", new() { Values = Values(("code", "ALFKI"), ("name", "阿尔弗")) });
        await started.FillAsync(customer);
        return started;
    }

    /// <summary>The fields of each index that was added.</summary>
    public async Task<IEnumerable<string>> ReadIndexesAsync()
        => (await Service<IFormIndexes>().ListAsync()).Select(index => string.Join(' ', index.Fields.Select(field => field.Key)));

    private async Task FillAsync(long customer)
    {
        await using var write = await Service<WorkspaceConnections>().BeginWriteAsync();
        await using var command = write.Connection.CreateCommand();
        command.Transaction = write.Transaction;
        command.CommandText = string.Create(CultureInfo.InvariantCulture,
            $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {IFormIndexes.ManyRecords})
            INSERT INTO "order" (id, number, customer, order_date, freight, version, created_at, updated_at)
            SELECT i, 'N' || i, {customer}, date('2020-01-01', '+' || (i % 2000) || ' days'), (i * 7919) % 100, 1, '2026-11-21 08:30:00', '2026-11-21 08:30:00' FROM n
            """);
        await command.ExecuteNonQueryAsync();
        await write.CommitAsync();
    }
}
