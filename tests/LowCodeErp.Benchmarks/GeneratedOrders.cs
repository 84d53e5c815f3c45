using System.Globalization;

namespace LowCodeErp.Benchmarks;

/// <summary>Orders as a company has them: few customers buy often, and amounts have a long tail.</summary>
internal static class GeneratedOrders
{
    private static readonly DateOnly First = new(2024, 1, 1);

    public static IEnumerable<GeneratedOrder> Make(BenchmarkOptions options)
    {
        var random = new Random(BenchmarkOptions.Seed);
        for (var number = 0; number < options.Orders; number++)
        {
            // The first orders go round, so that each customer has one; the others prefer the customers with small numbers.
            var customer = number < options.Customers ? number : (int)(Math.Pow(random.NextDouble(), 2) * options.Customers);
            var amount = Math.Round((decimal)Math.Exp(random.NextDouble() * 9) + 1, 2);
            yield return new(number, customer, First.AddDays(random.Next(0, 1000)), random.Next(1, 20), amount);
        }
    }

    /// <summary>As a csv that the product imports.</summary>
    public static string WriteFile(BenchmarkOptions options)
    {
        var path = Path.GetTempFileName();
        using var file = new StreamWriter(path);
        file.WriteLine("order-no,customer,order-date,items,amount");
        foreach (var order in Make(options))
        {
            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{order.Code},{order.CustomerCode},{order.Date:yyyy-MM-dd},{order.Items},{order.Amount}"));
        }

        return path;
    }
}
