using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;

namespace LowCodeErp.Studio.FormDesigner.Clips;

/// <summary>How formulas of a form name its fields.</summary>
internal static class FormNames
{
    /// <summary>The field with its own formulas and those of its columns naming the form's fields by key, so that they mean the same elsewhere.</summary>
    public static FieldDefinition ToKeys(FieldDefinition field, FormDefinition form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return ChangePaths(field, (path, _) => WithFirst(path, name => Find(form, name)?.Key));
    }

    /// <summary>The fields of the form that the given ones name, and that are not among them.</summary>
    public static IEnumerable<MentionedField> Outside(FormDefinition form, IReadOnlyList<FieldDefinition> fields)
    {
        ArgumentNullException.ThrowIfNull(form);
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            ChangePaths(field, (path, isColumn) =>
            {
                var names = path.Split('.');
                named.Add(isColumn && names[0] == form.Key && names.Length > 1 ? names[1] : names[0]);
                return path;
            });
        }

        return form.Fields.Where(field => named.Contains(field.Key) && fields.All(own => own.Key != field.Key))
            .Select(field => new MentionedField { Key = field.Key, Label = field.Label });
    }

    /// <param name="change">Of each path, and whether it stands in a column, which names the fields of the record as <c>form.field</c>.</param>
    public static FieldDefinition ChangePaths(FieldDefinition field, Func<string, bool, string> change)
    {
        ArgumentNullException.ThrowIfNull(field);
        var changed = FieldTexts.Change(field, (formula, _) => FormulaNames.Replace(formula, path => change(path, false)));
        var form = new FormDefinition { Key = "", Label = field.Label, Title = "", Fields = [changed] };
        return FieldLists.Change(form, field.Key, columns =>
            [.. columns.Select(column => FieldTexts.Change(column, (formula, _) => FormulaNames.Replace(formula, path => change(path, true))))]).Fields[0];
    }

    /// <summary>The path with another name at its beginning; itself where there is none.</summary>
    public static string WithFirst(string path, Func<string, string?> rename)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(rename);
        // A label may itself have dots, so the longest beginning that is a name counts.
        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
        {
            if (rename(path[..end].Trim()) is { } name)
            {
                return name + path[end..];
            }
        }

        return path;
    }

    /// <summary>By key, or by a label that no other field has.</summary>
    private static FieldDefinition? Find(FormDefinition form, string name)
        => form.Fields.FirstOrDefault(field => field.Key == name)
            ?? (form.Fields.Where(field => field.Label.Chinese == name || field.Label.English == name).ToList() is [var only] ? only : null);
}
