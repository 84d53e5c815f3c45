using System.Diagnostics;

namespace LowCodeErp.Benchmarks;

/// <summary>Time and the highest memory of a piece of work.</summary>
internal sealed record Measured(TimeSpan Time, long PeakBytes)
{
    private static readonly TimeSpan SampleInterval = TimeSpan.FromMilliseconds(50);

    public double Seconds => Time.TotalSeconds;

    public static async Task<Measured> RunAsync(Func<Task> work)
    {
        GC.Collect();
        using var done = new CancellationTokenSource();
        var sampling = SampleAsync(done.Token);
        var started = Stopwatch.GetTimestamp();
        await work();
        var time = Stopwatch.GetElapsedTime(started);
        await done.CancelAsync();
        return new(time, await sampling);
    }

    private static async Task<long> SampleAsync(CancellationToken done)
    {
        var peak = 0L;
        while (!done.IsCancellationRequested)
        {
            peak = Math.Max(peak, Environment.WorkingSet);
            await Task.Delay(SampleInterval, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return peak;
    }
}
