using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Apps;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Web.Administration.Roles;

/// <summary>The roles of all apps and who has them, for those who may say so, and for auditors; the engine decides who that is.</summary>
public sealed partial class RolesPage
{
    private MemberAccess? _access;
    private IReadOnlyList<RoleHolder> _holders = [];
    private IReadOnlyList<Diagnostic> _problems = [];
    private (string App, string Role, string Label)? _open;
    private string? _said;

    [Inject]
    public required RoleHolders Holders { get; set; }

    [Inject]
    public required IRoleAssignments Assignments { get; set; }

    [Inject]
    public required IAccess Access { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private IReadOnlyList<AppModel> Apps => [.. Workspace.Current.Apps.Where(app => _access!.MayAudit || _access.Administers(app.Key))];

    protected override async Task OnInitializedAsync()
    {
        var access = await Access.OfAsync(await CurrentActor.GetAsync());
        _holders = await Holders.ReadAsync();
        _access = access;
    }

    private IReadOnlyList<RoleHolder> HoldersOf(string app, string role) => [.. _holders.Where(holder => holder.Assignment.App == app && holder.Assignment.Role == role)];

    private void Open(string app, string role, string label) => (_open, _problems, _said) = ((app, role, label), [], null);

    private Task AssignedAsync()
    {
        _open = null;
        return ReadAgainAsync(Text["Assigned"]);
    }

    private async Task TakeBackAsync(RoleHolder holder)
    {
        _problems = await Assignments.TakeBackAsync(holder.Assignment.Id, await CurrentActor.GetAsync());
        await ReadAgainAsync(_problems.Count == 0 ? Text["TakenBack", holder.Name].Value : null);
    }

    private async Task ReadAgainAsync(string? said)
    {
        _holders = await Holders.ReadAsync();
        _said = said;
    }
}
