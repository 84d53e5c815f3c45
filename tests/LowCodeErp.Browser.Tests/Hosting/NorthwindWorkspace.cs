using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Browser.Tests.Hosting;

/// <summary>The app of <c>tests/data/apps/northwind</c>, whose order lines compute their amount, with one customer, 阿尔弗, and one product, 茶.</summary>
public sealed class NorthwindWorkspace() : AppWorkspace("data", "apps", "northwind")
{
    public static async Task<NorthwindWorkspace> StartAsync()
    {
        var started = new NorthwindWorkspace();
        await started.InitializeAsync();
        return started;
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await AddAsync("customer", new() { Values = Values(("code", "ALFKI"), ("name", "阿尔弗")) });
        await AddAsync("product", new() { Values = Values(("code", "1"), ("name", "茶"), ("price", "18")) });
    }

    /// <returns>The id.</returns>
    public Task<long> AddOrderAsync(string number, params (decimal Price, decimal Quantity)[] lines) => AddAsync("order", new()
    {
        Values = Values(("number", number), ("customer", "ALFKI"), ("order-date", "1998-05-01"), ("freight", "1")),
        Lines = new Dictionary<string, IReadOnlyList<RecordInput>>
        {
            ["line"] = [.. lines.Select(line => new RecordInput { Values = Values(("product", "1"), ("price", $"{line.Price}"), ("quantity", $"{line.Quantity}")) })],
        },
    });
}
