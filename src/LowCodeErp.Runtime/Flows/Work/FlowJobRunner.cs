using System.Data.Common;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Flows.Work;

/// <summary>
/// Carries out what instances want done outside, after the commands that asked for it were stored. A job is tried again with growing pauses; what fails for good
/// the machine is told, which makes an incident of it.
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
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await queue.LeaseAsync(Now, Now + Lease, PageSize, cancellationToken) is { Count: > 0 } jobs)
        {
            await Task.WhenAll(jobs.Select(job => RunAsync(job, cancellationToken)));
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task RunAsync(LeasedJob job, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewing = RenewAsync(job, ending);
        try
        {
            await SettleAsync(job, await TryAsync(job, ending.Token), cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Somebody else has the job by now, or nobody wants it any more: there is nothing to tell.
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
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever a handler runs into concerns its job alone, and is told as the job's failure: the others go on (D25).
            return new FlowJobResult.Failed(FlowJobDiagnostics.Crashed(exception), MayPass: true);
        }
    }

    /// <summary>Crowded out is no failure of the job: it is carried out once more then, under the same key (D15).</summary>
    private async Task SettleAsync(LeasedJob job, FlowJobResult result, CancellationToken cancellationToken)
    {
        if (result is FlowJobResult.Failed { MayPass: true } && job.Job.Attempts < MostAttempts)
        {
            await queue.ReleaseAsync(job, Now + PauseAfter(job.Job.Attempts), wasTried: true, cancellationToken);
            return;
        }

        var report = new FlowEvent.Report(job.Job.Id, job.Job.Generation, (result as FlowJobResult.Done)?.Json, (result as FlowJobResult.Failed)?.Reason) { CommandId = Guid.NewGuid() };
        if (await engine.RunAsync(job.InstanceId, report, Actor.System, cancellationToken) is FlowResult.Refused)
        {
            await queue.ReleaseAsync(job, Now + ShortestPause, wasTried: false, cancellationToken);
        }
    }

    private static TimeSpan PauseAfter(int attempts) => ShortestPause * Math.Pow(2, attempts - 1);

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
