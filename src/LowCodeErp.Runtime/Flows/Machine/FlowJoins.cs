using System.Globalization;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.Nodes;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>Branches come together. A join looks at the children of its own scope and nothing else (rule 1).</summary>
internal static class FlowJoins
{
    /// <summary>A branch of the block has ended.</summary>
    public static IEnumerable<FlowQuestion> Look(FlowWork work, int blockId)
    {
        var scope = work.Scopes[blockId];
        if (scope.Status != ScopeStatus.Live)
        {
            return [];
        }

        if (scope.Outcome is not null)
        {
            FlowScopes.Settle(work, blockId);
            return [];
        }

        return work.Model.Blocks[scope.Block!] switch
        {
            FlowBlock.Repetition repetition => AskAgain(work, scope, repetition),
            FlowBlock.Parallel parallel => Join(work, scope, parallel.Needed, parallel.Remainder, parallel.OnReject),
            _ => Join(work, scope, scope.ExpectedChildren, FlowRemainder.Cancel, FlowBranchRejection.RejectAll),
        };
    }

    private static IEnumerable<FlowQuestion> Join(FlowWork work, FlowScope scope, int needed, FlowRemainder remainder, FlowBranchRejection onReject)
    {
        var children = work.ChildrenOf(scope.Id);
        var through = children.Count(child => child.Outcome == FlowScopes.Through);
        var rejected = children.Count(child => child.Outcome == SeatOutcomes.Rejected);
        var open = children.Count(child => child.Outcome is null);
        if (rejected > 0 && onReject == FlowBranchRejection.RejectAll)
        {
            Reject(work, scope);
        }
        else if (rejected > 0 && onReject == FlowBranchRejection.Wait)
        {
            RejectOnceAllEnded(work, scope, open);
        }
        else if (through >= needed)
        {
            Pass(work, scope, remainder);
        }
        else if (through + open < needed)
        {
            Reject(work, scope);
        }

        return [];
    }

    private static void RejectOnceAllEnded(FlowWork work, FlowScope scope, int open)
    {
        if (open == 0)
        {
            Reject(work, scope);
        }
    }

    private static void Pass(FlowWork work, FlowScope scope, FlowRemainder remainder)
    {
        if (remainder == FlowRemainder.Cancel)
        {
            // What a branch that came through has left running itself goes on: that is what its own block says.
            foreach (var open in work.LiveChildrenOf(scope.Id).Where(child => child.Outcome is null))
            {
                FlowEndings.CancelAll(work, open.Id, FlowReasons.Joined);
            }
        }

        FlowScopes.Leave(work, scope, FlowScopes.Through);
    }

    /// <summary>The rejection goes up until a parallel block deals with it, or the instance ends (rule 28).</summary>
    public static void Reject(FlowWork work, FlowScope scope)
    {
        FlowEndings.CancelChildren(work, scope.Id, FlowReasons.Decided);
        FlowScopes.Close(work, scope, SeatOutcomes.Rejected);
        RejectSequence(work, scope.ParentId!.Value);
    }

    public static void RejectSequence(FlowWork work, int sequenceId)
    {
        FlowEndings.CancelChildren(work, sequenceId, FlowReasons.Decided);
        FlowScopes.CloseSequence(work, work.Scopes[sequenceId], SeatOutcomes.Rejected);
    }

    private static IEnumerable<FlowQuestion> AskAgain(FlowWork work, FlowScope scope, FlowBlock.Repetition repetition)
    {
        if (work.ChildrenOf(scope.Id).Last(round => round.Status != ScopeStatus.Cancelled).Outcome == SeatOutcomes.Rejected)
        {
            Reject(work, scope);
            yield break;
        }

        yield return new FlowQuestion.Evaluate([new("until", repetition.Until)]);
        if (FlowIncidents.Outcomes(work, scope) is not [var until])
        {
            yield break;
        }

        var round = FlowScopes.RoundOf(scope);
        if (until.Failure is { } failure)
        {
            FlowIncidents.Raise(work, scope, failure);
        }
        else if (until.Holds)
        {
            FlowScopes.Leave(work, scope, FlowScopes.Through);
        }
        else if (round >= repetition.Maximum)
        {
            FlowIncidents.Raise(work, scope, FlowNodeDiagnostics.TooManyRounds(scope.Block!, repetition.Maximum));
        }
        else
        {
            var next = work.Set(scope with { Memory = (round + 1).ToString(CultureInfo.InvariantCulture), ExpectedChildren = work.ChildrenOf(scope.Id).Count + 1 });
            var body = FlowScopes.OpenBranch(work, next, repetition.Body.Key);
            work.Plan(() => FlowScopes.Enter(work, body.Id, 0, body.AfterId));
        }
    }
}
