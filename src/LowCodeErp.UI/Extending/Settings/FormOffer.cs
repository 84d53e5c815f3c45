using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.UI.Extending.Settings;

/// <summary>A form as settings may name it, with its fields.</summary>
public sealed record FormOffer(string Key, LocalizedText Label, IReadOnlyList<FieldOffer> Fields)
{
    public static FormOffer Of(FormDefinition form, ExtensionCatalog<IFieldType> types)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new(form.Key, form.Label, [.. form.Fields.Select(field => FieldOffer.Of(field, types))]);
    }
}
