using System.Reflection;
using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Metadata.Settings;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.Studio.Diagram;

/// <summary>Which forms refer to which, as their definitions say, whether they compile or not.</summary>
public sealed class FormReferences(ExtensionCatalog<IFieldType> types)
{
    public IReadOnlyList<FormReference> Of(FormDefinition form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return [.. form.Fields.SelectMany(field => Of(form.Key, field.Key, field))];
    }

    /// <param name="shown">The field that stands on the form's page: for a field of a line, its sub-table.</param>
    private IEnumerable<FormReference> Of(string form, string shown, FieldDefinition field)
    {
        if (types.Find(field.Type) is not { } type || DefinitionReader.Read(type.SettingsType, field.Settings ?? default(JsonElement), "", new DiagnosticBag()) is not { } settings)
        {
            return [];
        }

        var members = type.SettingsType.GetProperties();
        // A button names a form too, and refers to none of its records.
        var targets = type.GetShape(settings) is FieldShape.Action ? [] : members.Where(member => member.IsDefined(typeof(FormKeyAttribute))).Select(member => member.GetValue(settings)).OfType<string>().Where(key => key.Length > 0);
        var lines = members.Select(member => member.GetValue(settings)).OfType<IReadOnlyList<FieldDefinition>>().SelectMany(fields => fields);
        return [.. targets.Select(target => new FormReference(form, target, shown, field.Label)), .. lines.SelectMany(line => Of(form, shown, line))];
    }
}
