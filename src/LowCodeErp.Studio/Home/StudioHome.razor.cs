using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Designs;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Studio.Home;

/// <summary>The apps that can be changed: those of the workspace, and those that the member has begun.</summary>
public sealed partial class StudioHome : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private Actor? _actor;
    private IReadOnlyList<AppLine> _apps = [];
    private bool _isNaming;

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required IDesignDraftStore Drafts { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        var actor = await CurrentActor.GetAsync();
        var drafts = actor.MemberId is { } member ? await Drafts.ListAsync(member, _leaving.Token) : [];
        var published = Workspace.Current.Apps.Select(app => new AppLine(app.Key, app.Label, app.Description, app.Icon ?? "apps", drafts.Contains(app.Key))).ToList();
        var begun = drafts.Except(published.Select(app => app.Key)).Select(key => new AppLine(key, new(key), null, "apps", HasDraft: true));
        (_apps, _actor) = ([.. published, .. begun], actor);
    }

    private sealed record AppLine(string Key, LocalizedText Label, LocalizedText? Description, string Icon, bool HasDraft);
}
