using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner.Edits;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Studio.FormDesigner;

/// <summary>What a form says of one of its fields.</summary>
public sealed partial class FieldProperties
{
    [Parameter, EditorRequired]
    public DesignSession Session { get; set; } = null!;

    [Parameter, EditorRequired]
    public FormDefinition Form { get; set; } = null!;

    [Parameter, EditorRequired]
    public FieldDefinition Field { get; set; } = null!;

    [Parameter, EditorRequired]
    public IReadOnlyList<DesignProblem> Problems { get; set; } = [];

    private bool HasLogic => (Field.Formula ?? Field.DefaultFormula ?? Field.VisibleWhen ?? Field.RequiredWhen ?? Field.ReadOnlyWhen) is not null;

    private static string? OrNull(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    /// <summary>A field has a name; a box that was emptied shows the old one again.</summary>
    private void Rename(string text)
    {
        if (OrNull(text) is { } label)
        {
            Session.History.EndThread();
            Session.RenameField(Form.Key, Field.Key, Field.Label with { Chinese = label });
        }
    }

    private void Change(string member, Func<FieldDefinition, FieldDefinition> change)
    {
        Session.History.EndThread();
        Session.Do(new ChangeField(Form.Key, Field.Key, member, Field.Label, change));
    }
}
