using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.Nodes;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Flows.Votes;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>Opens seats in their turn, and leaves the step once they have decided.</summary>
internal static class FlowSeats
{
    public static FlowBlock.Leaf LeafOf(FlowWork work, FlowScope scope) => (FlowBlock.Leaf)work.Model.Blocks[scope.Block!];

    public static TaskSettings SettingsOf(FlowWork work, FlowScope scope) => (TaskSettings)LeafOf(work, scope).Settings;

    public static SeatStatus PositiveOf(TaskSettings settings) => settings is ApprovalSettings ? SeatStatus.Approved : SeatStatus.Completed;

    /// <summary>One seat says something; null as the actor is the system.</summary>
    public static void Decide(FlowWork work, FlowScope scope, FlowSeat seat, SeatStatus status, string? reason, string? opinion, long? signature = null)
    {
        var decided = work.Set(seat with
        {
            Status = status,
            Reason = reason,
            Opinion = opinion ?? seat.Opinion,
            SignatureId = signature,
            DecidedAt = work.Now,
            DecidedById = reason is null ? work.ActorId : null,
            Round = work.Instance.Round,
            RecordVersion = reason is null ? work.Facts.RecordVersion : seat.RecordVersion,
        });
        FlowTimers.Cancel(work, scope.Id, seat.Id);
        work.Note(ActionOf(status), scope, decided, reason, opinion, bySystem: reason is not null);
        Settle(work, scope.Id);
    }

    /// <summary>Brings everything up to date after a change of seats: opens those whose turn it is, closes those that nobody needs, leaves the step.</summary>
    public static void Settle(FlowWork work, int scopeId)
    {
        var scope = work.Scopes[scopeId];
        var settings = SettingsOf(work, scope);
        var tree = new SeatTree(work, scope, settings);
        while (scope is { Status: ScopeStatus.Live, Outcome: null } && SettleGroups(work, scope, settings, tree))
        {
            tree = new SeatTree(work, scope, settings);
        }

        Conclude(work, scope, settings, tree.Result);
    }

    private static void Conclude(FlowWork work, FlowScope scope, TaskSettings settings, VoteResult result)
    {
        switch (result)
        {
            case VoteResult.Passed:
                Pass(work, scope, settings);
                break;
            case VoteResult.Failed:
                Fail(work, scope, settings);
                break;
            case VoteResult.Empty:
                work.Plan(() => FlowEmpty.Act(work, scope, settings));
                break;
        }
    }

    public static void Pass(FlowWork work, FlowScope scope, TaskSettings settings)
    {
        FlowEndings.CloseRows(work, scope.Id, FlowReasons.Decided);
        FlowScopes.Leave(work, scope, settings is ApprovalSettings ? SeatOutcomes.Approved : SeatOutcomes.Completed);
    }

    public static void Fail(FlowWork work, FlowScope scope, TaskSettings settings)
    {
        FlowEndings.CloseRows(work, scope.Id, FlowReasons.Decided);
        FlowReturns.Rejected(work, scope, settings as ApprovalSettings);
    }

    /// <summary>One pass; whether another is needed.</summary>
    private static bool SettleGroups(FlowWork work, FlowScope scope, TaskSettings settings, SeatTree tree)
    {
        foreach (var group in tree.Groups)
        {
            if (group.Owner is { } owner && SettleAdded(work, scope, settings, tree, group, work.Seats[owner]))
            {
                return true;
            }

            if (tree.ResultOf(group) == VoteResult.Undecided && OpenNext(work, scope, settings, tree, group))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Seats that were added have decided: those of them that are open are closed, and the one that added them goes on.</summary>
    private static bool SettleAdded(FlowWork work, FlowScope scope, TaskSettings settings, SeatTree tree, SeatGroup group, FlowSeat owner)
    {
        var result = tree.ResultOf(group);
        if (result == VoteResult.Undecided)
        {
            return false;
        }

        var isClosed = CloseWithAdded(work, scope, group.Seats.Select(seat => seat.Id), FlowReasons.Decided);
        if (group.Origin != SeatOrigin.AddedBefore || owner.Status != SeatStatus.Waiting || owner.OpenedAt is null)
        {
            return isClosed;
        }

        if (result == VoteResult.Failed && !group.IsAdvisory)
        {
            work.Set(owner with { Status = SeatStatus.Rejected, Reason = FlowReasons.AddedRejected, DecidedAt = work.Now, Round = work.Instance.Round });
            work.Note(FlowActions.Rejected, scope, owner, FlowReasons.AddedRejected, bySystem: true);
        }
        else
        {
            Reopen(work, scope, settings, owner);
        }

        return true;
    }

    /// <summary>Seats that nobody needs any more, with those that they have added before or after themselves; whether any was still to decide.</summary>
    public static bool CloseWithAdded(FlowWork work, FlowScope scope, IEnumerable<int> seats, string reason)
    {
        var (among, isClosed) = (seats.ToHashSet(), false);
        foreach (var seat in work.SeatsOf(scope.Id))
        {
            // Whoever adds is older than what he adds, so that one pass finds all of them.
            if (SeatTree.PlaceOf(work, seat).Owner is { } owner && among.Contains(owner))
            {
                among.Add(seat.Id);
            }

            if (among.Contains(seat.Id) && seat.Status is SeatStatus.Open or SeatStatus.Waiting)
            {
                work.Set(seat with { Status = SeatStatus.Cancelled, Reason = reason });
                FlowTimers.Cancel(work, scope.Id, seat.Id);
                isClosed = true;
            }
        }

        return isClosed;
    }

    /// <summary>A seat that waited for others goes on where it stood; its clock too.</summary>
    private static void Reopen(FlowWork work, FlowScope scope, TaskSettings settings, FlowSeat seat)
    {
        work.Set(seat with { Status = SeatStatus.Open });
        FlowTimers.ThawSeat(work, seat);
        work.Note(FlowActions.Asked, scope, seat, bySystem: true);
        if (work.TimersOf(scope.Id).All(timer => timer.SeatId != seat.Id))
        {
            FlowTimers.Start(work, scope, seat, settings);
        }
    }

    private static bool OpenNext(FlowWork work, FlowScope scope, TaskSettings settings, SeatTree tree, SeatGroup group)
    {
        var isChanged = false;
        foreach (var seat in group.Seats.Where(seat => seat.Status is not (SeatStatus.Removed or SeatStatus.Cancelled)))
        {
            // One that was open already waits for seats that it added before itself: it is not opened, but goes on.
            if (seat is { Status: SeatStatus.Waiting, OpenedAt: null })
            {
                Open(work, scope, settings, seat);
                isChanged = true;
            }

            if (group.Rule.Mode == SeatMode.Sequential && (isChanged || tree.VerdictOf(seat) == Verdict.Undecided))
            {
                break;
            }
        }

        return isChanged;
    }

    private static void Open(FlowWork work, FlowScope scope, TaskSettings settings, FlowSeat seat)
    {
        if (FlowDuplicates.IsOne(work, scope, settings, seat))
        {
            var skipped = work.Set(seat with { Status = SeatStatus.Skipped, Reason = FlowReasons.Duplicate, DecidedAt = work.Now });
            work.Note(FlowActions.Skipped, scope, skipped, FlowReasons.Duplicate, bySystem: true);
            return;
        }

        var opened = work.Set(seat with { Status = SeatStatus.Open, OpenedAt = work.Now });
        work.Note(FlowActions.Asked, scope, opened, bySystem: true);
        FlowTimers.Start(work, scope, opened, settings);
    }

    private static string ActionOf(SeatStatus status) => status switch
    {
        SeatStatus.Approved => FlowActions.Approved,
        SeatStatus.Completed => FlowActions.Completed,
        SeatStatus.Returned => FlowActions.Returned,
        _ => FlowActions.Rejected,
    };
}
