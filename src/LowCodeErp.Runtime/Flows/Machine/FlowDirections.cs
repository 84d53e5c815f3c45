using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.Nodes;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>
/// Where the way goes on: forward, to another block, or straight back to where it was returned from. Going elsewhere is always to cancel what is left behind
/// in the lowest common scope, and to enter there anew (rule 2).
/// </summary>
internal static class FlowDirections
{
    /// <summary>Behind a block that is done.</summary>
    public static IEnumerable<FlowQuestion> GoOn(FlowWork work, int scopeId)
    {
        var scope = work.Scopes[scopeId];
        var within = work.Scopes[scope.ParentId!.Value];
        if (within.Status != ScopeStatus.Live || within.Outcome is not null)
        {
            return [];
        }

        var way = work.Instance.WaysBack.LastOrDefault(known => known.To == scope.Block);
        return way is null || scope.Outcome is SeatOutcomes.Rejected
            ? FlowScopes.Enter(work, within.Id, work.Model.Blocks[scope.Block!].Place + 1, scopeId)
            : GoBack(work, within, scope, way);
    }

    /// <summary>Straight back (rule 27): up through the sequences around, skipping what is left of each, then down to the block that returned.</summary>
    public static IEnumerable<FlowQuestion> GoBack(FlowWork work, FlowScope within, FlowScope? behind, FlowWayBack way)
    {
        work.Instance = work.Instance with { WaysBack = work.Instance.WaysBack.Remove(way) };
        var sequence = work.SequenceOf(within);
        var place = behind is null ? -1 : work.Model.Blocks[behind.Block!].Place;
        var target = work.Model.Blocks[way.From];
        if (FlowPaths.In(sequence, target) is not { } at)
        {
            NoteSkipped(work, sequence.Blocks.Skip(place + 1));
            GoUp(work, within, way);
            yield break;
        }

        if (at.Place <= place)
        {
            Lose(work, within, behind, way);
            yield break;
        }

        var lost = false;
        foreach (var question in Reach(work, within, target, () => lost = true))
        {
            yield return question;
        }

        if (lost)
        {
            Lose(work, within, behind, way);
            yield break;
        }

        NoteSkipped(work, sequence.Blocks.Skip(place + 1).Take(at.Place - place - 1));
        Enter(work, within, at, [target], behind?.Id, again: true);
    }

    /// <summary>Cancels what is left behind and enters the targets, which stand in different branches of one block where there are several.</summary>
    public static void GoTo(FlowWork work, FlowScope from, IReadOnlyList<FlowBlock> targets, bool again)
    {
        var within = Common(work, from, targets);
        var at = FlowPaths.In(work.SequenceOf(within), targets[0])!;
        var left = FlowPaths.In(work.SequenceOf(within), work.Model.Blocks[from.Block!]);
        foreach (var child in work.LiveChildrenOf(within.Id).Where(child => child.Outcome is null || work.Model.Blocks[child.Block!].Place >= at.Place || child.Block == left?.Key))
        {
            FlowEndings.CancelAll(work, child.Id, FlowReasons.LeftBehind);
        }

        work.Set(within with { Outcome = null });
        Enter(work, within, at, targets, work.LastActivation(at.Key)?.AfterId ?? from.AfterId, again);
    }

    /// <summary>The innermost sequence around a scope in which all targets stand.</summary>
    public static FlowScope Common(FlowWork work, FlowScope from, IReadOnlyList<FlowBlock> targets)
    {
        var within = work.Scopes[from.ParentId!.Value];
        while (targets.Any(target => FlowPaths.In(work.SequenceOf(within), target) is null))
        {
            within = work.Scopes[work.Scopes[within.ParentId!.Value].ParentId!.Value];
        }

        return within;
    }

    private static void Enter(FlowWork work, FlowScope within, FlowBlock at, IReadOnlyList<FlowBlock> targets, int? afterId, bool again)
    {
        if (targets is [var only] && only == at)
        {
            work.Plan(() => FlowScopes.Enter(work, within.Id, at.Place, afterId, again));
            return;
        }

        // Carried are branches that the last activation brought to their end; one that was cancelled as a whole counts for nothing.
        var last = work.LastActivation(at.Key);
        var opened = FlowScopes.Open(work, within, at, afterId);
        var count = 0;
        foreach (var branch in at.Ways)
        {
            var inside = targets.Where(target => FlowPaths.In(branch.Sequence, target) is not null).ToList();
            var before = last is null ? null : work.ChildrenOf(last.Id).LastOrDefault(child => child.Branch == branch.Key);
            count += EnterBranch(work, opened, at, branch, inside, last, before, again) ? 1 : 0;
        }

        work.Set(work.Scopes[opened.Id] with { ExpectedChildren = count, Memory = at is FlowBlock.Repetition ? last?.Memory ?? "1" : null });
    }

    private static bool EnterBranch(
        FlowWork work, FlowScope opened, FlowBlock at, FlowBranch branch, List<FlowBlock> inside, FlowScope? last, FlowScope? before, bool again)
    {
        if (inside.Count > 0)
        {
            var entered = FlowScopes.OpenBranch(work, opened, branch.Key);
            var next = FlowPaths.In(branch.Sequence, inside[0])!;
            Enter(work, entered, next, inside, work.LastActivation(next.Key)?.AfterId ?? opened.AfterId, again);
            return true;
        }

        if (at is FlowBlock.Exclusive || (at is FlowBlock.Inclusive && before is null))
        {
            return false;
        }

        if (last is { Status: ScopeStatus.Done } && before?.Outcome is { } outcome)
        {
            var carried = work.Set(FlowScopes.OpenBranch(work, opened, branch.Key) with { Status = ScopeStatus.Carried, Outcome = outcome, ClosedAt = work.Now });
            work.Note(FlowActions.Carried, carried, bySystem: true);
            return true;
        }

        var entire = FlowScopes.OpenBranch(work, opened, branch.Key);
        work.Plan(() => FlowScopes.Enter(work, entire.Id, 0, opened.AfterId));
        return true;
    }

    private static void GoUp(FlowWork work, FlowScope within, FlowWayBack way)
    {
        var block = work.Scopes[within.ParentId!.Value];
        var further = way with { To = block.Block };
        if (!work.Instance.WaysBack.Contains(further))
        {
            work.Instance = work.Instance with { WaysBack = work.Instance.WaysBack.Add(further) };
        }

        if (work.Model.Blocks[block.Block!] is FlowBlock.Repetition)
        {
            FlowScopes.Close(work, within, FlowScopes.Through);
            FlowScopes.Leave(work, block, FlowScopes.Through);
        }
        else
        {
            FlowScopes.CloseSequence(work, within, FlowScopes.Through);
        }
    }

    /// <summary>Whether the conditions still lead to the block that returned; the record may have been changed since (G18).</summary>
    private static IEnumerable<FlowQuestion> Reach(FlowWork work, FlowScope within, FlowBlock target, Action lose)
    {
        for (var block = target.Within.Owner; block is not null && FlowPaths.In(work.SequenceOf(within), block) is not null; block = block.Within.Owner)
        {
            var tested = block.Ways.Where(branch => branch.When is not null).ToList();
            if (tested.Count == 0)
            {
                continue;
            }

            yield return new FlowQuestion.Evaluate([.. tested.Select(branch => new FlowTerm(branch.Key, branch.When))]);
            if (work.Answer is not FlowAnswer.Outcomes outcomes || !Leads(block, tested, outcomes.Values, target))
            {
                lose();
                yield break;
            }
        }
    }

    /// <summary>A condition that fails leads nowhere: walking normally finds it again, and raises its incident.</summary>
    private static bool Leads(FlowBlock block, List<FlowBranch> tested, IReadOnlyList<FlowOutcome> values, FlowBlock target)
    {
        var taken = tested.Where((_, index) => values[index].Holds).ToList();
        taken = block is FlowBlock.Exclusive ? [.. taken.Take(1)] : taken;
        taken = taken.Count > 0 ? taken : [.. block.Ways.Where(branch => branch.When is null).Take(1)];
        return values.All(value => value.Failure is null) && taken.Exists(branch => FlowPaths.In(branch.Sequence, target) is not null);
    }

    private static void Lose(FlowWork work, FlowScope within, FlowScope? behind, FlowWayBack way)
    {
        work.Note(FlowActions.Ignored, behind, reason: FlowReasons.WayLost, details: FlowDetails.Of("to", [way.From]), bySystem: true);
        var place = behind is null ? 0 : work.Model.Blocks[behind.Block!].Place + 1;
        work.Plan(() => FlowScopes.Enter(work, within.Id, place, behind?.Id));
    }

    private static void NoteSkipped(FlowWork work, IEnumerable<FlowBlock> blocks)
    {
        var keys = blocks.Where(block => block is FlowBlock.Leaf { Node.AsksPeople: true } or { Ways.Count: > 0 }).Select(block => block.Key).ToList();
        if (keys.Count > 0)
        {
            work.Note(FlowActions.Skipped, reason: FlowReasons.StraightBack, details: FlowDetails.Of("blocks", keys), bySystem: true);
        }
    }
}
