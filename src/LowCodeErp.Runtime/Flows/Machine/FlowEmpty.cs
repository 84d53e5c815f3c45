using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>审批人为空 (rule 37). Whoever is asked instead is found once; where he is not there either, an administrator has to see to it.</summary>
internal static class FlowEmpty
{
    public static IEnumerable<FlowQuestion> Act(FlowWork work, FlowScope scope, TaskSettings settings)
    {
        switch (settings.WhenEmpty)
        {
            case EmptyPolicy.Pass:
                work.Note(FlowActions.Skipped, scope, reason: FlowReasons.EmptyPassed, bySystem: true);
                FlowSeats.Pass(work, scope, settings);
                yield break;
            case EmptyPolicy.Reject:
                work.Note(FlowActions.Skipped, scope, reason: FlowReasons.EmptyRejected, bySystem: true);
                FlowSeats.Fail(work, scope, settings);
                yield break;
            case EmptyPolicy.RefuseSubmission when work.Event is FlowEvent.Submit:
                work.Refuse(FlowDiagnostics.NobodyFound(scope.Block!));
                yield break;
        }

        var instead = Known(work, settings);
        if (settings.WhenEmpty == EmptyPolicy.Administrators && instead.Count == 0)
        {
            yield return new FlowQuestion.Administrators(work.Model.App);
            instead = FlowIncidents.Ids(work, scope);
        }

        if (instead is not null)
        {
            Replace(work, scope, settings, [.. instead.Where(work.Facts.Organisation.IsActive)]);
        }
    }

    private static IReadOnlyList<long> Known(FlowWork work, TaskSettings settings) => settings.WhenEmpty switch
    {
        EmptyPolicy.Administrators => [.. FlowMembers.FindAll(work, work.Model.Definition.Administrators)],
        EmptyPolicy.Members => [.. FlowMembers.FindAll(work, settings.EmptyMembers)],
        EmptyPolicy.Superior when work.Instance.InitiatorId is { } initiator => [.. work.Facts.Organisation.SuperiorsOf(initiator).Take(1)],
        _ => [],
    };

    private static void Replace(FlowWork work, FlowScope scope, TaskSettings settings, IReadOnlyList<long> members)
    {
        if (members.Count == 0)
        {
            FlowIncidents.Raise(work, scope, FlowDiagnostics.AssigneeFailed(scope.Block!));
            return;
        }

        work.Note(FlowActions.Skipped, scope, reason: FlowReasons.EmptyReplaced, details: FlowDetails.Of("members", members), bySystem: true);
        FlowStaffing.Seat(work, scope, settings, [.. members.Select(member => new FlowCandidate(member, null))]);
    }
}
