using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.Nodes;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>退回 and 驳回 (rules 23 to 28), by the matrix of flows.md 1.2.</summary>
internal static class FlowReturns
{
    public static void SendBack(FlowWork work, FlowScope scope, FlowSeat seat, FlowEvent.SendBack command)
    {
        var settings = FlowSeats.SettingsOf(work, scope);
        if (!settings.AllowReturn)
        {
            work.Refuse(FlowDiagnostics.ReturnForbidden(scope.Block!));
        }
        else if (seat.Origin == SeatOrigin.AddedBefore)
        {
            ToAdder(work, scope, seat, command.Opinion);
        }
        else if (IsRetreat(work, scope, seat, command, settings))
        {
            Retreat(work, scope, seat, command.Opinion);
        }
        else if (command.ToInitiator)
        {
            Leave(work, scope, seat, command, null);
        }
        else if (Targets(work, scope, command) is { } targets && Check(work, scope, targets) is var problem)
        {
            if (problem is not null)
            {
                work.Refuse(problem);
                return;
            }

            Leave(work, scope, seat, command, targets);
        }
    }

    public static void ByTimeout(FlowWork work, FlowScope scope, FlowSeat seat)
    {
        if (work.Instance.InitiatorId is null)
        {
            FlowIncidents.Raise(work, scope, FlowDiagnostics.NoInitiator(scope.Block!));
            return;
        }

        Record(work, scope, seat, FlowReasons.Timeout, null);
        ToInitiator(work);
    }

    /// <summary>The step is rejected; what that means stands in its settings (rule 28).</summary>
    public static void Rejected(FlowWork work, FlowScope scope, ApprovalSettings? settings)
    {
        var closed = FlowScopes.Close(work, scope, SeatOutcomes.Rejected);
        var policy = settings?.OnReject ?? RejectionPolicy.End;
        var targets = policy switch
        {
            RejectionPolicy.Previous => [.. FlowPaths.Previous(work, scope).Select(before => work.Model.Blocks[before.Block!])],
            RejectionPolicy.Block => [work.Model.Blocks[settings!.RejectTo!]],
            _ => Array.Empty<FlowBlock>(),
        };
        if (policy == RejectionPolicy.End)
        {
            FlowJoins.RejectSequence(work, scope.ParentId!.Value);
        }
        else if (targets.Length > 0 && Check(work, scope, targets) is null)
        {
            NextRound(work);
            FlowDirections.GoTo(work, closed, targets, again: true);
        }
        else if (work.Instance.InitiatorId is not null)
        {
            ToInitiator(work);
        }
        else
        {
            FlowJoins.RejectSequence(work, scope.ParentId!.Value);
        }
    }

    /// <summary>Nothing stays open; the initiator edits and submits again (rule 24).</summary>
    public static void ToInitiator(FlowWork work)
    {
        FlowEndings.Stop(work, FlowStatus.Returned, FlowReasons.LeftBehind);
        NextRound(work);
    }

    /// <summary>What was approved before does not count any more for removing duplicates (rule 39).</summary>
    public static void NextRound(FlowWork work) => work.Instance = work.Instance with { Round = work.Instance.Round + 1 };

    private static FlowBlock[]? Targets(FlowWork work, FlowScope scope, FlowEvent.SendBack command)
    {
        if (!command.Targets.IsDefaultOrEmpty)
        {
            var unknown = command.Targets.FirstOrDefault(key => work.Model.Find(key) is null);
            if (unknown is not null)
            {
                work.Refuse(FlowDiagnostics.TargetUnknown(unknown));
                return null;
            }

            return [.. command.Targets.Distinct().Select(key => work.Model.Blocks[key])];
        }

        FlowBlock[] previous = [.. FlowPaths.Previous(work, scope).Select(before => work.Model.Blocks[before.Block!])];
        if (previous.Length == 0)
        {
            work.Refuse(FlowDiagnostics.NothingBefore(scope.Block!));
            return null;
        }

        return previous;
    }

    /// <summary>Why the targets cannot be returned to; null when they can.</summary>
    private static Diagnostic? Check(FlowWork work, FlowScope scope, FlowBlock[] targets)
    {
        var source = work.Model.Blocks[scope.Block!];
        return targets.Select(target => Check(work, scope, source, target)).FirstOrDefault(found => found is not null)
            ?? (AreApart(targets) ? null : FlowDiagnostics.TargetsTogether(scope.Block!));
    }

    private static Diagnostic? Check(FlowWork work, FlowScope scope, FlowBlock source, FlowBlock target)
    {
        if (target == source)
        {
            return FlowDiagnostics.TargetCurrent(target.Key);
        }

        if (target is not FlowBlock.Leaf { Node.AsksPeople: true })
        {
            return FlowDiagnostics.TargetNotHuman(target.Key);
        }

        var within = FlowDirections.Common(work, scope, [target]);
        var at = FlowPaths.In(work.SequenceOf(within), target)!;
        var isBeside = FlowPaths.In(work.SequenceOf(within), source) == at;
        return isBeside && (at is FlowBlock.Parallel or FlowBlock.Inclusive) ? FlowDiagnostics.TargetBeside(target.Key)
            : work.Activations(target.Key, null).Any(known => known.Status == ScopeStatus.Live) ? FlowDiagnostics.TargetRunning(target.Key)
            : isBeside || !WasDone(work, target, within) ? FlowDiagnostics.TargetNotVisited(target.Key)
            : null;
    }

    /// <summary>Done, and not returned, in the activation of the surroundings of both that counts now.</summary>
    private static bool WasDone(FlowWork work, FlowBlock target, FlowScope within)
        => work.Activations(target.Key, null).Any(known => known is { Status: ScopeStatus.Done, Outcome: not SeatOutcomes.Returned } && FlowPaths.HasActed(work, known) && Counts(work, known, within));

    /// <summary>Whether nothing between a scope and one around it was called off.</summary>
    private static bool Counts(FlowWork work, FlowScope scope, FlowScope within)
    {
        for (var at = scope; at.Status != ScopeStatus.Cancelled && at.ParentId is { } parent; at = work.Scopes[parent])
        {
            if (parent == within.Id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Several targets stand in different branches of a parallel block, each in one of its own.</summary>
    private static bool AreApart(FlowBlock[] targets)
        => targets.All(one => targets.All(other => one == other || Fork(one, other) is FlowBlock.Parallel or FlowBlock.Inclusive));

    /// <summary>The innermost block around two others in whose different branches they stand; null where they stand in one sequence.</summary>
    private static FlowBlock? Fork(FlowBlock one, FlowBlock other)
    {
        for (FlowBlock? at = one; at is not null; at = at.Within.Owner)
        {
            if (FlowPaths.In(at.Within, other) is { } beside)
            {
                return beside == at ? at : null;
            }
        }

        return null;
    }

    private static void Leave(FlowWork work, FlowScope scope, FlowSeat seat, FlowEvent.SendBack command, FlowBlock[]? targets)
    {
        if (targets is null && work.Instance.InitiatorId is null)
        {
            work.Refuse(FlowDiagnostics.NoInitiator(scope.Block!));
            return;
        }

        Record(work, scope, seat, null, command.Opinion, FlowDetails.Of("to", targets is null ? ["initiator"] : targets.Select(target => target.Key)));
        Remember(work, scope, seat, command.StraightBack, targets);
        if (targets is null)
        {
            ToInitiator(work);
            return;
        }

        NextRound(work);
        FlowDirections.GoTo(work, work.Scopes[scope.Id], targets, again: true);
    }

    /// <summary>The seat has returned; that decides the step, whatever the others would have said.</summary>
    private static void Record(FlowWork work, FlowScope scope, FlowSeat seat, string? reason, string? opinion, string? details = null)
    {
        var returned = work.Set(seat with
        {
            Status = SeatStatus.Returned,
            Reason = reason,
            Opinion = opinion ?? seat.Opinion,
            DecidedAt = work.Now,
            DecidedById = reason is null ? work.ActorId : null,
            Round = work.Instance.Round,
            RecordVersion = reason is null ? work.Facts.RecordVersion : seat.RecordVersion,
        });
        work.Note(FlowActions.Returned, scope, returned, reason, opinion, details, bySystem: reason is not null);
        FlowEndings.CloseRows(work, scope.Id, FlowReasons.Decided);
        FlowScopes.Close(work, scope, SeatOutcomes.Returned);
    }

    /// <summary>A stack: C returned to B, B to the initiator; so it goes from the initiator to B, and from there to C (G6).</summary>
    private static void Remember(FlowWork work, FlowScope scope, FlowSeat seat, bool isStraight, FlowBlock[]? targets)
    {
        var ways = work.Instance.WaysBack;
        if (!isStraight)
        {
            ways = targets is null ? [] : ways.RemoveAll(way => way.To == scope.Block);
        }
        else
        {
            ways = targets is null
                ? ways.Add(new(scope.Block!, null, seat.Id))
                : ways.AddRange(targets.Select(target => new FlowWayBack(scope.Block!, target.Key, seat.Id)));
        }

        work.Instance = work.Instance with { WaysBack = ways };
    }

    /// <summary>A seat that was added before another gives it back to that one only.</summary>
    private static void ToAdder(FlowWork work, FlowScope scope, FlowSeat seat, string? opinion)
    {
        foreach (var other in work.SeatsOf(scope.Id).Where(other => other.Id != seat.Id && other.AddedById == seat.AddedById && other.Origin == seat.Origin && (other.Status is SeatStatus.Open or SeatStatus.Waiting)))
        {
            work.Set(other with { Status = SeatStatus.Cancelled, Reason = FlowReasons.Decided });
            FlowTimers.Cancel(work, scope.Id, other.Id);
        }

        var returned = work.Set(seat with { Status = SeatStatus.Removed, Opinion = opinion, DecidedAt = work.Now, DecidedById = work.ActorId });
        FlowTimers.Cancel(work, scope.Id, seat.Id);
        work.Note(FlowActions.Returned, scope, returned, text: opinion, details: FlowDetails.Of("to", ["adder"]));
        FlowSeats.Settle(work, scope.Id);
    }

    /// <summary>One after the other: back to the one before within the same step.</summary>
    private static bool IsRetreat(FlowWork work, FlowScope scope, FlowSeat seat, FlowEvent.SendBack command, TaskSettings settings)
        => settings.Mode == SeatMode.Sequential && command.Targets is [var only] && only == scope.Block && Before(work, scope, seat) is not null;

    private static FlowSeat? Before(FlowWork work, FlowScope scope, FlowSeat seat)
        => work.SeatsOf(scope.Id).Where(other => other.Origin == SeatOrigin.Model && other.Order < seat.Order && other.DecidedById is not null).MaxBy(other => other.Order);

    private static void Retreat(FlowWork work, FlowScope scope, FlowSeat seat, string? opinion)
    {
        var before = Before(work, scope, seat)!;
        var waiting = work.Set(seat with { Status = SeatStatus.Waiting, OpenedAt = null });
        FlowTimers.Cancel(work, scope.Id, seat.Id);
        work.Set(before with { Status = SeatStatus.Waiting, OpenedAt = null, DecidedAt = null, DecidedById = null });
        work.Note(FlowActions.Returned, scope, waiting, text: opinion, details: FlowDetails.Of("to", [scope.Block!]));
        NextRound(work);
        FlowSeats.Settle(work, scope.Id);
    }
}
