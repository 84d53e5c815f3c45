using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.Shell;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Studio.Uses;

/// <summary>Where a form and each of its fields are used, in this app and the others, with the way to each place.</summary>
public sealed partial class UsesPanel
{
    private string _search = "";

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Parameter, EditorRequired]
    public DesignSession Session { get; set; } = null!;

    [Parameter, EditorRequired]
    public FormDefinition Form { get; set; } = null!;

    private void Choose(string form) => Navigation.NavigateTo(StudioAddress.Of(Session.Document.App.Key, form, StudioView.Uses));

    /// <summary>Those of its lines stand behind its own.</summary>
    private IEnumerable<FieldModel> Fields(FormModel form)
        => form.Fields.Where(field => field is { Whole: null, IsInternal: false })
            .Concat(form.SubTables.SelectMany(lines => lines.Lines!.Fields.Where(field => field is { Whole: null, IsInternal: false } && field != lines.Lines.ParentReference)))
            .Where(field => Name(field).Contains(_search.Trim(), StringComparison.CurrentCultureIgnoreCase));

    private static string Name(FieldModel field) => field.Form.Parent is { } lines ? $"{lines.Label} · {field.Label}" : field.Label.ToString();
}
