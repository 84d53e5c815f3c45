using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;

namespace LowCodeErp.Studio.FormDesigner.Edits;

/// <summary>Changes what a form says of itself, except its key and its fields: label, title, list, validations.</summary>
/// <param name="Member">Which property, so that typing on in it is one step.</param>
/// <param name="What">The property, for people.</param>
public sealed record ChangeForm(string Form, string Member, LocalizedText What, Func<FormDefinition, FormDefinition> Change) : IEdit
{
    public LocalizedText Name => EditWords.Of("修改", "change", What);

    public string Thread => $"{Form}.{Member}";

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeForm(Form, form => Change(form) with { Key = Form, Fields = form.Fields } is var changed && changed != form ? changed : form);
    }
}
