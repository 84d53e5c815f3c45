using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>
/// 抄送 (rule 21): nothing waits for it, and nobody to get one is no mistake. Steps send a member one copy of an instance, however many of them name him and
/// however often the way leads through them; what somebody sends by hand is always sent.
/// </summary>
internal static class FlowCopies
{
    public static IEnumerable<FlowQuestion> Send(FlowWork work, FlowScope scope, FlowBlock.Leaf leaf, IReadOnlyList<AssigneeRule> receivers)
    {
        var search = new FlowAssignees(work, scope, leaf, receivers, "receivers");
        foreach (var question in search.Find())
        {
            yield return question;
        }

        if (search.HasFailed)
        {
            yield break;
        }

        Send(work, scope, [.. search.Found.Select(found => found.MemberId).Distinct().Except(FlowMessages.ReceiversOf(work.Jobs.Values, FlowActions.Copied))], null);
        FlowScopes.Leave(work, scope, FlowScopes.Through);
    }

    public static void Send(FlowWork work, FlowEvent.Copy copy)
    {
        if (copy.Receivers.IsDefaultOrEmpty || !copy.Receivers.All(work.Facts.Organisation.IsActive))
        {
            work.Refuse(copy.Receivers.IsDefaultOrEmpty ? FlowDiagnostics.NobodyToCopy() : FlowDiagnostics.MemberInactive());
            return;
        }

        Send(work, null, [.. copy.Receivers.Distinct()], copy.Text);
    }

    private static void Send(FlowWork work, FlowScope? scope, IReadOnlyList<long> members, string? text)
    {
        if (members.Count > 0)
        {
            work.Note(FlowActions.Copied, scope, text: text, details: FlowDetails.Of("to", members), bySystem: scope is not null);
            FlowMessages.Send(work, scope, FlowActions.Copied, members, text);
        }
    }
}
