using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;

namespace LowCodeErp.Studio.FormDesigner.Edits;

/// <summary>Changes what several fields of a form have in common, in one step.</summary>
/// <param name="Fields">Keys.</param>
/// <param name="Member">Which property, so that typing on in it is one step.</param>
public sealed record ChangeFields(string Form, IReadOnlyList<string> Fields, string Member, Func<FieldDefinition, FieldDefinition> Change) : IEdit
{
    public LocalizedText Name => new($"修改 {Fields.Count} 个字段", $"change {Fields.Count} fields");

    public string Thread => $"{Form}.{string.Join('+', Fields)}.{Member}";

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeForm(Form, form => FieldLists.Change(
            form, null, fields => [.. fields.Select(field => Fields.Contains(field.Key) ? Change(field) with { Key = field.Key } : field)]));
    }
}
