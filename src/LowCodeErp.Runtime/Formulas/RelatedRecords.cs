using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Formulas;

/// <summary>Records that refer to a record of another form, as a formula there names them.</summary>
/// <param name="Key">The referring form and its field: <c>order:customer</c>.</param>
/// <param name="Reference">The field through which they refer.</param>
public sealed record RelatedRecords(string Key, LocalizedText Label, FieldModel Reference)
{
    public FormModel Form => Reference.Form;

    /// <summary>
    /// Called by the label of their form where one field of it refers here, else by form and field: 订单.收货客户. Where something
    /// else is called so, or a field of this form like the other form, only the key is left.
    /// </summary>
    public static IReadOnlyList<RelatedRecords> Of(FormModel form, WorkspaceModel workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return Of(form, workspace.Forms);
    }

    internal static IReadOnlyList<RelatedRecords> Of(FormModel form, IEnumerable<FormModel> forms)
    {
        ArgumentNullException.ThrowIfNull(form);
        RelatedRecords[] all = [.. forms.SelectMany(other => Of(form, other))];
        var labels = all.CountBy(related => related.Label).ToDictionary();
        return [.. all.Select(related => labels[related.Label] > 1 || form.Fields.Any(field => field.Label == LabelOf(related.Form))
            ? related with { Label = new(related.Key) }
            : related)];
    }

    private static IEnumerable<RelatedRecords> Of(FormModel form, FormModel other)
    {
        FieldModel[] referring = [.. other.Fields.Where(field => field.Target == form && !field.IsList && field != other.ParentReference)];
        var label = LabelOf(other);
        return referring.Select(field => new RelatedRecords(
            $"{other.Key}:{field.Key}", referring.Length == 1 ? label : Join(label, field.Label), field));
    }

    /// <summary>Lines are called after their record too: 订单.明细.</summary>
    private static LocalizedText LabelOf(FormModel form) => form.Parent is { } table ? Join(table.Form.Label, table.Label) : form.Label;

    private static LocalizedText Join(LocalizedText first, LocalizedText second)
        => new($"{first.Chinese}.{second.Chinese}", $"{first.English ?? first.Chinese}.{second.English ?? second.Chinese}");
}
