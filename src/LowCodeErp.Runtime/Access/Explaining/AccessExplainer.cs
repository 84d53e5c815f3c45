using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Access.Explaining;

/// <summary>
/// Says why. The verdict is that of the engine's own rule; and whether a grant decides is found by asking the same rule without it, so that no second idea of
/// rights can differ from the first.
/// </summary>
/// <param name="answers">What all terms of the form's rules say of the record.</param>
/// <param name="tellsAll">
/// Whether the asker may hear what conditions say of the record. Who only asks about himself may not: they may look at fields that are hidden from him.
/// </param>
public sealed class AccessExplainer(MemberAccess member, AccessAnswers answers, AccessQuestion question, bool tellsAll)
{
    private readonly FormAccess _access = member.Of(question.Form);

    public AccessExplanation Explain()
    {
        if (question.Field is { IsComputed: true } && question.Least == FieldAccess.Edit)
        {
            return new(question, false, [new AccessReason.Computed()]);
        }

        if (!tellsAll && !MayHearOf())
        {
            return new(question, false, [new AccessReason.OutOfSight()]);
        }

        var outcome = OutcomeOf(_access);
        List<AccessReason> reasons = [.. Standings(), .. Rollups(), .. Grants(outcome), .. Elsewhere()];
        reasons = reasons.Count == 0 ? [new AccessReason.NoGrant()] : [.. reasons.OrderBy(Rank)];
        return new(question, outcome.IsAllowed, [.. reasons, .. AtOtherTimes()]) { IsMasked = outcome.IsMasked };
    }

    private bool MayHearOf() => question.RecordId is not { } record || answers.Holds(_access.RuleOf(AccessOperation.View), record);

    private static int Rank(AccessReason reason) => reason switch
    {
        AccessReason.Granted { Decides: true } => 1,
        AccessReason.Granted { Holds: true } => 2,
        AccessReason.Granted { Holds: null } => 3,
        AccessReason.Granted => 4,
        AccessReason.ReadElsewhere => 5,
        _ => 0,
    };

    /// <summary>Whether everything of the form is open to the member for what he wants to do with it.</summary>
    private IEnumerable<AccessReason> Standings()
        => member.StandingsOf(question.Form).Select(standing => new AccessReason.Stands(standing));

    private IEnumerable<AccessReason> Rollups()
        => question.Field is { } field ? _access.HiddenRollupsOf(field).Select(rollup => new AccessReason.HiddenRollup(rollup)) : [];

    /// <summary>What may be read of other forms is their own affair.</summary>
    private IEnumerable<AccessReason> Elsewhere()
        => (question.Field?.Formula?.Sources ?? []).Where(source => (source.Form.Parent?.Form ?? source.Form).Key != question.Form.Key).Select(source => new AccessReason.ReadElsewhere(source));

    private IEnumerable<AccessReason> AtOtherTimes()
        => member.RolesAtOtherTimes.Where(held => held.Role.Grants.Any(grant => grant.Form.Key == question.Form.Key))
            .Select(held => new AccessReason.NotInForce(held.Role, held.Assignment, held.Assignment.Until <= member.Evaluation.Now));

    private IEnumerable<AccessReason> Grants(Outcome outcome)
        => from held in member.Roles.GroupBy(held => held.Role, held => held.Assignment).Select(held => (Role: held.Key, Assignments: held.ToList()))
               .Concat(_access.GivesEverything ? [] : _access.Tasks.Select(task => (Role: task, Assignments: new List<RoleAssignment>())))
           from grant in held.Role.Grants
           where grant.Form.Key == question.Form.Key
           from part in PartsOf(grant)
           let isTold = tellsAll || question.RecordId is null || grant.Asked is not null
           where grant.Asked is null || VerdictOf(part.Rule) != false
           select new AccessReason.Granted(
               held.Role, grant, held.Assignments, part.Part,
               isTold || part.Rule is AccessRule.Fixed ? VerdictOf(part.Rule) : null,
               isTold && OutcomeOf(_access.Replacing(grant, part.Otherwise)) != outcome)
           {
               LeavesMask = part.LeavesMask,
           };

    /// <summary>What the grant has to do with it, of which records that is true, and the grant without that.</summary>
    private IEnumerable<(GrantPart Part, AccessRule Rule, GrantModel Otherwise, bool LeavesMask)> PartsOf(GrantModel grant)
    {
        var isAllowing = grant.Effect == GrantEffect.Allow;
        var rows = isAllowing ? grant.RowsFor(question.Operation) : grant.RowRule;
        // Who may do it with some records may do it: only what is denied of all of them counts.
        if (grant.Operations.Overlaps(question.Required) && (question.IsOfRecords || isAllowing || rows.IsAlways))
        {
            yield return (
                isAllowing ? GrantPart.Allows : GrantPart.Denies, question.IsOfRecords || rows.IsNever ? rows : AccessRule.Always, grant with { Operations = new HashSet<AccessOperation>() }, false);
        }

        if (question.Field is { } field && FieldRules.Withheld(grant, field.Whole ?? field, question.Least) is { IsNever: false } withheld
            && (!isAllowing || grant.Operations.Contains(question.Operation)))
        {
            yield return (isAllowing ? GrantPart.Withholds : GrantPart.DeniesField, AccessRule.AllOf(grant.RowRule, withheld), grant with { Fields = [] }, LeavesMask(grant, field.Whole ?? field));
        }
    }

    private bool LeavesMask(GrantModel grant, FieldModel field)
        => question.Least == FieldAccess.Read && FieldRules.Masks(grant, field) && VerdictOf(AccessRule.AllOf(grant.RowRule, FieldRules.Withheld(grant, field, FieldAccess.Masked))) == false;

    private Outcome OutcomeOf(FormAccess access)
        => new(question.IsOfRecords ? VerdictOf(access.RuleOf(question)) : access.May(question.Operation), VerdictOf(RuleOfMask(access)));

    private AccessRule RuleOfMask(FormAccess access)
        => question is { Operation: AccessOperation.View, Field: { } field } ? AccessRule.AllOf(access.RuleOf(AccessOperation.View), access.RuleOfMask(field)) : AccessRule.Never;

    private bool? VerdictOf(AccessRule rule)
        => question.RecordId is { } record ? answers.Holds(rule, record)
            : rule is AccessRule.Fixed { IsAllowed: var isAllowed } ? isAllowed
            : null;

    private readonly record struct Outcome(bool? IsAllowed, bool? IsMasked);
}
