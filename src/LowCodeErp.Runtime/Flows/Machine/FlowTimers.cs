using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.Nodes;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>Timers of waits and of seats (rules 40 and 52). A seat has one at a time: that of its next step.</summary>
internal static class FlowTimers
{
    private const string Wait = "wait";
    private const string Timeout = "timeout";

    public static void Open(FlowWork work, FlowScope scope, int? seatId, int step, DateTime due, bool workingTime) => work.Add(new FlowTimer
    {
        Id = work.NewId(),
        ScopeId = scope.Id,
        Generation = scope.Generation,
        SeatId = seatId,
        Kind = seatId is null ? Wait : Timeout,
        Step = step,
        DueAt = due,
        IsWorkingTime = workingTime,
    });

    /// <summary>Starts the clock of a seat at one of its steps; nothing where there is none.</summary>
    public static void Start(FlowWork work, FlowScope scope, FlowSeat seat, TaskSettings settings, int step = 0)
    {
        if (step < settings.Timeouts.Count)
        {
            var timeout = settings.Timeouts[step];
            var time = TimeSpan.FromTicks((long)(timeout.Hours * TimeSpan.TicksPerHour));
            Open(work, scope, seat.Id, step, FlowClock.Add(work.Now, time, timeout.WorkingTime, work.Facts), timeout.WorkingTime);
        }
    }

    /// <param name="seatId">Null for all of the scope.</param>
    public static void Cancel(FlowWork work, int scopeId, int? seatId)
    {
        foreach (var timer in work.TimersOf(scopeId).Where(timer => (seatId is null || timer.SeatId == seatId) && (timer.Status is TimerStatus.Open or TimerStatus.Frozen)))
        {
            work.Timers[timer.Id] = timer with { Status = TimerStatus.Cancelled };
        }
    }

    public static void FreezeSeat(FlowWork work, FlowSeat seat)
    {
        foreach (var timer in work.TimersOf(seat.ScopeId).Where(timer => timer.SeatId == seat.Id))
        {
            Freeze(work, timer);
        }
    }

    public static void FreezeAll(FlowWork work)
    {
        foreach (var timer in work.Timers.Values.ToList())
        {
            Freeze(work, timer);
        }
    }

    public static void ThawSeat(FlowWork work, FlowSeat seat)
    {
        foreach (var timer in work.TimersOf(seat.ScopeId).Where(timer => timer.SeatId == seat.Id))
        {
            Thaw(work, timer);
        }
    }

    /// <summary>Those of seats that wait for seats added before them stay frozen.</summary>
    public static void ThawAll(FlowWork work)
    {
        foreach (var timer in work.Timers.Values.Where(timer => timer.SeatId is not { } seat || work.Seats[seat].Status == SeatStatus.Open).ToList())
        {
            Thaw(work, timer);
        }
    }

    public static void Fire(FlowWork work, FlowEvent.Fire fire)
    {
        if (!work.Timers.TryGetValue(fire.TimerId, out var timer))
        {
            work.Refuse(FlowDiagnostics.TimerUnknown());
        }
        else if (timer.Status != TimerStatus.Open || !work.IsRunning)
        {
            work.Note(FlowActions.Ignored, work.Scopes[timer.ScopeId], reason: FlowReasons.Closed, bySystem: true);
        }
        else if (timer.DueAt > work.Now)
        {
            work.Refuse(FlowDiagnostics.NotDue());
        }
        else
        {
            Fire(work, timer);
        }
    }

    private static void Fire(FlowWork work, FlowTimer timer)
    {
        work.Timers[timer.Id] = timer with { Status = TimerStatus.Fired };
        var scope = work.Scopes[timer.ScopeId];
        if (timer.SeatId is { } seatId)
        {
            work.Note(FlowActions.Fired, scope, work.Seats[seatId], FlowReasons.Timeout, bySystem: true);
            FlowTimeouts.Act(work, scope, work.Seats[seatId], timer.Step);
        }
        else
        {
            work.Note(FlowActions.Fired, scope, bySystem: true);
            FlowWaits.Met(work, scope, new NodeEvent.Due());
        }
    }

    private static void Freeze(FlowWork work, FlowTimer timer)
    {
        if (timer.Status == TimerStatus.Open)
        {
            var remaining = FlowClock.Between(work.Now, timer.DueAt, timer.IsWorkingTime, work.Facts);
            work.Timers[timer.Id] = timer with { Status = TimerStatus.Frozen, Remaining = remaining };
        }
    }

    private static void Thaw(FlowWork work, FlowTimer timer)
    {
        if (timer is { Status: TimerStatus.Frozen, Remaining: { } remaining })
        {
            var due = FlowClock.Add(work.Now, remaining, timer.IsWorkingTime, work.Facts);
            work.Timers[timer.Id] = timer with { Status = TimerStatus.Open, DueAt = due, Remaining = null };
        }
    }
}
