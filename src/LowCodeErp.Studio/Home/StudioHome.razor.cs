using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Designs;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Studio.AppSettings;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.Shell;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Studio.Home;

/// <summary>The apps that the member may change: those of the workspace, and those that he has begun.</summary>
public sealed partial class StudioHome : IDisposable
{
    private readonly Leaving _leaving = new();
    private MemberAccess? _access;
    private IReadOnlyList<AppLine> _apps = [];
    private Panel? _open;

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required IDesignDraftStore Drafts { get; set; }

    [Inject]
    public required IAccess Access { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Inject]
    public required AppImport Importing { get; set; }

    [Inject]
    public required DesignDesk Desk { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    public void Dispose()
    {
        _leaving.Dispose();
    }

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        var access = await Access.OfAsync(await CurrentActor.GetAsync(), _leaving.Token);
        var drafts = access.Actor.MemberId is { } member ? await Drafts.ListAsync(member, _leaving.Token) : [];
        var published = Workspace.Current.Apps.Where(app => !access.ScopeOf(app.Key).IsNone).Select(app => new AppLine(app.Key, app.Label, app.Description, app.Icon ?? "apps", drafts.Contains(app.Key))).ToList();
        var begun = drafts.Except(published.Select(app => app.Key)).Where(access.Administers).Select(key => new AppLine(key, new(key), null, "apps", HasDraft: true));
        (_apps, _access) = ([.. published, .. begun], access);
    }

    private void CloseDialog() => _open = null;

    private async Task<ImportedApp> ReadAppAsync(Stream content)
    {
        var imported = Importing.Read(content, null, await Desk.ReadOthersAsync("", _access!, _leaving.Token));
        return imported.Document?.App is { } app && _apps.Any(known => known.Key == app.Key)
            ? imported with { Document = null, Diagnostics = [AppSettingsDiagnostics.Exists(app.Label, app.Key)] }
            : imported;
    }

    /// <summary>As a draft of the member, which is published like any other.</summary>
    private async Task KeepAsync(AppDocument document)
    {
        if (_access is { IsUnlimited: true, Actor.MemberId: { } member })
        {
            await Drafts.KeepAsync(member, document.App.Key, DesignDraftDefinition.Write(document));
            Navigation.NavigateTo(StudioAddress.Of(document.App.Key));
        }
    }

    /// <summary>What is open above the list.</summary>
    private enum Panel
    {
        New,
        Templates,
        Import,
    }

    private sealed record AppLine(string Key, LocalizedText Label, LocalizedText? Description, string Icon, bool HasDraft);
}
