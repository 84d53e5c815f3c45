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

        var verdict = VerdictOf(_access);
        List<AccessReason> reasons = [.. Standings(), .. Rollups(), .. Grants(verdict), .. Elsewhere()];
        return new(question, verdict, reasons.Count == 0 ? [new AccessReason.NoGrant()] : [.. reasons.OrderBy(Rank)]);
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

    private IEnumerable<AccessReason> Grants(bool? verdict)
        => from held in member.Roles.GroupBy(held => held.Role)
           from grant in held.Key.Grants
           where grant.Form.Key == question.Form.Key
           from part in PartsOf(grant)
           let isTold = tellsAll || question.RecordId is null
           select new AccessReason.Granted(
               held.Key, grant, [.. held.Select(each => each.Assignment)], part.Part,
               isTold || part.Rule is AccessRule.Fixed ? VerdictOf(part.Rule) : null,
               isTold && VerdictOf(_access.Replacing(grant, part.Otherwise)) != verdict);

    /// <summary>What the grant has to do with it, of which records that is true, and the grant without that.</summary>
    private IEnumerable<(GrantPart Part, AccessRule Rule, GrantModel Otherwise)> PartsOf(GrantModel grant)
    {
        var isAllowing = grant.Effect == GrantEffect.Allow;
        if (grant.Operations.Overlaps(question.Required))
        {
            yield return (isAllowing ? GrantPart.Allows : GrantPart.Denies, isAllowing ? grant.RowsFor(question.Operation) : grant.RowRule, grant with { Operations = new HashSet<AccessOperation>() });
        }

        if (question.Field is { } field && FieldRules.Withheld(grant, field.Whole ?? field, question.Least) is { IsNever: false } withheld
            && (!isAllowing || grant.Operations.Contains(question.Operation)))
        {
            yield return (isAllowing ? GrantPart.Withholds : GrantPart.DeniesField, AccessRule.AllOf(grant.RowRule, withheld), grant with { Fields = [] });
        }
    }

    private bool? VerdictOf(FormAccess access) => VerdictOf(access.RuleOf(question));

    private bool? VerdictOf(AccessRule rule)
        => question.RecordId is { } record ? answers.Holds(rule, record)
            : rule is AccessRule.Fixed { IsAllowed: var isAllowed } ? isAllowed
            : null;
}
