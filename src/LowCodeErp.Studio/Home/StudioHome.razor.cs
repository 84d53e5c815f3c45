using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Designs;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Studio.AppSettings;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.Shell;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Studio.Home;

/// <summary>The apps that can be changed: those of the workspace, and those that the member has begun.</summary>
public sealed partial class StudioHome : IDisposable
{
    private readonly Leaving _leaving = new();
    private Actor? _actor;
    private IReadOnlyList<AppLine> _apps = [];
    private Panel? _open;

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required IDesignDraftStore Drafts { get; set; }

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
        var actor = await CurrentActor.GetAsync();
        var drafts = actor.MemberId is { } member ? await Drafts.ListAsync(member, _leaving.Token) : [];
        var published = Workspace.Current.Apps.Select(app => new AppLine(app.Key, app.Label, app.Description, app.Icon ?? "apps", drafts.Contains(app.Key))).ToList();
        var begun = drafts.Except(published.Select(app => app.Key)).Select(key => new AppLine(key, new(key), null, "apps", HasDraft: true));
        (_apps, _actor) = ([.. published, .. begun], actor);
    }

    private void CloseDialog() => _open = null;

    private async Task<ImportedApp> ReadAppAsync(Stream content)
    {
        var imported = Importing.Read(content, null, await Desk.ReadOthersAsync("", _leaving.Token));
        return imported.Document?.App is { } app && _apps.Any(known => known.Key == app.Key)
            ? imported with { Document = null, Diagnostics = [AppSettingsDiagnostics.Exists(app.Label, app.Key)] }
            : imported;
    }

    /// <summary>As a draft of the member, which is published like any other.</summary>
    private async Task KeepAsync(AppDocument document)
    {
        if (_actor is { IsAdministrator: true, MemberId: { } member })
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
