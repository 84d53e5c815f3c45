using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
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

    private static readonly string[] FormulaMembers = ["formula", "defaultFormula", "visibleWhen", "requiredWhen", "readOnlyWhen"];

    private string Path => $"fields[{Form.Fields.Index().First(entry => entry.Item.Key == Field.Key).Index}]";

    private string SettingsPath => Path + ".settings";

    private FormulaPlaces Places => new(Session, Form.Key);

    private SettingsContext Context => DesignedForms.ContextOf(Session, Form, Types);

    private bool HasLogic => (Field.Formula ?? Field.DefaultFormula ?? Field.VisibleWhen ?? Field.RequiredWhen ?? Field.ReadOnlyWhen) is not null;

    /// <summary>What is wrong with one of the formulas: <c>fields[2].formula@0+3</c>.</summary>
    private IReadOnlyList<Diagnostic> Of(string member)
        => [.. Problems.Where(problem => problem.Field == Field.Key && IsAt(problem.Diagnostic.Path, member)).Select(problem => problem.Diagnostic)];

    private bool IsShownBelow(string path) => path.StartsWith(SettingsPath, StringComparison.Ordinal) || Array.Exists(FormulaMembers, member => IsAt(path, member));

    private bool IsAt(string path, string member) => path == $"{Path}.{member}" || path.StartsWith($"{Path}.{member}@", StringComparison.Ordinal);

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
