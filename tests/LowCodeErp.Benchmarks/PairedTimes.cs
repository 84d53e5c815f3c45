using System.Diagnostics;

namespace LowCodeErp.Benchmarks;

/// <summary>Medians of two ways to do the same, in milliseconds, and of how many times longer the first took.</summary>
internal sealed record PairedTimes(double Product, double Yardstick, double Ratio)
{
    private const int Rounds = 15;

    /// <summary>In turn, so that both meet the same state of the machine, which others use too. The first round only warms up.</summary>
    /// <exception cref="InvalidOperationException">They do not find the same.</exception>
    public static async Task<PairedTimes> MeasureAsync(Func<Task<string>> product, Func<Task<string>> yardstick)
    {
        var pairs = new List<(double Product, double Yardstick)>();
        for (var round = 0; round <= Rounds; round++)
        {
            var (found, productTime) = await TimeAsync(product);
            var (expected, yardstickTime) = await TimeAsync(yardstick);
            if (found != expected)
            {
                throw new InvalidOperationException($"The product finds {found}, the yardstick {expected}.");
            }

            pairs.Add((productTime, yardstickTime));
        }

        pairs.RemoveAt(0);
        return new(Median(pairs.Select(pair => pair.Product)), Median(pairs.Select(pair => pair.Yardstick)), Median(pairs.Select(pair => pair.Product / pair.Yardstick)));
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static async Task<(string Found, double Milliseconds)> TimeAsync(Func<Task<string>> work)
    {
        var started = Stopwatch.GetTimestamp();
        var found = await work();
        return (found, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }
}
