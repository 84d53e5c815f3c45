using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.Schedules;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Flows.Work;

/// <summary>
/// Notes the instances of flows whose time has come, one for each record that meets the condition. Only the flows in force count: what a new version leaves out begins
/// no more (D34). What was due while no node ran begins once (D9).
/// </summary>
public sealed class FlowScheduleScan(IFlowStarts starts, IRecordStore records, IWorkspace workspace, IWorkingCalendars calendars, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var wanted = workspace.Current.Flows
            .SelectMany(flow => flow.Starts.Where(start => start.On == FlowTrigger.Schedule).Select(start => (Flow: flow, Start: start)))
            .DistinctBy(one => (one.Flow.Key, one.Start.Schedule)).ToDictionary(one => (one.Flow.Key, one.Start.Schedule!));
        var known = await starts.ReadSchedulesAsync(cancellationToken);
        foreach (var schedule in known)
        {
            if (!wanted.Remove((schedule.Flow, schedule.Schedule), out var found))
            {
                await starts.RemoveScheduleAsync(schedule, cancellationToken);
            }
            else if (schedule.NextAt <= now)
            {
                await BeginAsync(schedule, found.Flow, found.Start, now, cancellationToken);
            }
        }

        foreach (var (flow, schedule) in wanted.Keys)
        {
            if (NextAfter(schedule, now) is { } next)
            {
                await starts.AddScheduleAsync(new(flow, schedule, next), cancellationToken);
            }
        }
    }

    /// <summary>The next time is set and the instances are noted together, or neither.</summary>
    private async Task BeginAsync(FlowSchedule schedule, FlowModel flow, FlowStart start, DateTime now, CancellationToken cancellationToken)
    {
        await using var transaction = await records.BeginAsync(cancellationToken);
        if (!await starts.MoveScheduleAsync(schedule, NextAfter(schedule.Schedule, now), transaction, cancellationToken))
        {
            return;
        }

        var ids = await transaction.FindAsync(flow.Form, start.When, int.MaxValue, new(now, workspace.TimeZone) { Calendar = calendars.Current }, cancellationToken);
        await transaction.AddFlowStartsAsync(
            ids.Select(id => new PendingStart { CommandId = Guid.CreateVersion7(), Flow = flow.Key, RecordId = id, At = now, NextAt = now }), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private DateTime? NextAfter(string schedule, DateTime now) => CronSchedule.Parse(schedule)?.NextAfter(now, workspace.TimeZone);
}
