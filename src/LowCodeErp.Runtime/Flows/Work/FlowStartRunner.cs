using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Work;

/// <summary>
/// Begins instances that were noted. One that cannot begin is tried again with growing pauses for as long as its record and its flow are there: once what kept it is
/// mended, it begins.
/// </summary>
public sealed class FlowStartRunner(IFlowStarts starts, FlowEngine engine, TimeProvider clock)
{
    private const int PageSize = 50;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Where there is nothing left to begin: the record or the flow is gone, or the record is in such a flow already (D28).</summary>
    private static readonly HashSet<string> _settled =
    [
        FlowCommandDiagnostics.UnknownFlow("").Code, FlowCommandDiagnostics.RecordGone(new("")).Code, FlowCommandDiagnostics.RunningAlready(new("")).Code,
    ];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>As long as any is due.</summary>
    /// <returns>Those that could not begin, with the reason.</returns>
    public async Task<IReadOnlyList<(PendingStart Start, Diagnostic Reason)>> RunAsync(CancellationToken cancellationToken)
    {
        var refused = new List<(PendingStart, Diagnostic)>();
        while (await starts.FindDueAsync(Now, PageSize, cancellationToken) is { Count: > 0 } due)
        {
            foreach (var start in due)
            {
                if (await BeginAsync(start, cancellationToken) is { } reason)
                {
                    await starts.PutOffAsync(PutOff(start, reason), cancellationToken);
                    refused.Add((start, reason));
                }
                else
                {
                    await starts.SettleAsync(start, cancellationToken);
                }
            }
        }

        return refused;
    }

    /// <returns>Null when it has begun, or is not to begin any more.</returns>
    private async Task<Diagnostic?> BeginAsync(PendingStart start, CancellationToken cancellationToken)
    {
        try
        {
            return await engine.BeginAsync(start, cancellationToken) is FlowResult.Refused refused && !_settled.Contains(refused.Diagnostic.Code) ? refused.Diagnostic : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever is wrong with one of them, the others begin (D25).
            return FlowJobDiagnostics.StartCrashed(exception);
        }
    }

    private PendingStart PutOff(PendingStart start, Diagnostic reason)
    {
        var pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, (long)(ShortestPause.Ticks * Math.Pow(2, Math.Min(start.Attempts, 10)))));
        return start with
        {
            Attempts = start.Attempts + 1,
            NextAt = Now + pause,
            Code = reason.Code,
            Chinese = reason.Message.Chinese,
            English = reason.Message.In(FlowCommandDiagnostics.Words),
        };
    }
}
