using System.Globalization;

namespace LowCodeErp.Benchmarks;

internal readonly record struct GeneratedOrder(int Number, int Customer, DateOnly Date, int Items, decimal Amount)
{
    public string Code => Number.ToString("0000000", CultureInfo.InvariantCulture);

    public string CustomerCode => Customer.ToString("'C'000000", CultureInfo.InvariantCulture);
}
