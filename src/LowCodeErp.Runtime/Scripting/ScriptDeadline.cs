namespace LowCodeErp.Runtime.Scripting;

/// <summary>The end of one run: its time is up, its caller has gone, or the pool stops.</summary>
internal sealed class ScriptDeadline : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly CancellationTokenSource _time;
    private readonly CancellationTokenSource _end;

    public ScriptDeadline(TimeSpan? wanted, ScriptSettings settings, TimeProvider clock, CancellationToken caller, CancellationToken stopping)
    {
        var longest = TimeSpan.FromSeconds(settings.MaximumDeadlineSeconds);
        Limit = wanted ?? TimeSpan.FromSeconds(settings.DeadlineSeconds);
        Limit = Limit < longest ? Limit : longest;
        _clock = clock;
        _start = clock.GetTimestamp();
        _time = new(Limit, clock);
        _end = CancellationTokenSource.CreateLinkedTokenSource(_time.Token, caller, stopping);
    }

    public TimeSpan Limit { get; }

    public TimeSpan Left => Limit - _clock.GetElapsedTime(_start) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    public CancellationToken Token => _end.Token;

    public void Dispose()
    {
        _end.Dispose();
        _time.Dispose();
    }
}
