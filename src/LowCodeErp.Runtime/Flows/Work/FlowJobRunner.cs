using System.Data.Common;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Flows.Work;

/// <summary>
/// Carries out what instances want done outside, after the commands that asked for it were stored. A job is tried again with growing pauses; what fails for good
/// the machine is told, which makes an incident of it; so is a result that the instance does not take for good.
/// </summary>
public sealed class FlowJobRunner(IFlowAgenda queue, FlowEngine engine, IEnumerable<IFlowJobHandler> handlers, TimeProvider clock)
{
    public const int MostAttempts = 8;

    private const int PageSize = 10;

    /// <summary>How long a worker that died keeps others from its job.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(15);

    private readonly Dictionary<string, IFlowJobHandler> _handlers = handlers.ToDictionary(handler => handler.Kind, StringComparer.Ordinal);

    /// <summary>As long as there are jobs.</summary>
    /// <returns>Jobs whose end could not be told to their instance, with the reason; they are carried out again later, under the same key (D25).</returns>
    public async Task<IReadOnlyList<(LeasedJob Job, Diagnostic Reason)>> RunAsync(CancellationToken cancellationToken)
    {
        var untold = new List<(LeasedJob, Diagnostic)>();
        while (await queue.LeaseAsync(Now, Now + Lease, PageSize, cancellationToken) is { Count: > 0 } jobs)
        {
            var reasons = await Task.WhenAll(jobs.Select(job => RunAsync(job, cancellationToken)));
            untold.AddRange(jobs.Zip(reasons).Where(end => end.Second is not null).Select(end => (end.First, end.Second!)));
        }

        return untold;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<Diagnostic?> RunAsync(LeasedJob job, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewing = RenewAsync(job, ending);
        try
        {
            return await SettleAsync(job, await TryAsync(job, ending.Token), cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Somebody else has the job by now, or nobody wants it any more: there is nothing to tell.
            return null;
        }
        finally
        {
            await ending.CancelAsync();
            await renewing;
        }
    }

    private async Task<FlowJobResult> TryAsync(LeasedJob job, CancellationToken cancellationToken)
    {
        if (!_handlers.TryGetValue(job.Job.Kind, out var handler))
        {
            return new FlowJobResult.Failed(FlowJobDiagnostics.UnknownKind(job.Job.Kind), MayPass: false);
        }

        try
        {
            return await handler.RunAsync(job, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Whatever a handler runs into concerns its job alone, and is told as the job's failure: the others go on (D25).
            return new FlowJobResult.Failed(FlowJobDiagnostics.Crashed(exception), MayPass: true);
        }
    }

    /// <returns>Why the instance could not be told how the job ended; null when it was, or the job is to be tried again.</returns>
    private async Task<Diagnostic?> SettleAsync(LeasedJob job, FlowJobResult result, CancellationToken cancellationToken)
    {
        if (result is FlowJobResult.Failed { MayPass: true } && job.Job.Attempts < MostAttempts)
        {
            await queue.ReleaseAsync(job, Now + PauseAfter(job.Job.Attempts), wasTried: true, cancellationToken);
            return null;
        }

        var reason = await ReportAsync(job, result, cancellationToken);
        if (reason is null || await FaultAsync(job, result, reason, cancellationToken))
        {
            return null;
        }

        await PutOffAsync(job, reason, cancellationToken);
        return reason;
    }

    /// <summary>What the instance does not take time and again is an incident of its own: whoever resolves it sees what keeps the step, and no log has to be read.</summary>
    /// <returns>False where it is tried again, or the instance does not take the incident either.</returns>
    private async Task<bool> FaultAsync(LeasedJob job, FlowJobResult result, Diagnostic reason, CancellationToken cancellationToken)
        => result is FlowJobResult.Done && !IsCrowdedOut(reason) && job.Job.Attempts >= MostAttempts
            && await ReportAsync(job, new FlowJobResult.Failed(FlowJobDiagnostics.NotTaken(reason), MayPass: false), cancellationToken) is null;

    private async Task<Diagnostic?> ReportAsync(LeasedJob job, FlowJobResult result, CancellationToken cancellationToken)
    {
        var report = new FlowEvent.Report(job.Job.Id, job.Job.Generation, (result as FlowJobResult.Done)?.Json, (result as FlowJobResult.Failed)?.Reason) { CommandId = Guid.NewGuid() };
        try
        {
            return await engine.RunAsync(job.InstanceId, report, Actor.System, cancellationToken) is FlowResult.Refused refused ? refused.Diagnostic : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // An instance that cannot take the report keeps no other job from being carried out.
            return FlowJobDiagnostics.Crashed(exception);
        }
    }

    /// <summary>Crowded out is no failure of the job: it is carried out once more soon, under the same key (D15). Anything else may last.</summary>
    private Task PutOffAsync(LeasedJob job, Diagnostic reason, CancellationToken cancellationToken)
    {
        var wasTried = !IsCrowdedOut(reason);
        return queue.ReleaseAsync(job, Now + (wasTried ? PauseAfter(job.Job.Attempts) : ShortestPause), wasTried, cancellationToken);
    }

    private static bool IsCrowdedOut(Diagnostic reason) => reason.Code == FlowCommandDiagnostics.Busy().Code;

    private static TimeSpan PauseAfter(int attempts) => ShortestPause * Math.Pow(2, Math.Min(attempts, MostAttempts) - 1);

    private async Task RenewAsync(LeasedJob job, CancellationTokenSource ending)
    {
        try
        {
            using var timer = new PeriodicTimer(Lease / 3, clock);
            while (await timer.WaitForNextTickAsync(ending.Token))
            {
                if (!await queue.RenewAsync(job, Now + Lease, ending.Token))
                {
                    await ending.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The job is done.
        }
        catch (DbException)
        {
            // The lease cannot be kept: whoever takes the job over must not find it done twice.
            await ending.CancelAsync();
        }
    }
}
