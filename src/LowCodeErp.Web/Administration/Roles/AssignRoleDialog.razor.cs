using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Web.Administration.Roles;

/// <summary>Gives a role to a member or a department, for good or for some days.</summary>
public sealed partial class AssignRoleDialog
{
    private const int Suggestions = 20;

    private IReadOnlyList<Diagnostic> _problems = [];
    private DepartmentTree _tree = DepartmentTree.Empty;
    private RecordReference? _member;
    private long _department;
    private bool _toDepartment;
    private DateOnly? _first;
    private DateOnly? _last;

    [Inject]
    public required IRoleAssignments Assignments { get; set; }

    [Inject]
    public required IRecordQueries Queries { get; set; }

    [Inject]
    public required IDepartments Departments { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    /// <summary>Key of the app; blank for a role of no app.</summary>
    [Parameter, EditorRequired]
    public string App { get; set; } = "";

    [Parameter, EditorRequired]
    public string Role { get; set; } = "";

    /// <summary>What the role is called.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnAssigned { get; set; }

    private bool IsChosen => _toDepartment ? _department != 0 : _member is not null;

    protected override async Task OnInitializedAsync() => _tree = await Departments.ReadAsync();

    private async Task<IReadOnlyList<RecordReference>> SuggestAsync(string? text, CancellationToken cancellationToken)
        => await Queries.SuggestMembersAsync(text, Suggestions, await CurrentActor.GetAsync(), cancellationToken);

    private async Task AssignAsync()
    {
        var holder = new RoleAssignment { App = App, Role = Role, MemberId = _toDepartment ? null : _member!.Id, DepartmentId = _toDepartment ? _department : null };
        _problems = await Assignments.AssignAsync(RolePeriod.Set(holder, _first, _last, Workspace.TimeZone), await CurrentActor.GetAsync());
        if (_problems.Count == 0)
        {
            await OnAssigned.InvokeAsync();
        }
    }
}
