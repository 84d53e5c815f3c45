using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Web.Administration.Organisations;

/// <summary>Adds a department, or renames and moves one. The engine decides who may.</summary>
public sealed partial class DepartmentDialog
{
    private IReadOnlyList<Diagnostic> _problems = [];
    private string _name = "";
    private string _code = "";
    private long _parent;

    [Inject]
    public required IOrganisation Source { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Parameter, EditorRequired]
    public Organisation Organisation { get; set; } = Organisation.Empty;

    /// <summary>Null for a new one.</summary>
    [Parameter]
    public Department? Department { get; set; }

    /// <summary>Null for the top.</summary>
    [Parameter]
    public long? Parent { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnSaved { get; set; }

    /// <summary>Not the department itself, nor what is below it.</summary>
    private IEnumerable<(Department Department, int Depth)> Parents
    {
        get
        {
            var tree = Organisation.Departments;
            var own = Department is null ? [] : tree.Within(Department).Select(within => within.Id).ToHashSet();
            return tree.InOrder.Where(department => department.IsActive && !own.Contains(department.Id)).Select(department => (department, tree.LineOf(department).Count - 1));
        }
    }

    protected override void OnInitialized() => (_name, _code, _parent) = (Department?.Name ?? "", Department?.Code ?? "", Parent ?? 0);

    private async Task SaveAsync()
    {
        _problems = await Source.ChangeAsync((current, found) => current.With(Change(current.Departments, found), found), await CurrentActor.GetAsync());
        if (_problems.Count == 0)
        {
            await OnSaved.InvokeAsync();
        }
    }

    private DepartmentTree? Change(DepartmentTree tree, DiagnosticBag found)
    {
        var (name, code, parent) = (_name.Trim(), _code.Trim() is { Length: > 0 } given ? given : null, tree.Find(_parent));
        if (Department is null)
        {
            return tree.Add(name, parent, code, found);
        }

        var moved = Department.ParentId == parent?.Id ? tree : tree.Move(tree.Find(Department.Id)!, parent, found);
        return moved?.Rename(moved.Find(Department.Id)!, name, code, found);
    }
}
