using LowCodeErp.Formula.Binding;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Workspaces;
using FieldPath = LowCodeErp.Formula.Binding.FieldPath;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>The fields of forms that the paths of formulas mean.</summary>
internal static class FormFields
{
    public static IReadOnlyList<FieldModel> Resolve(FieldPath path, FormModel form) => Resolve(path.Steps, form);

    /// <summary>The references whose records are needed. For rows that belong to a record its id is enough, which stands in the reference.</summary>
    public static IReadOnlyList<FieldModel> ToJoin(FieldPath path, FormModel form)
        => Resolve(path.Steps.SkipLast(path.Last.Kind == ValueKind.Table ? 2 : 1), form);

    /// <summary>
    /// The references on the way to rows, ending with the one whose value is the id of the record that they belong to, and the
    /// field through which they refer to it. No references: they belong to the record itself.
    /// </summary>
    public static (IReadOnlyList<FieldModel> Owner, FieldModel Reference) ResolveRows(FieldPath path, FormModel form, WorkspaceModel workspace)
    {
        var owner = Resolve(path.Steps.SkipLast(1), form);
        var target = owner.Count > 0 ? owner[^1].Target! : form;
        var reference = target.Find(path.Last.Key) is { Lines: { } lines }
            ? lines.ParentReference!
            : RelatedRecords.Of(target, workspace).Single(related => related.Key == path.Last.Key).Reference;
        return (owner, reference);
    }

    private static List<FieldModel> Resolve(IEnumerable<FormulaField> steps, FormModel form)
    {
        var fields = new List<FieldModel>();
        foreach (var step in steps)
        {
            var field = form[step.Key];
            fields.Add(field);
            form = field.Target ?? form;
        }

        return fields;
    }
}
