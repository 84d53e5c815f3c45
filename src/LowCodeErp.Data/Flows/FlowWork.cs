using System.Data.Common;
using LowCodeErp.Runtime.Flows.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LowCodeErp.Data.Flows;

/// <summary>Begins instances, fires timers and carries out jobs of flows, every few seconds on every node.</summary>
public sealed class FlowWork(FlowScheduleScan schedules, FlowStartRunner starts, FlowTimerScan timers, FlowJobRunner jobs, TimeProvider clock, ILogger<FlowWork> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(RepeatAsync(BeginAsync, stoppingToken), RepeatAsync(FireAsync, stoppingToken), RepeatAsync(WorkAsync, stoppingToken));

    private async Task BeginAsync(CancellationToken stoppingToken)
    {
        await schedules.RunAsync(stoppingToken);
        foreach (var (start, reason) in await starts.RunAsync(stoppingToken))
        {
            logger.LogWarning("Flow {Flow} could not begin for record {Record}: {Reason}", start.Flow, start.RecordId, reason);
        }
    }

    private async Task FireAsync(CancellationToken stoppingToken)
    {
        foreach (var (timer, reason) in await timers.RunAsync(stoppingToken))
        {
            logger.LogWarning("Timer {Timer} of instance {Instance} could not be fired: {Reason}", timer.TimerId, timer.InstanceId, reason);
        }
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        foreach (var (job, reason) in await jobs.RunAsync(stoppingToken))
        {
            logger.LogWarning("Instance {Instance} could not be told how its job {Job} ended: {Reason}", job.InstanceId, job.Job.Id, reason);
        }
    }

    private async Task RepeatAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await work(stoppingToken);
            }
            catch (Exception exception) when (exception is DbException or DbUpdateException or IOException or TimeoutException or InvalidOperationException)
            {
                // The database is away for a moment, or one instance cannot be carried on: what was left is still due the next time.
                logger.LogWarning(exception, "Timers and jobs of flows were interrupted.");
            }
        }
    }
}
