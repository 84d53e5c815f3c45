using System.Globalization;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>
/// Opens and closes scopes. A scope that has an outcome but is live has gone on already, and only waits for branches that were left running (rule 50).
/// </summary>
internal static class FlowScopes
{
    public const string Through = "done";

    public static void Begin(FlowWork work)
    {
        var trunk = work.Add(new FlowScope { Id = work.NewId(), OpenedAt = work.Now });
        work.Plan(() => Enter(work, trunk.Id, 0, null));
    }

    public static IEnumerable<FlowQuestion> Enter(FlowWork work, int sequenceId, int place, int? afterId, bool again = false)
    {
        var within = work.Scopes[sequenceId];
        var sequence = work.SequenceOf(within);
        if (within.Status != ScopeStatus.Live || within.Outcome is not null)
        {
            return [];
        }

        if (place < sequence.Blocks.Count)
        {
            return Activate(work, Open(work, within, sequence.Blocks[place], afterId), again);
        }

        CloseSequence(work, within, Through);
        return [];
    }

    public static FlowScope Open(FlowWork work, FlowScope within, FlowBlock block, int? afterId)
        => work.Add(new FlowScope { Id = work.NewId(), ParentId = within.Id, Block = block.Key, AfterId = afterId, OpenedAt = work.Now });

    public static FlowScope OpenBranch(FlowWork work, FlowScope block, string branch)
        => work.Add(new FlowScope { Id = work.NewId(), ParentId = block.Id, Block = block.Block, Branch = branch, AfterId = block.AfterId, OpenedAt = work.Now });

    /// <summary>A block does what it does; also when an incident in it is retried.</summary>
    /// <param name="again">Whether it was returned to.</param>
    public static IEnumerable<FlowQuestion> Activate(FlowWork work, FlowScope scope, bool again) => work.Model.Blocks[scope.Block!] switch
    {
        FlowBlock.Exclusive exclusive => Choose(work, scope, exclusive.Branches, single: true),
        FlowBlock.Inclusive inclusive => Choose(work, scope, inclusive.Branches, single: false),
        FlowBlock.Parallel parallel => Fork(work, scope, parallel.Branches),
        FlowBlock.Repetition repetition => Fork(work, work.Set(scope with { Memory = "1" }), [repetition.Body]),
        FlowBlock.Leaf leaf => FlowLeaves.Run(work, scope, leaf, null, again),
        var unknown => throw new InvalidOperationException($"Block {unknown} is of no known kind."),
    };

    private static IEnumerable<FlowQuestion> Choose(FlowWork work, FlowScope scope, IReadOnlyList<FlowBranch> branches, bool single)
    {
        var tested = branches.Where(branch => branch.When is not null).ToList();
        IReadOnlyList<FlowOutcome> values = [];
        if (tested.Count > 0)
        {
            yield return new FlowQuestion.Evaluate([.. tested.Select(branch => new FlowTerm(branch.Key, branch.When))]);
            if (FlowIncidents.Outcomes(work, scope) is not { } answered)
            {
                yield break;
            }

            values = answered;
        }

        var chosen = new List<FlowBranch>();
        for (var index = 0; index < tested.Count && !(single && chosen.Count > 0); index++)
        {
            if (values[index].Failure is { } failure)
            {
                FlowIncidents.Raise(work, scope, failure);
                yield break;
            }

            chosen.AddRange(values[index].Holds ? [tested[index]] : []);
        }

        chosen = chosen.Count > 0 ? chosen : [.. branches.Where(branch => branch.When is null).Take(1)];
        if (chosen.Count == 0)
        {
            FlowIncidents.Raise(work, scope, FlowDiagnostics.NothingChosen(scope.Block!), FlowDetails.Of(tested, values));
            yield break;
        }

        work.Note(FlowActions.Entered, scope, details: FlowDetails.Of(tested, values, chosen), bySystem: true);
        Fork(work, scope, chosen);
    }

    private static IEnumerable<FlowQuestion> Fork(FlowWork work, FlowScope scope, IReadOnlyList<FlowBranch> branches)
    {
        work.Set(scope with { ExpectedChildren = branches.Count });
        foreach (var branch in branches)
        {
            var opened = OpenBranch(work, scope, branch.Key);
            work.Plan(() => Enter(work, opened.Id, 0, opened.AfterId));
        }

        return [];
    }

    /// <summary>A block is done; its sequence goes on behind it, or straight back to where it was returned from.</summary>
    public static void Leave(FlowWork work, FlowScope scope, string outcome)
    {
        Close(work, scope, outcome);
        work.Plan(() => FlowDirections.GoOn(work, scope.Id));
    }

    public static void CloseSequence(FlowWork work, FlowScope sequence, string outcome)
    {
        var closed = Close(work, sequence, outcome);
        if (closed.ParentId is { } block)
        {
            work.Plan(() => FlowJoins.Look(work, block));
        }
        else if (outcome != Through || closed.Status == ScopeStatus.Done)
        {
            FlowEndings.End(work, outcome == Through ? FlowStatus.Approved : FlowStatus.Rejected);
        }
    }

    /// <summary>Gives a scope its outcome; it stays live as long as something in it does.</summary>
    public static FlowScope Close(FlowWork work, FlowScope scope, string outcome)
    {
        var isOver = work.LiveChildrenOf(scope.Id).Count == 0;
        return work.Set(work.Scopes[scope.Id] with
        {
            Outcome = outcome,
            Status = isOver ? ScopeStatus.Done : ScopeStatus.Live,
            ClosedAt = isOver ? work.Now : null,
        });
    }

    /// <summary>A branch that nobody waited for has ended: whatever only waited for it ends too.</summary>
    public static void Settle(FlowWork work, int? scopeId)
    {
        while (scopeId is { } id && work.Scopes[id] is { Status: ScopeStatus.Live, Outcome: not null } scope && work.LiveChildrenOf(id).Count == 0)
        {
            work.Set(scope with { Status = ScopeStatus.Done, ClosedAt = work.Now });
            if (scope.ParentId is null)
            {
                FlowEndings.End(work, FlowStatus.Approved);
            }

            scopeId = scope.ParentId;
        }
    }

    public static int RoundOf(FlowScope scope) => int.Parse(scope.Memory ?? "1", CultureInfo.InvariantCulture);
}
