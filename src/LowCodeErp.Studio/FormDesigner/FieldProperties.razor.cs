using System.Text.Json;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner.Edits;
using LowCodeErp.UI.Extending.Settings;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Studio.FormDesigner;

/// <summary>What a form says of one of its fields.</summary>
public sealed partial class FieldProperties
{
    [Inject]
    public required ExtensionCatalog<IFieldType> Types { get; set; }

    [Parameter, EditorRequired]
    public DesignSession Session { get; set; } = null!;

    [Parameter, EditorRequired]
    public FormDefinition Form { get; set; } = null!;

    [Parameter, EditorRequired]
    public FieldDefinition Field { get; set; } = null!;

    [Parameter, EditorRequired]
    public IReadOnlyList<DesignProblem> Problems { get; set; } = [];

    private string SettingsPath => $"fields[{Form.Fields.Index().First(entry => entry.Item.Key == Field.Key).Index}].settings";

    private SettingsContext Context => DesignedForms.ContextOf(Session, Form, Types);

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

    private void ChangeSettings(JsonElement? settings) => Change("settings", field => field with { Settings = settings });

    private void Change(string member, Func<FieldDefinition, FieldDefinition> change)
    {
        Session.History.EndThread();
        Session.Do(new ChangeField(Form.Key, Field.Key, member, Field.Label, change));
    }
}
