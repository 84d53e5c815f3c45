using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>拿回 (rule 29): whoever decided undoes it, as long as nobody has acted upon it.</summary>
internal static class FlowTakeBacks
{
    public static void TakeBack(FlowWork work, FlowScope scope, FlowSeat seat)
    {
        var settings = FlowSeats.SettingsOf(work, scope);
        if (seat.DecidedById != work.ActorId || seat.Status is not (SeatStatus.Approved or SeatStatus.Completed or SeatStatus.Rejected))
        {
            work.Refuse(FlowDiagnostics.TakeBackNothing(scope.Block!));
        }
        else if (!settings.AllowTakeBack)
        {
            work.Refuse(FlowDiagnostics.TakeBackForbidden(scope.Block!));
        }
        else if (settings.TakeBackHours is { } hours && work.Now - seat.DecidedAt > TimeSpan.FromHours((double)hours))
        {
            work.Refuse(FlowDiagnostics.TakeBackLate(scope.Block!));
        }
        else if (scope is { Status: ScopeStatus.Live, Outcome: null })
        {
            Retract(work, scope, seat);
        }
        else if (scope.Status == ScopeStatus.Done && work.LastActivation(scope.Block)!.Id == scope.Id)
        {
            Undo(work, scope, seat, settings);
        }
        else
        {
            work.Refuse(FlowDiagnostics.TakeBackActed(scope.Block!));
        }
    }

    /// <summary>The step is undecided: the vote is gone, and whoever came after it waits again.</summary>
    private static void Retract(FlowWork work, FlowScope scope, FlowSeat seat)
    {
        var next = work.SeatsOf(scope.Id).Where(other => IsConsequence(work, scope, seat, other)).ToList();
        if (next.Exists(other => other.DecidedAt is not null))
        {
            work.Refuse(FlowDiagnostics.TakeBackActed(scope.Block!));
            return;
        }

        foreach (var other in next)
        {
            FlowTimers.Cancel(work, scope.Id, other.Id);
            work.Set(other.AddedById == seat.Id ? other with { Status = SeatStatus.Removed, Reason = FlowReasons.Removed } : other with { Status = SeatStatus.Waiting, OpenedAt = null });
        }

        Reopen(work, scope, seat);
        FlowSeats.Settle(work, scope.Id);
    }

    private static bool IsConsequence(FlowWork work, FlowScope scope, FlowSeat seat, FlowSeat other)
        => other.AddedById == seat.Id && other.Origin == SeatOrigin.AddedAfter
            || (FlowSeats.SettingsOf(work, scope).Mode == SeatMode.Sequential && other.Order > seat.Order && other.OpenedAt is not null);

    private static void Reopen(FlowWork work, FlowScope scope, FlowSeat seat)
    {
        var open = work.Set(seat with { Status = SeatStatus.Open, DecidedAt = null, DecidedById = null, OpenedAt = work.Now, Reason = null });
        work.Note(FlowActions.TakenBack, scope, open);
        FlowTimers.Start(work, scope, open, FlowSeats.SettingsOf(work, scope));
    }

    /// <summary>The step is done: what followed is cancelled, and the step is there once more with every vote but this one.</summary>
    private static void Undo(FlowWork work, FlowScope scope, FlowSeat seat, TaskSettings settings)
    {
        var closed = Around(work, scope, out var problem);
        var after = problem is null ? Followers(work, scope, closed) : [];
        problem ??= after.Select(follower => Check(work, follower, settings)).FirstOrDefault(found => found is not null);
        if (problem is not null)
        {
            work.Refuse(problem);
            return;
        }

        foreach (var follower in after.Where(follower => work.Scopes[follower.Id].Status == ScopeStatus.Live))
        {
            FlowEndings.CancelAll(work, follower.Id, FlowReasons.LeftBehind);
        }

        foreach (var around in closed)
        {
            work.Set(around with { Status = ScopeStatus.Live, Outcome = null, ClosedAt = null });
        }

        Repeat(work, scope, seat);
    }

    private static void Repeat(FlowWork work, FlowScope scope, FlowSeat seat)
    {
        var again = work.Add(scope with { Id = work.NewId(), Status = ScopeStatus.Live, Outcome = null, ClosedAt = null, OpenedAt = work.Now });
        foreach (var earlier in work.SeatsOf(scope.Id).Where(earlier => earlier.Id != seat.Id && earlier.AddedById is null))
        {
            var status = earlier.Reason == FlowReasons.Decided ? SeatStatus.Waiting : earlier.Status;
            work.Add(earlier with { Id = work.NewId(), ScopeId = again.Id, Generation = again.Generation, Status = status, Reason = status == SeatStatus.Waiting ? null : earlier.Reason, OpenedAt = status == SeatStatus.Waiting ? null : earlier.OpenedAt });
        }

        var own = seat with { Id = work.NewId(), ScopeId = again.Id, Generation = again.Generation };
        work.Add(own);
        Reopen(work, again, own);
        FlowSeats.Settle(work, again.Id);
    }

    /// <summary>The scopes around it that its decision closed.</summary>
    private static List<FlowScope> Around(FlowWork work, FlowScope scope, out Diagnostic? problem)
    {
        var closed = new List<FlowScope>();
        problem = null;
        var at = work.Scopes[scope.ParentId!.Value];
        for (; at.Outcome is not null; at = work.Scopes[at.ParentId.Value])
        {
            closed.Add(at);
            problem = at.ParentId is null || (at.Branch is null && work.Model.Blocks[at.Block!] is not FlowBlock.Exclusive && work.ChildrenOf(at.Id).Count > 1)
                ? FlowDiagnostics.TakeBackJoined(scope.Block!)
                : problem;
            if (at.ParentId is null)
            {
                break;
            }
        }

        problem ??= at.Status == ScopeStatus.Live ? null : FlowDiagnostics.TakeBackActed(scope.Block!);
        return closed;
    }

    /// <summary>The scopes that were entered after it, and after those.</summary>
    private static List<FlowScope> Followers(FlowWork work, FlowScope scope, List<FlowScope> closed)
    {
        var reached = closed.Select(around => around.Id).Append(scope.Id).ToHashSet();
        var found = new List<FlowScope>();
        foreach (var later in work.Scopes.Values.Where(later => later.Id > scope.Id && !reached.Contains(later.Id)))
        {
            if ((later.AfterId is { } after && reached.Contains(after)) || (later.ParentId is { } parent && found.Exists(known => known.Id == parent)))
            {
                found.Add(later);
                reached.Add(later.Id);
            }
        }

        return found;
    }

    private static Diagnostic? Check(FlowWork work, FlowScope follower, TaskSettings settings)
    {
        var seats = work.SeatsOf(follower.Id);
        return seats.Any(seat => seat.DecidedById is not null) ? FlowDiagnostics.TakeBackActed(follower.Block!)
            : settings.LockWhenRead && seats.Any(seat => seat.ReadAt is not null) ? FlowDiagnostics.TakeBackRead(follower.Block!)
            : follower is { Branch: null, Block: { } key } && work.Model.Blocks[key] is FlowBlock.Leaf { Node.HasEffects: true } ? FlowDiagnostics.TakeBackEffects(key)
            : null;
    }
}
