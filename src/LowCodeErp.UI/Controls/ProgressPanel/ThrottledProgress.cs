namespace LowCodeErp.UI.Controls.ProgressPanel;

/// <summary>Passes a report on at most ten times a second: each one costs a message to the browser.</summary>
/// <param name="show">Called on the thread of the work.</param>
public sealed class ThrottledProgress<T>(Action<T> show, TimeProvider clock) : IProgress<T>
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private long? _shownAt;

    public void Report(T value)
    {
        lock (_lock)
        {
            if (_shownAt is { } shownAt && clock.GetElapsedTime(shownAt) < _pause)
            {
                return;
            }

            _shownAt = clock.GetTimestamp();
        }

        show(value);
    }
}
