using System.Collections.Immutable;
using LowCodeErp.Specifications.Apps;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Publishing.Randomly;

/// <summary>The form <c>item</c> as it is published; its title stays what it is.</summary>
internal sealed record ItemDesign(ImmutableSortedDictionary<string, FieldDesign> Fields)
{
    private static readonly object _choices = new
    {
        options = SampleValues.Labels.Select(option => new { key = option.Key, label = new Dictionary<string, string> { ["zh-CN"] = option.Value } }),
    };

    public ItemDesign With(string key, FieldDesign field) => new(Fields.SetItem(key, field));

    public FormBuilder ToForm() => Fields.Aggregate(Form("item").Field("name", "text"), (form, field) =>
    {
        form.Field(field.Key, field.Value.Type, field.Value.Type == "choice" ? _choices : null, field.Value.IsUnique).Labelled(field.Value.Label);
        return field.Value.IsRequired ? form.Required() : form;
    });
}
