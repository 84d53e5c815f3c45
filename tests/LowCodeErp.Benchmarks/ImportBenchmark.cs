using System.Security.Cryptography;
using System.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Importing;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Benchmarks;

/// <summary>
/// The import of all orders from a csv, beside prepared inserts of the same rows and history rows into copies of the same
/// tables, in one transaction, with nothing read or checked.
/// </summary>
internal static class ImportBenchmark
{
    private const int CustomersPerSave = 1_000;

    public static async Task RunAsync(BenchmarkWorkspace workspace, ResultTable table)
    {
        await AddCustomersAsync(workspace);
        var file = GeneratedOrders.WriteFile(workspace.Options);
        try
        {
            using var steps = new StepTimes();
            var product = await Measured.RunAsync(() => ImportAsync(workspace, file));
            Console.Error.WriteLine($"{workspace.Name}: of the import's {product.Seconds:0.0} s: {steps}");
            var yardstick = await Measured.RunAsync(() => InsertAsync(workspace));
            var orders = workspace.Options.Orders;
            table.Add("Import of orders from csv", workspace, $"{orders / product.Seconds:N0} rows/s, peak {product.PeakBytes / 1048576:N0} MB",
                $"prepared inserts {orders / yardstick.Seconds:N0} rows/s", yardstick.Seconds / product.Seconds, "≥ 0.50×");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task AddCustomersAsync(BenchmarkWorkspace workspace)
    {
        var form = workspace.Form("customer");
        foreach (var numbers in Enumerable.Range(0, workspace.Options.Customers).Chunk(CustomersPerSave))
        {
            var inputs = numbers.Select(number => new RecordInput
            {
                Values = new Dictionary<string, InputValue> { ["code"] = InputValue.Of(new GeneratedOrder { Customer = number }.CustomerCode) },
            });
            var result = await workspace.Get<SavePipeline>().SaveAsync(new(form, [.. inputs], Actor.System, ChangeSource.Command));
            _ = (SaveResult.Saved)result;
        }
    }

    private static async Task ImportAsync(BenchmarkWorkspace workspace, string file)
    {
        var diagnostics = new DiagnosticBag();
        await using var stream = File.OpenRead(file);
        using var reader = SpreadsheetReader.Open(stream, "orders.csv", SpreadsheetLimits.Default, diagnostics)!;
        var plan = ImportPlan.Make(workspace.Form("order"), reader, new(), keyField: null, diagnostics)
            ?? throw new InvalidOperationException(string.Join(Environment.NewLine, diagnostics.Items));
        var result = await workspace.Get<Importer>().RunAsync(plan, reader, diagnostics, new(Actor.System, ChangeSource.Import));
        if (!result.IsStored || result.Created != workspace.Options.Orders)
        {
            throw new InvalidOperationException($"The import stored {result.Created} rows. {string.Join(Environment.NewLine, result.Errors.Take(1))}");
        }
    }

    private static async Task InsertAsync(BenchmarkWorkspace workspace)
    {
        await using var transaction = await workspace.Connections.BeginWriteAsync();
        await BenchmarkWorkspace.ExecuteAsync(transaction, YardstickTables.CreateOrder(workspace));
        await BenchmarkWorkspace.ExecuteAsync(transaction, YardstickTables.CreateHistory(workspace));
        foreach (var index in YardstickTables.Indexes)
        {
            await BenchmarkWorkspace.ExecuteAsync(transaction, index);
        }

        await using var orderInsert = new PreparedInsert(workspace, transaction, "yard_order", YardstickTables.OrderColumns);
        await using var historyInsert = new PreparedInsert(workspace, transaction, "yard_history", YardstickTables.HistoryColumns);
        var firstCustomer = await workspace.FindFirstCustomerAsync(transaction);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        foreach (var order in GeneratedOrders.Make(workspace.Options))
        {
            await orderInsert.ExecuteAsync(
            [
                (long)order.Number, order.Code, firstCustomer + order.Customer, orderInsert.ToDate(order.Date), orderInsert.ToNumber(order.Items),
                orderInsert.ToNumber(order.Amount), 1L, now, DBNull.Value, now, DBNull.Value, DBNull.Value,
            ]);
            var changes = $$"""{"order-no":[null,"{{order.Code}}"],"customer":[null,{{order.Customer}}],"order-date":[null,"{{order.Date:yyyy-MM-dd}}"],"items":[null,{{order.Items}}],"amount":[null,{{order.Amount}}]}""";
            await historyInsert.ExecuteAsync([(long)order.Number, "order", (long)order.Number, 1L, "create", now, 0L, "system", "import", changes, SHA256.HashData(Encoding.UTF8.GetBytes(changes))]);
        }

        await transaction.CommitAsync();
    }
}
