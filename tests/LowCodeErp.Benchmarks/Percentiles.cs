using System.Diagnostics;
using System.Globalization;

namespace LowCodeErp.Benchmarks;

/// <summary>How long something took, in milliseconds, of many times.</summary>
internal sealed class Percentiles(IEnumerable<double> times)
{
    private readonly double[] _sorted = [.. times.Order()];

    public double P95 => At(95);

    public static async Task<Percentiles> MeasureAsync(int times, Func<int, Task> work)
    {
        var measured = new List<double>();
        for (var index = 0; index < times; index++)
        {
            measured.Add(await TimeAsync(() => work(index)));
        }

        return new(measured);
    }

    public static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p50 {At(50):0.0} ms, p95 {P95:0.0} ms, p99 {At(99):0.0} ms");

    private double At(int percent) => _sorted[Math.Min(_sorted.Length - 1, _sorted.Length * percent / 100)];
}
