using System.Collections.Concurrent;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access.Designing;
using LowCodeErp.Runtime.Access.Explaining;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Access;

/// <summary>All that one member may do, at one moment.</summary>
public sealed class MemberAccess
{
    private readonly ConcurrentDictionary<FormModel, FormAccess> _forms = new();
    private readonly WorkspaceModel _workspace;
    private readonly IReadOnlySet<string> _administered;
    private readonly bool _isAuditor;

    /// <param name="roles">Those in force.</param>
    /// <param name="administered">Keys of the apps that he administers.</param>
    /// <param name="isAuditor">Of the workspace, who changes nothing, whatever else he is.</param>
    /// <param name="colleagues">Members of his departments and of those below, himself included.</param>
    /// <param name="evaluation">The moment, and what formulas know of the member.</param>
    public MemberAccess(
        Actor actor, WorkspaceModel workspace, IReadOnlyList<HeldRole> roles, IReadOnlySet<string> administered, bool isAuditor, IReadOnlyList<long> colleagues,
        EvaluationContext evaluation)
    {
        (Actor, _workspace, Roles, _administered, _isAuditor, Colleagues, Evaluation) = (actor, workspace, roles, administered, isAuditor, colleagues, evaluation);
    }

    public Actor Actor { get; }

    public EvaluationContext Evaluation { get; }

    public IReadOnlyList<HeldRole> Roles { get; }

    /// <summary>Those that he had or will have: they give nothing now.</summary>
    public IReadOnlyList<HeldRole> RolesAtOtherTimes { get; init; } = [];

    public IReadOnlyList<long> Colleagues { get; }

    /// <summary>The flows whose tasks may be his.</summary>
    public IReadOnlyList<RunningFlow> Flows { get; init; } = [];

    /// <summary>The to-do lists that he sees, by <see cref="Runtime.Flows.State.FlowTask.Asked"/>.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>Who may do everything: the system itself, and administrators of the workspace; not while they act by the rights of a task.</summary>
    public bool IsUnlimited => Actor is { IsAdministrator: true, Task: null };

    /// <summary>Whether the member is only seen by somebody else: then nothing may be changed, whatever the member may.</summary>
    public bool IsOnlyViewed => Actor.SeenBy is not null;

    /// <summary>May read the audit log and what administrators keep, and change nothing of it for that.</summary>
    public bool MayAudit => IsUnlimited || (_isAuditor && !IsOnlyViewed);

    /// <summary>Auditors of the workspace, whatever else they are; and whoever only looks on.</summary>
    public bool ChangesNothing => IsOnlyViewed || (!IsUnlimited && _isAuditor);

    public bool AdministersAny => IsUnlimited || (!ChangesNothing && _administered.Count > 0);

    /// <summary>May design some app or form, if not begin one.</summary>
    public bool DesignsAny => AdministersAny
        || Roles.SelectMany(held => held.Role.Grants).Any(grant => grant.Operations.Contains(AccessOperation.Design) && Of(grant.Form).May(AccessOperation.Design));

    /// <summary>May change all of the app's design, its roles too, and do everything with its records.</summary>
    public bool Administers(string app) => !IsOnlyViewed && IsAdministratorOf(app);

    /// <summary>What of an app the member may design.</summary>
    public DesignScope ScopeOf(string app)
    {
        if (Administers(app))
        {
            return DesignScope.Whole;
        }

        var designed = Forms.Where(form => form.App == app && Of(form).May(AccessOperation.Design)).ToList();
        var targets = designed.Concat(designed.SelectMany(form => form.SubTables).Select(lines => lines.Lines!)).SelectMany(form => form.Fields).Select(field => field.Target).OfType<FormModel>();
        var known = designed.Count == 0 ? [] : Forms.Where(form => Of(form).May(AccessOperation.View)).Concat(targets);
        return DesignScope.OfForms(designed.Select(form => form.Key), known.Select(form => form.Key));
    }

    /// <summary>What opens the form to the member, whatever roles say.</summary>
    public IEnumerable<AccessStanding> StandingsOf(FormModel form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var standings = (IsUnlimited, IsAdministratorOf(form.App)) switch
        {
            (true, _) => [AccessStanding.Administrator],
            (_, true) => [AccessStanding.AppAdministrator],
            _ when !_workspace.HasRoles(form.App) => new[] { AccessStanding.OpenApp },
            _ => [],
        };
        return _isAuditor ? standings.Append(AccessStanding.Auditor) : standings;
    }

    /// <summary>Lines are the affair of the form that they belong to.</summary>
    public FormAccess Of(FormModel form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return _forms.GetOrAdd(form.Parent?.Form ?? form, Make);
    }

    /// <summary>Whether there can be a record, or line, of which more than a mask of the field is seen.</summary>
    public bool MayRead(FieldModel field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Of(field.Form).MayRead(field);
    }

    private IEnumerable<FormModel> Forms => _workspace.Forms.Where(form => form.Parent is null);

    private bool IsAdministratorOf(string app) => Actor.IsAdministrator || (!_isAuditor && _administered.Contains(app));

    private FormAccess Make(FormModel form)
    {
        RoleModel[] tasks = [.. Flows.Where(flow => flow.Form.Key == form.Key).SelectMany(flow => flow.Tasks)];
        var grants = tasks.SelectMany(task => task.Grants);
        if (Actor.Task is { } task && task.Form == form.Key)
        {
            return new(form, this, [.. grants]) { Tasks = tasks };
        }

        if (_isAuditor)
        {
            return FormAccess.OfAuditor(form, this);
        }

        if (IsAdministratorOf(form.App))
        {
            return FormAccess.OfAdministrator(form, this, tasks);
        }

        return _workspace.HasRoles(form.App)
            ? new FormAccess(form, this, [.. Roles.SelectMany(held => held.Role.Grants).Where(grant => grant.Form.Key == form.Key), .. grants]) { Tasks = tasks }
            : FormAccess.OfOpenForm(form, this, tasks);
    }
}
