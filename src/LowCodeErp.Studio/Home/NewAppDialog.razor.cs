using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Designs;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.Shell;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Studio.Home;

/// <summary>Begins a new app: a draft with its name and nothing else.</summary>
public sealed partial class NewAppDialog
{
    private string _label = "";
    private string? _key;
    private string? _error;

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required IDesignDraftStore Drafts { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    private IReadOnlySet<string> Taken => Workspace.Current.Apps.Select(app => app.Key).ToHashSet(StringComparer.Ordinal);

    private string KeyOrProposed => _key ?? (_label.Trim().Length == 0 ? "" : KeyProposal.Propose(_label.Trim(), Taken, "app"));

    private async Task CreateAsync()
    {
        var (label, key, actor) = (_label.Trim(), KeyOrProposed, await CurrentActor.GetAsync());
        var taken = Taken.Contains(key) || (actor.MemberId is { } owner && (await Drafts.ListAsync(owner)).Contains(key));
        var wrong = label.Length == 0 ? "LabelMissing" : !Key.IsValid(key) ? "KeyInvalid" : taken ? "KeyTaken" : null;
        _error = wrong is null ? null : Text[wrong].Value;
        if (wrong is null && actor is { IsAdministrator: true, MemberId: { } member })
        {
            var document = new AppDocument(new() { Key = key, Label = new(label) }, [], []);
            await Drafts.KeepAsync(member, key, DesignDraftDefinition.Write(document));
            Navigation.NavigateTo(StudioAddress.Of(key));
        }
    }
}
