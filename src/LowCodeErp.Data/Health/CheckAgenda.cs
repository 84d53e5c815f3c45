using System.Runtime.CompilerServices;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Platform.Flows;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Flows.Work;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Health;

/// <summary>Timers fire and jobs are carried out soon after they are due. Those of suspended instances stand still.</summary>
internal sealed class CheckAgenda(TimeProvider clock) : IHealthCheck
{
    /// <summary>Servers look every few seconds; whatever is later than this has been passed over many times, or no server runs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public async IAsyncEnumerable<Diagnostic> ExamineAsync(Examination examination, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var limit = clock.GetUtcNow().UtcDateTime - Patience;
        var running = examination.Platform.FlowInstances.Where(instance => instance.SuspendedAt == null);
        var timers = examination.Platform.Set<FlowTimer>().Where(timer => timer.Status == TimerStatus.Open && timer.DueAt < limit)
            .Join(running, timer => EF.Property<long>(timer, FlowRowsTable<FlowTimer>.InstanceId), instance => instance.Id, (timer, instance) => new { instance.Id, Timer = timer.Id, timer.DueAt });
        await foreach (var late in timers.OrderBy(row => row.Id).ThenBy(row => row.Timer).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return FlowHealthDiagnostics.TimerLate(late.Id, late.Timer, late.DueAt);
        }

        var jobs = examination.Platform.Set<FlowJob>().AsNoTracking().Where(job => job.Status == JobStatus.Open)
            .Join(running, job => EF.Property<long>(job, FlowRowsTable<FlowJob>.InstanceId), instance => instance.Id, (job, instance) => new { instance.Id, Job = job, LockedUntil = EF.Property<DateTime?>(job, FlowJobTable.LockedUntil) })
            .Where(row => row.Job.Attempts > FlowJobRunner.MostAttempts || (row.Job.NextAt < limit && (row.LockedUntil == null || row.LockedUntil < limit)));
        await foreach (var late in jobs.OrderBy(row => row.Id).ThenBy(row => row.Job.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return late.Job.Attempts > FlowJobRunner.MostAttempts
                ? FlowHealthDiagnostics.JobUntold(late.Id, late.Job.Id, late.Job.Kind, late.Job.Attempts)
                : FlowHealthDiagnostics.JobLate(late.Id, late.Job.Id, late.Job.Kind, late.Job.NextAt);
        }

        var starts = examination.Platform.Set<PendingStart>().AsNoTracking().Where(start => start.NextAt == null || start.At < limit);
        await foreach (var late in starts.OrderBy(start => start.At).ThenBy(start => start.CommandId).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return FlowHealthDiagnostics.StartLate(late);
        }
    }
}
