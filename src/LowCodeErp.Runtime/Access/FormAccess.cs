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

    private static readonly AccessOperation[] OfAuditors = [AccessOperation.View, AccessOperation.Export, AccessOperation.Print];

    private readonly ConcurrentDictionary<(FieldModel Field, FieldAccess Least, AccessOperation Operation), AccessRule> _fields = new();
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

    /// <summary>Whose it is, with what he may do with other forms.</summary>
    public MemberAccess Member => _member;

    /// <summary>What the tasks of running flows give, be everything open to the member besides: what a flow has locked is changed through them alone.</summary>
    public IReadOnlyList<RoleModel> Tasks { get; init; } = [];

    public static FormAccess OfAdministrator(FormModel form, MemberAccess member, IReadOnlyList<RoleModel> tasks)
        => new(form, member, [], Enum.GetValues<AccessOperation>().ToHashSet()) { Tasks = tasks };

    /// <summary>Of an app without roles: everybody works with everything, only administrators import.</summary>
    public static FormAccess OfOpenForm(FormModel form, MemberAccess member, IReadOnlyList<RoleModel> tasks) => new(form, member, [], OfEverybody.ToHashSet()) { Tasks = tasks };

    /// <summary>Everything may be seen and nothing changed, whatever else roles allow: who checks the others' work does none of it.</summary>
    public static FormAccess OfAuditor(FormModel form, MemberAccess member) => new(form, member, [], OfAuditors.ToHashSet());

    /// <summary>All that rules about the form ask of a record.</summary>
    public IReadOnlyList<AccessTerm> Terms => [.. _allowing.Concat(_denying).SelectMany(grant => grant.Terms).Distinct()];

    /// <summary>With which records the operation is allowed. That of creating is asked of the record as it was stored.</summary>
    public AccessRule RuleOf(AccessOperation operation)
    {
        if (_member.ChangesNothing && !OfOnlookers.Contains(operation))
        {
            return AccessRule.Never;
        }

        if (_everywhere.Contains(operation))
        {
            return AccessRule.Always;
        }

        var allowed = AccessRule.AllOf(GivenFor(operation), AccessRule.Except(TakenFor(operation)));
        return operation is AccessOperation.View or AccessOperation.Create or AccessOperation.Design ? allowed : AccessRule.AllOf(allowed, RuleOf(AccessOperation.View));
    }

    /// <summary>Whether nothing has to be given, since everything is open.</summary>
    internal bool GivesEverything => _everywhere.Count > 0;

    /// <summary>
    /// Whether there can be a record with which the operation is allowed. Screens offer what may be, the engine decides. What a task gives is offered with the
    /// task: everybody may be asked about some record one day.
    /// </summary>
    public bool May(AccessOperation operation) => !WithoutTasks.RuleOf(operation).IsNever;

    /// <summary>Whether there can be a record of which the field is seen, be it masked: whether a page has a place for it.</summary>
    public bool MaySee(FieldModel field) => MayRead(field) || !RuleOfMask(field).IsNever;

    /// <summary>Whether there can be a record of which more than a mask is seen: whether there is something to look for.</summary>
    public bool MayRead(FieldModel field) => !RuleOf(field, FieldAccess.Read).IsNever;

    /// <summary>Whether figures of all records may be shown.</summary>
    public bool SeesAll => RuleOf(AccessOperation.View).IsAlways;

    /// <summary>In which records at least so much of the field is given, of those that may be seen (or, where that is asked, created or edited) at all.</summary>
    public AccessRule RuleOf(FieldModel field, FieldAccess least)
    {
        ArgumentNullException.ThrowIfNull(field);
        return _fields.GetOrAdd((field.Whole ?? field, least, least < FieldAccess.Edit ? AccessOperation.View : AccessOperation.Edit), MakeRule);
    }

    /// <summary>In which records, of those that may be created, the field may be filled in.</summary>
    public AccessRule RuleOfFilling(FieldModel field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return _fields.GetOrAdd((field.Whole ?? field, FieldAccess.Edit, AccessOperation.Create), MakeRule);
    }

    /// <summary>In which records, of those that may be edited, the field may be changed: nobody overwrites what he has not seen.</summary>
    public AccessRule RuleOfChanging(FieldModel field) => AccessRule.AllOf(RuleOf(field, FieldAccess.Edit), RuleOf(field, FieldAccess.Read));

    /// <summary>Which records of a flow, though it has locked them, the member may change by the tasks that he has in it.</summary>
    /// <param name="field">What he changes of them; null for nothing in particular.</param>
    public AccessRule RuleOfTasks(string flow, FieldModel? field)
        => AccessRule.AnyOf(Tasks.SelectMany(task => task.Grants).Where(grant => grant.Asked!.Flow.Model.Key == flow && grant.Operations.Contains(AccessOperation.Edit))
            .Select(grant => AccessRule.AllOf(grant.RowsFor(AccessOperation.Edit), field is null ? AccessRule.Always : AccessRule.Except(FieldRules.Withheld(grant, field.Whole ?? field, FieldAccess.Edit)))));

    /// <summary>With which records what is asked about is allowed: the operation, and so much of the field as that takes.</summary>
    public AccessRule RuleOf(AccessQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var operation = RuleOf(question.Operation);
        return question.Field is not { } field ? operation : AccessRule.AllOf(operation, question.Operation switch
        {
            AccessOperation.View => RuleOf(field, FieldAccess.Read),
            AccessOperation.Create => RuleOfFilling(field),
            _ => RuleOfChanging(field),
        });
    }

    /// <summary>What were allowed if a grant said something else.</summary>
    internal FormAccess Replacing(GrantModel grant, GrantModel otherwise)
        => new(Form, _member, [.. _allowing.Concat(_denying).Select(own => ReferenceEquals(own, grant) ? otherwise : own)], _everywhere);

    internal IEnumerable<FieldModel> HiddenRollupsOf(FieldModel field)
        => FieldRules.RollupsBehind(field.Whole ?? field).Where(IsHidden).Select(rollup => rollup.Field);

    /// <summary>In which records the field's mask is given, and nothing else of it.</summary>
    public AccessRule RuleOfMask(FieldModel field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return _allowing.Concat(_denying).Any(grant => FieldRules.Masks(grant, field.Whole ?? field))
            ? AccessRule.AllOf(RuleOf(field, FieldAccess.Masked), AccessRule.Except(RuleOf(field, FieldAccess.Read)))
            : AccessRule.Never;
    }

    private FormAccess WithoutTasks
        => Tasks.Count == 0 || GivesEverything || _member.Actor.Task is not null ? this : field ??= new(Form, _member, [.. _allowing.Concat(_denying).Where(grant => grant.Asked is null)], _everywhere);

    private AccessRule GivenFor(AccessOperation operation)
        => AccessRule.AnyOf(_allowing.Where(grant => grant.Operations.Contains(operation)).Select(grant => grant.RowsFor(operation)));

    private AccessRule TakenFor(AccessOperation operation)
        => AccessRule.AnyOf(_denying.Where(grant => grant.Operations.Contains(operation)).Select(grant => grant.RowRule));

    private bool IsHidden(FieldRollup rollup) => !rollup.IsForEverybody && !RollupSources.AreSeen(rollup, _member);

    private AccessRule MakeRule((FieldModel Field, FieldAccess Least, AccessOperation Operation) asked)
    {
        var (field, least, operation) = asked;
        // First of all: where everything of this form may be seen, a rollup still tells of another one.
        if (FieldRules.RollupsBehind(field).Any(IsHidden))
        {
            return AccessRule.Never;
        }

        if (_everywhere.Contains(operation))
        {
            return AccessRule.Always;
        }

        var giving = _allowing.Where(grant => grant.Operations.Contains(operation)).Select(grant => (Rows: grant.RowsFor(operation), Withheld: FieldRules.Withheld(grant, field, least))).ToList();
        var taken = AccessRule.AnyOf(_denying.Select(grant => AccessRule.AllOf(grant.RowRule, FieldRules.Withheld(grant, field, least))));
        // Where no grant withholds anything, the field is seen wherever the record is.
        var given = giving.Count > 0 && giving.TrueForAll(grant => grant.Withheld.IsNever)
            ? AccessRule.Always
            : AccessRule.AnyOf(giving.Select(grant => AccessRule.AllOf(grant.Rows, AccessRule.Except(grant.Withheld))));
        return AccessRule.AllOf(given, AccessRule.Except(taken));
    }
}
