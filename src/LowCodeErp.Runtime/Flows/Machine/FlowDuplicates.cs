using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>自动去重 (rule 39). Every submission, return and change of the form begins a new round, and approvals of older rounds do not count.</summary>
internal static class FlowDuplicates
{
    public static bool IsOne(FlowWork work, FlowScope scope, TaskSettings settings, FlowSeat seat)
    {
        if (settings is not ApprovalSettings { Duplicates: not DuplicatePolicy.None, RequireOpinion: false, RequireSignature: false } approval
            || seat.Origin != SeatOrigin.Model || seat.PrincipalId is not { } member || settings.Fields.Values.Any(right => right is FieldRight.Edit or FieldRight.Require))
        {
            return false;
        }

        return approval.Duplicates switch
        {
            DuplicatePolicy.Consecutive => FlowPaths.Previous(work, scope).Any(before => HasApproved(work, work.SeatsOf(before.Id), member)),
            DuplicatePolicy.AnyEarlier => HasApproved(work, work.Seats.Values, member),
            _ => Later(work, scope).Any(later => IsAsked(work, later, member)),
        };
    }

    private static bool HasApproved(FlowWork work, IEnumerable<FlowSeat> seats, long member)
        => seats.Any(seat => seat.Status == SeatStatus.Approved && seat.PrincipalId == member && seat.DecidedById is not null && seat.Round == work.Instance.Round);

    /// <summary>Approvals that follow for certain: on the way ahead, but in no branching.</summary>
    private static IEnumerable<FlowBlock.Leaf> Later(FlowWork work, FlowScope scope)
    {
        for (var block = work.Model.Blocks[scope.Block!]; block is not null; block = block.Within.Owner)
        {
            foreach (var leaf in block.Within.Blocks.Skip(block.Place + 1).OfType<FlowBlock.Leaf>())
            {
                yield return leaf;
            }
        }
    }

    private static bool IsAsked(FlowWork work, FlowBlock.Leaf leaf, long member) => leaf.Settings is ApprovalSettings { Claim: false } settings
        && settings.Assignees.Any(rule => rule.Kind switch
        {
            AssigneeKind.Members => FlowMembers.FindAll(work, rule.Members).Contains(member),
            AssigneeKind.Superior => work.Instance.InitiatorId is { } below && work.Facts.Organisation.SuperiorsOf(below).Skip((rule.Level ?? 1) - 1).FirstOrDefault() == member,
            AssigneeKind.SuperiorChain => work.Instance.InitiatorId is { } lowest && work.Facts.Organisation.SuperiorsOf(lowest).Take(rule.Level ?? AssigneeRule.MostLevels).Contains(member),
            _ => false,
        });
}
