using LowCodeErp.Metadata.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.Nodes;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>Carries out what nodes want.</summary>
internal static class FlowLeaves
{
    /// <summary>Stands in the memory of a scope whose step an administrator lets be repeated.</summary>
    private const string MayRepeat = "may-repeat";

    /// <param name="happened">Null when it is entered.</param>
    /// <param name="again">Whether it was returned to.</param>
    public static IEnumerable<FlowQuestion> Run(FlowWork work, FlowScope scope, FlowBlock.Leaf leaf, NodeEvent? happened, bool again)
    {
        if (work.Scopes[scope.Id].Status != ScopeStatus.Live)
        {
            yield break;
        }

        if (happened is null && IsPassedOver(work, scope, leaf))
        {
            yield break;
        }

        var context = new NodeContext(leaf, work.Facts, scope.Generation);
        var step = happened is null ? leaf.Node.Enter(context) : leaf.Node.Proceed(context, happened);
        while (step is NodeStep.Ask ask)
        {
            yield return ask.Question;
            if (!IsUsable(work, scope))
            {
                yield break;
            }

            step = leaf.Node.Proceed(context, new NodeEvent.Answered(work.Answer!));
        }

        foreach (var question in Carry(work, scope, leaf, step, again))
        {
            yield return question;
        }
    }

    private static IEnumerable<FlowQuestion> Carry(FlowWork work, FlowScope scope, FlowBlock.Leaf leaf, NodeStep step, bool again)
    {
        switch (step)
        {
            case NodeStep.Staff staff:
                return FlowStaffing.Enter(work, scope, leaf, staff.Settings, again);
            case NodeStep.Copy copy:
                return FlowCopies.Send(work, scope, leaf, copy.Receivers);
            case NodeStep.WaitFor wait:
                FlowWaits.Begin(work, scope, wait.AnyOf);
                break;
            case NodeStep.Leave leave:
                work.Note(FlowActions.Left, scope, details: leave.Details, reason: leave.Outcome, bySystem: true);
                FlowScopes.Leave(work, scope, leave.Outcome);
                break;
            case NodeStep.Route route:
                work.Note(FlowActions.Left, scope, details: FlowDetails.Of("to", [route.Block]), bySystem: true);
                FlowScopes.Close(work, scope, "routed");
                FlowDirections.GoTo(work, scope, [work.Model.Blocks[route.Block]], again: false);
                break;
            case NodeStep.Finish finish:
                FlowScopes.Close(work, scope, FlowScopes.Through);
                FlowEndings.End(work, finish.Status);
                break;
            case NodeStep.Refuse refuse:
                work.RefuseOrFault(scope, refuse.Diagnostic);
                break;
            case NodeStep.Fault fault:
                FlowIncidents.Raise(work, scope, fault.Diagnostic);
                break;
        }

        return [];
    }

    /// <summary>What was carried out before a return is repeated, left out, or asked about.</summary>
    private static bool IsPassedOver(FlowWork work, FlowScope scope, FlowBlock.Leaf leaf)
    {
        if (leaf.OnReplay == FlowReplay.Rerun || scope.Memory == MayRepeat || !work.Activations(leaf.Key, null).Any(earlier => earlier.Id != scope.Id && earlier.Status == ScopeStatus.Done))
        {
            return false;
        }

        if (leaf.OnReplay == FlowReplay.Ask)
        {
            FlowIncidents.Raise(work, work.Set(scope with { Memory = MayRepeat }), FlowDiagnostics.DoneBefore(leaf.Key));
            return true;
        }

        work.Note(FlowActions.Skipped, scope, reason: FlowReasons.DoneBefore, bySystem: true);
        FlowScopes.Leave(work, scope, FlowScopes.Through);
        return true;
    }

    private static bool IsUsable(FlowWork work, FlowScope scope)
    {
        if (!FlowIncidents.Accept(work, scope))
        {
            return false;
        }

        var failure = work.Answer is FlowAnswer.Outcomes outcomes ? outcomes.Values.Select(outcome => outcome.Failure).FirstOrDefault(found => found is not null) : null;
        if (failure is { } diagnostic)
        {
            FlowIncidents.Raise(work, scope, diagnostic);
        }

        return failure is null;
    }
}
