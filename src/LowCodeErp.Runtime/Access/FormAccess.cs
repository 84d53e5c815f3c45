using System.Collections.Concurrent;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access.Explaining;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Rollups;

namespace LowCodeErp.Runtime.Access;

/// <summary>What a member may do with the records of a form, and with their lines.</summary>
public sealed class FormAccess
{
    private static readonly AccessOperation[] OfOnlookers = [AccessOperation.View, AccessOperation.Export, AccessOperation.Print];

    private static readonly AccessOperation[] OfEverybody =
        [AccessOperation.View, AccessOperation.Create, AccessOperation.Edit, AccessOperation.Delete, AccessOperation.Export, AccessOperation.Print];

    private readonly ConcurrentDictionary<(FieldModel Field, FieldAccess Least), AccessRule> _fields = new();
    private readonly MemberAccess _member;
    private readonly IReadOnlyList<GrantModel> _allowing;
    private readonly IReadOnlyList<GrantModel> _denying;
    private readonly IReadOnlySet<AccessOperation> _everywhere;

    /// <param name="grants">Those of all roles that the member has, of this form.</param>
    public FormAccess(FormModel form, MemberAccess member, IReadOnlyList<GrantModel> grants)
        : this(form, member, grants, new HashSet<AccessOperation>())
    {
    }

    /// <param name="everywhere">What is allowed with every record and every field, whatever roles say.</param>
    private FormAccess(FormModel form, MemberAccess member, IReadOnlyList<GrantModel> grants, IReadOnlySet<AccessOperation> everywhere)
    {
        (Form, _member, _everywhere) = (form, member, everywhere);
        _allowing = [.. grants.Where(grant => grant.Effect == GrantEffect.Allow)];
        _denying = [.. grants.Where(grant => grant.Effect == GrantEffect.Deny)];
    }

    public FormModel Form { get; }

    public static FormAccess OfAdministrator(FormModel form, MemberAccess member) => new(form, member, [], Enum.GetValues<AccessOperation>().ToHashSet());

    /// <summary>Of an app without roles: everybody works with everything, only administrators import.</summary>
    public static FormAccess OfOpenForm(FormModel form, MemberAccess member) => new(form, member, [], OfEverybody.ToHashSet());

    /// <summary>As it is, and everything may be seen besides.</summary>
    public FormAccess WithAuditing() => new(Form, _member, [.. _allowing, .. _denying], _everywhere.Append(AccessOperation.View).ToHashSet());

    /// <summary>All that rules about the form ask of a record.</summary>
    public IReadOnlyList<AccessTerm> Terms
        => [.. _allowing.Concat(_denying).SelectMany(grant => grant.RowRule.Terms
            .Concat(grant.Fields.Select(given => given.When).OfType<CompiledFormula>().Select(when => new AccessTerm.Holds(when)))).Distinct()];

    /// <summary>With which records the operation is allowed. That of creating is asked of the record as it was stored.</summary>
    public AccessRule RuleOf(AccessOperation operation)
    {
        if (_member.IsOnlyViewed && !OfOnlookers.Contains(operation))
        {
            return AccessRule.Never;
        }

        if (_everywhere.Contains(operation))
        {
            return AccessRule.Always;
        }

        var allowed = AccessRule.AllOf(RowsOf(_allowing, operation), AccessRule.Except(RowsOf(_denying, operation)));
        return operation is AccessOperation.View or AccessOperation.Create ? allowed : AccessRule.AllOf(allowed, RuleOf(AccessOperation.View));
    }

    /// <summary>Whether there can be a record with which the operation is allowed. Screens offer what may be, the engine decides.</summary>
    public bool May(AccessOperation operation) => !RuleOf(operation).IsNever;

    /// <summary>Whether there can be a record of which the field is seen: whether a page has a place for it.</summary>
    public bool MaySee(FieldModel field) => !RuleOf(field, FieldAccess.Read).IsNever;

    /// <summary>Whether figures of all records may be shown.</summary>
    public bool SeesAll => RuleOf(AccessOperation.View).IsAlways;

    /// <summary>In which records at least so much of the field is given, of those that may be seen (or, where that is asked, created or edited) at all.</summary>
    public AccessRule RuleOf(FieldModel field, FieldAccess least)
    {
        ArgumentNullException.ThrowIfNull(field);
        return _member.IsOnlyViewed && least == FieldAccess.Edit ? AccessRule.Never : _fields.GetOrAdd((field.Whole ?? field, least), MakeRule);
    }

    /// <summary>With which records what is asked about is allowed: the operation, and so much of the field as that takes.</summary>
    public AccessRule RuleOf(AccessQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var operation = RuleOf(question.Operation);
        return question.Field is { } field ? AccessRule.AllOf(operation, RuleOf(field, question.Least)) : operation;
    }

    /// <summary>What were allowed if a grant said something else.</summary>
    internal FormAccess Replacing(GrantModel grant, GrantModel otherwise)
        => new(Form, _member, [.. _allowing.Concat(_denying).Select(own => ReferenceEquals(own, grant) ? otherwise : own)], _everywhere);

    internal IEnumerable<FieldModel> HiddenRollupsOf(FieldModel field)
        => FieldRules.RollupsBehind(field.Whole ?? field).Where(IsHidden).Select(rollup => rollup.Field);

    internal static bool Gives(GrantModel grant, FieldAccess least)
        => least < FieldAccess.Edit ? grant.Operations.Contains(AccessOperation.View) : grant.Operations.Overlaps([AccessOperation.Edit, AccessOperation.Create]);

    private static AccessRule RowsOf(IEnumerable<GrantModel> grants, AccessOperation operation)
        => AccessRule.AnyOf(grants.Where(grant => grant.Operations.Contains(operation)).Select(grant => grant.RowRule));

    private bool IsHidden(FieldRollup rollup) => !rollup.IsForEverybody && !RollupSources.AreSeen(rollup, _member);

    private AccessRule MakeRule((FieldModel Field, FieldAccess Least) asked)
    {
        var (field, least) = asked;
        // First of all: where everything of this form may be seen, a rollup still tells of another one.
        if (FieldRules.RollupsBehind(field).Any(IsHidden))
        {
            return AccessRule.Never;
        }

        if (_everywhere.Contains(least < FieldAccess.Edit ? AccessOperation.View : AccessOperation.Edit))
        {
            return AccessRule.Always;
        }

        var giving = _allowing.Where(grant => Gives(grant, least)).Select(grant => (Rows: grant.RowRule, Withheld: FieldRules.Withheld(grant, field, least))).ToList();
        var taken = AccessRule.AnyOf(_denying.Select(grant => AccessRule.AllOf(grant.RowRule, FieldRules.Withheld(grant, field, least))));
        // Where no grant withholds anything, the field is seen wherever the record is.
        var given = giving.Count > 0 && giving.TrueForAll(grant => grant.Withheld.IsNever)
            ? AccessRule.Always
            : AccessRule.AnyOf(giving.Select(grant => AccessRule.AllOf(grant.Rows, AccessRule.Except(grant.Withheld))));
        return AccessRule.AllOf(given, AccessRule.Except(taken));
    }
}
