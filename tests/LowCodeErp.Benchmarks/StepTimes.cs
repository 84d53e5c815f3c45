using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace LowCodeErp.Benchmarks;

/// <summary>Listens to the save pipeline and tells where the time went.</summary>
internal sealed class StepTimes : IDisposable
{
    private readonly ConcurrentDictionary<string, double> _milliseconds = [];
    private readonly MeterListener _listener = new();

    public StepTimes()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "lowcode.save.step")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, value, tags, _) => _milliseconds.AddOrUpdate($"{tags[0].Value}", value, (_, sum) => sum + value));
        _listener.Start();
    }

    public override string ToString() => string.Join(", ", _milliseconds.OrderByDescending(step => step.Value).Select(step => $"{step.Key} {step.Value:N0} ms"));

    public void Dispose() => _listener.Dispose();
}
