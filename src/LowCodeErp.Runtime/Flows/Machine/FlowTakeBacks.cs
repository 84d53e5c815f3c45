using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Flows.Votes;

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

    /// <summary>The vote is gone; whoever came after it waits again, and whoever it closed is asked again.</summary>
    private static void Retract(FlowWork work, FlowScope scope, FlowSeat seat)
    {
        if (!PutBack(work, scope, seat))
        {
            work.Refuse(FlowDiagnostics.TakeBackActed(scope.Block!));
            return;
        }

        Reopen(work, scope, seat);
        foreach (var group in Undecided(work, scope))
        {
            RestoreClosed(work, group.Seats);
        }

        FlowSeats.Settle(work, scope.Id);
    }

    /// <summary>Undoes what the vote led to within the step; false where somebody has acted upon it.</summary>
    private static bool PutBack(FlowWork work, FlowScope scope, FlowSeat seat)
    {
        var tree = new SeatTree(work, scope, FlowSeats.SettingsOf(work, scope));
        if (tree.GroupOf(seat) is not { } group || tree.After(seat).Concat(Next(group, seat)).Any(other => HasActed(work, scope, other, seat)))
        {
            return false;
        }

        foreach (var added in tree.After(seat))
        {
            FlowTimers.Cancel(work, scope.Id, added.Id);
            work.Set(added with { Status = SeatStatus.Removed, Reason = FlowReasons.Removed });
        }

        foreach (var next in Next(group, seat))
        {
            FlowTimers.Cancel(work, scope.Id, next.Id);
            work.Set(next with { Status = SeatStatus.Waiting, OpenedAt = null });
        }

        return PutBackOwner(work, scope, tree, group, seat);
    }

    /// <summary>Whoever waited for the seats of a group waits for them again; where their rejection was his, so does whoever waited for him.</summary>
    private static bool PutBackOwner(FlowWork work, FlowScope scope, SeatTree tree, SeatGroup group, FlowSeat seat)
    {
        if (group.Origin != SeatOrigin.AddedBefore)
        {
            return true;
        }

        var owner = work.Seats[group.Owner!.Value];
        var isRejected = owner.Reason == FlowReasons.AddedRejected;
        if (!isRejected && HasActed(work, scope, owner, seat))
        {
            return false;
        }

        FlowTimers.FreezeSeat(work, owner);
        work.Set(owner with { Status = SeatStatus.Waiting, Reason = null, DecidedAt = null });
        return !isRejected || (tree.GroupOf(owner) is { } around && PutBackOwner(work, scope, tree, around, seat));
    }

    /// <summary>Those whose turn came after a seat's, and has come.</summary>
    private static IEnumerable<FlowSeat> Next(SeatGroup group, FlowSeat seat)
        => group.Rule.Mode == SeatMode.Sequential ? group.Seats.SkipWhile(other => other.Id != seat.Id).Skip(1).Where(other => other.OpenedAt is not null) : [];

    /// <summary>To have asked others is to have acted, too.</summary>
    private static bool HasActed(FlowWork work, FlowScope scope, FlowSeat other, FlowSeat seat)
        => other.DecidedAt is not null || work.SeatsOf(scope.Id).Any(added => added.AddedById == other.Id && added.Id > seat.Id && SeatTree.PlaceOf(work, added) != SeatTree.PlaceOf(work, seat));

    private static List<SeatGroup> Undecided(FlowWork work, FlowScope scope)
    {
        var tree = new SeatTree(work, scope, FlowSeats.SettingsOf(work, scope));
        return [.. tree.Groups.Where(group => tree.ResultOf(group) == VoteResult.Undecided)];
    }

    /// <summary>Seats that were closed since nobody needed them; whoever waited for others then waits for them again.</summary>
    private static void RestoreClosed(FlowWork work, IEnumerable<FlowSeat> seats)
    {
        foreach (var seat in seats.Select(seat => work.Seats[seat.Id]).Where(seat => seat is { Status: SeatStatus.Cancelled, Reason: FlowReasons.Decided }))
        {
            var asked = work.SeatsOf(seat.ScopeId).Where(other => SeatTree.PlaceOf(work, other) is var place && place.Owner == seat.Id && place.Origin == SeatOrigin.AddedBefore
                && other is { Status: SeatStatus.Cancelled, Reason: FlowReasons.Decided }).ToList();
            work.Set(seat with { Status = SeatStatus.Waiting, Reason = null, OpenedAt = asked.Count > 0 ? seat.OpenedAt : null });
            RestoreClosed(work, asked);
        }
    }

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

        if (closed is [.., { ParentId: { } block } last] && work.Scopes[block] is { Branch: null, Outcome: null } repeated && work.ChildrenOf(block)[^1].Id != last.Id)
        {
            work.Set(repeated with { Memory = (FlowScopes.RoundOf(repeated) - 1).ToString(CultureInfo.InvariantCulture) });
        }

        Repeat(work, scope, seat);
    }

    private static void Repeat(FlowWork work, FlowScope scope, FlowSeat seat)
    {
        var again = work.Add(scope with { Id = work.NewId(), Status = ScopeStatus.Live, Outcome = null, ClosedAt = null, OpenedAt = work.Now });
        var copies = work.SeatsOf(scope.Id).ToDictionary(earlier => earlier.Id, _ => work.NewId());
        foreach (var earlier in work.SeatsOf(scope.Id))
        {
            work.Add(earlier with { Id = copies[earlier.Id], ScopeId = again.Id, Generation = again.Generation, AddedById = earlier.AddedById is { } adder ? copies[adder] : null });
        }

        Retract(work, again, work.Seats[copies[seat.Id]]);
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

    /// <summary>The scopes that were entered after it, and after those; of a loop the next round too.</summary>
    private static List<FlowScope> Followers(FlowWork work, FlowScope scope, List<FlowScope> closed)
    {
        var reached = closed.Select(around => around.Id).Append(scope.Id).ToHashSet();
        var found = new List<FlowScope>();
        foreach (var later in work.Scopes.Values.Where(later => later.Id > scope.Id && !reached.Contains(later.Id)))
        {
            var isNextRound = later.Branch is not null && later.ParentId == closed.LastOrDefault()?.ParentId && work.Model.Blocks[later.Block!] is FlowBlock.Repetition;
            if (isNextRound || (later.AfterId is { } after && reached.Contains(after)) || (later.ParentId is { } parent && found.Exists(known => known.Id == parent)))
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
