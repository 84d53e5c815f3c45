using System.Text.Json;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner.Edits;
using LowCodeErp.UI.Extending.Settings;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Studio.FormDesigner.Several;

/// <summary>What several chosen fields have in common, changed in all of them at once.</summary>
public sealed partial class SeveralProperties
{
    [Inject]
    public required ExtensionCatalog<IFieldType> Types { get; set; }

    [Parameter, EditorRequired]
    public DesignSession Session { get; set; } = null!;

    [Parameter, EditorRequired]
    public FormDefinition Form { get; set; } = null!;

    /// <summary>Two or more.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<FieldDefinition> Fields { get; set; } = [];

    /// <summary>Null where they are of different types.</summary>
    private IFieldType? Type => Fields.Select(chosen => chosen.Type).Distinct().ToList() is [var only] ? Types.Find(only) : null;

    private string DifferentSettings(IFieldType type)
    {
        var different = CommonSettings.Different(Fields);
        return string.Join(Text["And"], SettingsModel.Of(type).Members.Where(member => different.Contains(member.Name)).Select(member => member.Label));
    }

    /// <summary>What all have; null where they differ.</summary>
    private bool? Common(Func<FieldDefinition, bool> read) => Fields.Select(read).Distinct().ToList() is [var only] ? only : null;

    private string? Common(Func<FieldDefinition, string?> read) => Fields.Select(read).Distinct().ToList() is [var only] ? only : null;

    private string? Placeholder(Func<FieldDefinition, string?> read) => Fields.Select(read).Distinct().Skip(1).Any() ? Text["Differ"].Value : null;

    private static string? OrNull(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    private void ChangeSettings(IFieldType type, JsonElement? settings)
    {
        var before = CommonSettings.Of(type.SettingsType, Fields);
        Change("settings", field => field with { Settings = CommonSettings.Take(type.SettingsType, field.Settings, before, settings) });
    }

    private void Change(string member, Func<FieldDefinition, FieldDefinition> change)
    {
        Session.History.EndThread();
        Session.Do(new ChangeFields(Form.Key, [.. Fields.Select(field => field.Key)], member, change));
    }
}
