using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.Editing.Edits;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Studio.Shell;

/// <summary>The forms and roles of the app that is being designed; of one of which only single forms are, those.</summary>
public sealed partial class AppTree
{
    private static readonly (StudioView View, string Icon)[] _views = [(StudioView.Uses, "manage_search"), (StudioView.Diagram, "account_tree"), (StudioView.App, "settings")];

    private bool _isMakingFromSheet;
    private bool _isDiscarding;

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Parameter, EditorRequired]
    public DesignSession Session { get; set; } = null!;

    /// <summary>Key of the form that is open.</summary>
    [Parameter]
    public string? Form { get; set; }

    /// <summary>Key of the role that is open.</summary>
    [Parameter]
    public string? Role { get; set; }

    /// <summary>What is shown of the app.</summary>
    [Parameter]
    public StudioView View { get; set; }

    /// <summary>The draft is to be given up; where all of the app is designed, its settings offer that.</summary>
    [Parameter]
    public EventCallback OnDiscard { get; set; }

    /// <summary>A form that can be published as it is: with a name for its records, and nothing else yet.</summary>
    private void AddForm()
    {
        var taken = Workspace.Current.Forms.Select(form => form.Key).Concat(Session.Document.Forms.Select(form => form.Key)).ToHashSet(StringComparer.Ordinal);
        var label = Name(Session.Document.Forms.Select(form => form.Label.ToString()).ToHashSet(StringComparer.Ordinal));
        var key = KeyProposal.Propose(label, taken, "form");
        Session.Do(new AddForm(new()
        {
            Key = key, Label = new(label), Title = "name",
            Fields = [new() { Key = "name", Type = FormDefinition.UsualTitle, Label = new(Text["Name"]), Required = true }],
        }));
        Open(key);
    }

    private void Open(string form)
    {
        _isMakingFromSheet = false;
        Navigation.NavigateTo(StudioAddress.Of(Session.Document.App.Key, form));
    }

    private string Name(HashSet<string> taken)
        => Enumerable.Range(1, int.MaxValue - 1).Select(number => number == 1 ? Text["Unnamed"].Value : Text["UnnamedNumber", number].Value).First(name => !taken.Contains(name));
}
