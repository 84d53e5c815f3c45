using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Flows.Work;

/// <summary>
/// Fires what is due. Any number of nodes scan at the same time, and none has to remember anything: what one of them leaves behind is still due at the next
/// scan (flows.md 2.1-7).
/// </summary>
public sealed class FlowTimerScan(IFlowAgenda queue, FlowEngine engine, TimeProvider clock)
{
    private const int PageSize = 200;

    /// <returns>Timers that could not be fired, with the reason; they are tried again at the next scan, and keep no other from firing (D25).</returns>
    public async Task<IReadOnlyList<(DueTimer Timer, Diagnostic Reason)>> RunAsync(CancellationToken cancellationToken)
    {
        var refused = new List<(DueTimer, Diagnostic)>();
        var now = clock.GetUtcNow().UtcDateTime;
        for (DueTimer? last = null; await queue.FindDueTimersAsync(now, last, PageSize, cancellationToken) is { Count: > 0 } due; last = due[^1])
        {
            foreach (var timer in due)
            {
                if (await FireAsync(timer, cancellationToken) is { } reason)
                {
                    refused.Add((timer, reason));
                }
            }
        }

        return refused;
    }

    /// <returns>Null when it fired, or somebody else fired it.</returns>
    private async Task<Diagnostic?> FireAsync(DueTimer timer, CancellationToken cancellationToken)
    {
        var fire = new FlowEvent.Fire(timer.TimerId) { CommandId = Guid.NewGuid() };
        try
        {
            return await engine.RunAsync(timer.InstanceId, fire, Actor.System, cancellationToken) is FlowResult.Refused refused ? refused.Diagnostic : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever is wrong with one instance, the others are not to miss their moments for it.
            return FlowJobDiagnostics.TimerCrashed(exception);
        }
    }
}
