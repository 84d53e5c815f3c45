using LowCodeErp.Metadata.Forms;

namespace LowCodeErp.Studio.FormDesigner.Edits;

/// <summary>Takes fields out of a form with all that the form itself says about them. What others say of them is theirs to change.</summary>
internal static class FieldRemoval
{
    /// <param name="form">Its layout mentions the fields no more.</param>
    /// <param name="keys">Not all of its fields.</param>
    public static FormDefinition From(FormDefinition form, IReadOnlySet<string> keys)
    {
        if (keys.Count == 0)
        {
            return form;
        }

        var left = form.Fields.Where(field => !keys.Contains(field.Key)).ToList();
        return form with
        {
            Fields = left,
            Title = keys.Contains(form.Title) ? TitleOf(left) : form.Title,
            Code = form.Code is { } code && keys.Contains(code) ? null : form.Code,
            Owner = form.Owner is { } owner && keys.Contains(owner) ? null : form.Owner,
            Unique = [.. form.Unique.Where(unique => !unique.Fields.Any(keys.Contains))],
            List = form.List is { } list ? From(list, keys) : null,
        };
    }

    /// <summary>A text where there is one, since a form has to have a title.</summary>
    private static string TitleOf(List<FieldDefinition> fields) => (fields.Find(field => field.Type == FormDefinition.UsualTitle) ?? fields[0]).Key;

    private static ListDefinition From(ListDefinition list, IReadOnlySet<string> keys) => list with
    {
        Columns = [.. list.Columns.Where(column => !keys.Contains(column))],
        SortBy = list.SortBy is { } sort && keys.Contains(sort) ? null : list.SortBy,
        Descending = list.Descending && !(list.SortBy is { } order && keys.Contains(order)),
    };
}
