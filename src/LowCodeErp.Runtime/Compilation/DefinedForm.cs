using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>A form, or the lines of a sub-table, as written.</summary>
/// <param name="Owner">Key of the form that lines belong to; null for a form.</param>
internal sealed record DefinedForm(string Key, IReadOnlyList<FieldDefinition> Fields, string? Owner)
{
    public required LocalizedText Label { get; init; }

    public FieldDefinition? Find(string key) => Fields.FirstOrDefault(field => field.Key == key);
}
