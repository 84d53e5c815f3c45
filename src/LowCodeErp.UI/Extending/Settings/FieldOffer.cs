using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.UI.Extending.Settings;

/// <summary>A field as settings may name it, taken from a draft, in which it may be wrong.</summary>
/// <param name="TypeName">What people call its type.</param>
/// <param name="Kind">Null when nobody knows its type.</param>
/// <param name="Target">Key of the form that it refers to; null for any other field.</param>
public sealed record FieldOffer(string Key, LocalizedText Label, LocalizedText TypeName, ValueKind? Kind, string? Target)
{
    public static FieldOffer Of(FieldDefinition field, ExtensionCatalog<IFieldType> types)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(types);
        return types.Find(field.Type) is { } type
            ? new(field.Key, field.Label, ExtensionName.Of(type), type.ValueKind, TargetOf(type, field))
            : new(field.Key, field.Label, ComputedFields.Find(field.Type) is { } computed ? ExtensionName.Of(computed) : new(field.Type), null, null);
    }

    private static string? TargetOf(IFieldType type, FieldDefinition field)
    {
        var diagnostics = new Core.Diagnostics.DiagnosticBag();
        var settings = Metadata.Json.DefinitionReader.Read(type.SettingsType, field.Settings ?? default, "", diagnostics);
        return settings is null ? null : TargetOf(type.GetShape(settings));
    }

    private static string? TargetOf(FieldShape shape) => shape switch
    {
        FieldShape.Reference reference => reference.Form,
        FieldShape.List list => TargetOf(list.Item),
        _ => null,
    };
}
