using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Inbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LowCodeErp.Portal.Flows;

/// <summary>How much waits for the viewer, kept up to date for as long as his circuit lives: at once for what this node does, within half a minute for what others do.</summary>
public sealed partial class FlowWatch(ViewerFlows flows, FlowNews news, TimeProvider clock, IHostApplicationLifetime program, ILogger<FlowWatch> log) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    /// <summary>What one command changes is looked at once.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>A program that stops does not end the circuits that it still has.</summary>
    private readonly CancellationTokenSource _leaving = CancellationTokenSource.CreateLinkedTokenSource(program.ApplicationStopping);
    private readonly Lock _lock = new();
    private ITimer? _timer;
    private bool _isCounted;

    /// <summary>The to-do lists that the viewer sees.</summary>
    private volatile IReadOnlyList<string> _asked = [];

    public InboxCounts Counts { get; private set; } = InboxCounts.None;

    /// <summary>Raised away from the circuit: the counts are others, or may be.</summary>
    public event Action? Changed;

    /// <summary>Raised away from the circuit with the id of an instance that has changed.</summary>
    public event Action<long>? InstanceChanged;

    /// <summary>Raised away from the circuit when there are more tasks than the last time.</summary>
    public event Action? TasksArrived;

    /// <summary>Begins to watch; a second call does nothing.</summary>
    public void Start()
    {
        lock (_lock)
        {
            if (_timer is not null || _leaving.IsCancellationRequested)
            {
                return;
            }

            _timer = clock.CreateTimer(_ => _ = RefreshAsync(), null, TimeSpan.Zero, Interval);
        }

        news.Arrived += OnNews;
    }

    public void Dispose()
    {
        news.Arrived -= OnNews;
        _leaving.Cancel();
        _timer?.Dispose();
        _leaving.Dispose();
    }

    /// <summary>What concerns the lists of others is not counted anew: there may be many circuits, and many who decide.</summary>
    private void OnNews(FlowNewsItem item)
    {
        if (!_isCounted || item.Asked.Overlaps(_asked))
        {
            _timer?.Change(Pause, Interval);
        }

        InstanceChanged?.Invoke(item.InstanceId);
    }

    /// <summary>Nobody awaits it: what goes wrong is logged, and tried again the next time.</summary>
    private async Task RefreshAsync()
    {
        if (_leaving.IsCancellationRequested)
        {
            _timer?.Dispose();
            return;
        }

        try
        {
            var before = _isCounted ? Counts.Tasks : int.MaxValue;
            _asked = await flows.ReadAskedAsync(_leaving.Token);
            (Counts, _isCounted) = (await flows.CountAsync(_leaving.Token), true);
            Changed?.Invoke();
            if (Counts.Tasks > before)
            {
                TasksArrived?.Invoke();
            }
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The circuit has ended, or the program stops.
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The tasks of a viewer could not be counted; tried again in half a minute.")]
    private partial void Fail(Exception exception);
}
