using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;

namespace LowCodeErp.Studio.FormDesigner.Edits;

/// <summary>Changes what a form says of one of its fields, except its key.</summary>
/// <param name="Member">Which property of the field, so that typing on in it is one step: <c>label</c>, <c>settings.decimals</c>.</param>
/// <param name="What">The property, for people.</param>
public sealed record ChangeField(string Form, string Field, string Member, LocalizedText What, Func<FieldDefinition, FieldDefinition> Change) : IEdit
{
    public LocalizedText Name => EditWords.Of("修改", "change", What);

    public string Thread => $"{Form}.{Field}.{Member}";

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeForm(Form, form =>
        {
            var changed = form.Fields.Select(field => field.Key == Field ? Change(field) with { Key = Field } : field).ToList();
            return changed.SequenceEqual(form.Fields) ? form : form with { Fields = changed };
        });
    }
}
