using LowCodeErp.Data.Accounts;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace LowCodeErp.Web.Identity.Sessions;

/// <summary>Where a member is signed in, each to be ended: on his own page, and on that of administrators, who alone may ask for another's.</summary>
public sealed partial class SessionList
{
    private IReadOnlyList<MemberSession>? _sessions;
    private long? _own;
    private string? _said;

    [Inject]
    public required MemberSessions Sessions { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required ICurrentActor Viewer { get; set; }

    [Parameter, EditorRequired]
    public long MemberId { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var user = (await Authentication).User;
        var actor = await Viewer.GetAsync();
        if (actor.MemberId != MemberId && !actor.IsAdministrator)
        {
            _sessions = [];
            return;
        }

        _own = SessionClaim.Find(user);
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        _sessions = await Sessions.ListAsync(MemberId);
        _own = _sessions.Any(session => session.Id == _own) ? _own : null;
    }

    private async Task EndAsync(long session)
    {
        await Sessions.EndAsync(MemberId, session);
        await ReadAsync();
        _said = Text["Ended"];
    }

    private async Task EndAllAsync()
    {
        await Sessions.EndAllAsync(MemberId, _own);
        await ReadAsync();
        _said = Text["Ended"];
    }
}
