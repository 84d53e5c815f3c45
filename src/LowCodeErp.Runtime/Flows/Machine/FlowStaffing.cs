using System.Collections.Immutable;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>
/// Makes the seats of a step, by the policies in their order (rule 36): resolve → agent → leaver → self-approval → empty → duplicates → seats. Agents and
/// leavers pass through as yet: whoever has left is not found. Duplicates are looked at when a seat opens, since that is when it shows who has approved.
/// </summary>
internal static class FlowStaffing
{
    /// <summary>Names the group of a seat that nobody in particular is asked for.</summary>
    public const string Anybody = "anybody";

    /// <param name="again">Whether it was returned to: then the initiator is not passed over any more (rule 38).</param>
    public static IEnumerable<FlowQuestion> Enter(FlowWork work, FlowScope scope, FlowBlock.Leaf leaf, TaskSettings settings, bool again)
    {
        if (settings.Assignees.Count == 0)
        {
            AddGroup(work, scope, Anybody, []);
            FlowSeats.Settle(work, scope.Id);
            yield break;
        }

        var search = new FlowAssignees(work, scope, leaf, settings.Assignees, "assignees");
        foreach (var question in search.Find())
        {
            yield return question;
        }

        if (search.HasFailed || Amend(work, scope, settings, search.Found, again) is not { } candidates)
        {
            yield break;
        }

        if (candidates.Count > 0)
        {
            Seat(work, scope, settings, candidates);
            yield break;
        }

        foreach (var question in FlowEmpty.Act(work, scope, settings))
        {
            yield return question;
        }
    }

    public static void Seat(FlowWork work, FlowScope scope, TaskSettings settings, IReadOnlyList<FlowCandidate> candidates)
    {
        if (settings.Claim && candidates.Count > 0 && candidates[0].Rule is not null)
        {
            AddGroup(work, scope, GroupOf(work, settings), [.. candidates.Select(candidate => candidate.MemberId).Distinct()]);
        }
        else
        {
            var seated = settings.Mode == SeatMode.Sequential ? candidates : candidates.DistinctBy(candidate => candidate.MemberId);
            foreach (var (candidate, order) in seated.Select((candidate, order) => (candidate, order)))
            {
                work.Add(Make(work, scope, candidate, order));
            }
        }

        FlowSeats.Settle(work, scope.Id);
    }

    private static FlowSeat Make(FlowWork work, FlowScope scope, FlowCandidate candidate, int order) => new()
    {
        Id = work.NewId(),
        ScopeId = scope.Id,
        Generation = scope.Generation,
        Order = order,
        Weight = candidate.Rule?.Weight ?? 1,
        HasVeto = candidate.Rule?.Veto ?? false,
        HasFiat = candidate.Rule?.Fiat ?? false,
        PrincipalId = candidate.MemberId,
        HolderId = candidate.MemberId,
    };

    private static void AddGroup(FlowWork work, FlowScope scope, string? group, ImmutableArray<long> members) => work.Add(new FlowSeat
    {
        Id = work.NewId(),
        ScopeId = scope.Id,
        Generation = scope.Generation,
        Group = group ?? "members",
        Candidates = group is null ? members : [],
    });

    /// <summary>Null where the members are frozen: a role that is read when it is claimed is the only one that is not.</summary>
    private static string? GroupOf(FlowWork work, TaskSettings settings)
    {
        if (settings.FreezeGroup || settings.Assignees is not [{ Kind: AssigneeKind.Role, Roles: [var role] }])
        {
            return null;
        }

        var (app, key) = FlowAssignees.Split(work, role);
        return FlowMembers.Group(app, key);
    }

    /// <summary>Self-approval (rule 38). Null where it is forbidden, which is dealt with then.</summary>
    private static IReadOnlyList<FlowCandidate>? Amend(FlowWork work, FlowScope scope, TaskSettings settings, IReadOnlyList<FlowCandidate> found, bool again)
    {
        if (again || settings is not ApprovalSettings approval || work.Instance.InitiatorId is not { } initiator || found.All(candidate => candidate.MemberId != initiator))
        {
            return found;
        }

        switch (approval.WhenSelf)
        {
            case SelfPolicy.Decide:
                return found;
            case SelfPolicy.Forbid:
                Forbid(work, scope);
                return null;
            default:
                var instead = InsteadOf(work, approval.WhenSelf, initiator);
                work.Note(FlowActions.Skipped, scope, reason: FlowReasons.Self, details: FlowDetails.Of("members", [initiator]), bySystem: true);
                return [.. found.SelectMany(candidate => candidate.MemberId != initiator ? [candidate] : instead is { } other ? [candidate with { MemberId = other }] : Array.Empty<FlowCandidate>())];
        }
    }

    /// <summary>Who submits can do something about it; who decided the step before cannot.</summary>
    private static void Forbid(FlowWork work, FlowScope scope)
    {
        if (work.Event is FlowEvent.Submit)
        {
            work.Refuse(FlowDiagnostics.SelfForbidden(scope.Block!));
        }
        else
        {
            FlowIncidents.Raise(work, scope, FlowDiagnostics.SelfForbidden(scope.Block!));
        }
    }

    /// <summary>Who decides in the initiator's place; null for nobody.</summary>
    public static long? InsteadOf(FlowWork work, SelfPolicy policy, long initiator) => policy switch
    {
        SelfPolicy.Superior => work.Facts.Organisation.SuperiorOf(initiator),
        SelfPolicy.DepartmentHead when work.Facts.Organisation.MainDepartmentOf(initiator) is { } main => Enumerable.Range(0, AssigneeRule.MostLevels)
            .SelectMany(level => FlowMembers.HeadsOf(work, main, level)).Where(head => head != initiator).Select(head => (long?)head).FirstOrDefault(),
        _ => null,
    };
}
