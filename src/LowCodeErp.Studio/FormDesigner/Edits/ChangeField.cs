using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;

namespace LowCodeErp.Studio.FormDesigner.Edits;

/// <summary>Changes what a form says of one of its fields, except its key.</summary>
/// <param name="Member">Which property of the field, so that typing on in it is one step: <c>label</c>, <c>settings.decimals</c>.</param>
/// <param name="What">The property, for people.</param>
public sealed record ChangeField(string Form, string Field, string Member, LocalizedText What, Func<FieldDefinition, FieldDefinition> Change) : IEdit
{
    /// <summary>Key of the sub-table of which the field is a column; null for a field of the form.</summary>
    public string? Table { get; init; }

    public LocalizedText Name => EditWords.Of("修改", "change", What);

    public string Thread => $"{Form}.{Table}.{Field}.{Member}";

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeForm(Form, form => FieldLists.Change(
            form, Table, fields => [.. fields.Select(field => field.Key == Field ? Change(field) with { Key = Field } : field)]));
    }
}
