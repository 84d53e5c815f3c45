using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Access.Designing;

/// <summary>
/// What in his own form is not its designer's to change: by whom its records are owned, what is sensitive, the fields by which roles decide, and those whose values he
/// may not see, which another type or formula would show him. The texts at a field are.
/// </summary>
internal sealed class DesignProtection(WorkspaceModel workspace, MemberAccess rights)
{
    private readonly RightsFields _deciding = new(workspace);

    public IEnumerable<Diagnostic> Find(FormModel form, Sourced<FormDefinition> before, Sourced<FormDefinition> after)
    {
        if (before.Definition.Owner != after.Definition.Owner)
        {
            yield return DesignDiagnostics.OwnerDecides(after.At("owner"), form.Label);
        }

        if (before.Definition.Sensitive && !after.Definition.Sensitive)
        {
            yield return DesignDiagnostics.StaysSensitive(after.At("sensitive"), form.Label);
        }

        var (old, now) = (FieldMeanings.Of(before.Definition), FieldMeanings.Of(after.Definition));
        foreach (var field in Fields(form).Where(field => now.TryGetValue(KeyOf(field), out var meaning) && meaning != old.GetValueOrDefault(KeyOf(field))))
        {
            if (WhyFixed(field, after) is { } refusal)
            {
                yield return refusal;
            }
        }
    }

    /// <summary>Those of the lines after their sub-table.</summary>
    private static IEnumerable<FieldModel> Fields(FormModel form)
        => form.Fields.Where(IsWritten).SelectMany(field => (field.Lines?.Fields.Where(line => IsWritten(line) && line != field.Lines.ParentReference) ?? []).Prepend(field));

    private static bool IsWritten(FieldModel field) => field is { Whole: null, IsInternal: false };

    private static string KeyOf(FieldModel field) => field.Form.Parent is { } table ? $"{table.Key}.{field.Key}" : field.Key;

    private Diagnostic? WhyFixed(FieldModel field, Sourced<FormDefinition> after)
    {
        var (access, path) = (rights.Of(field.Form), after.At(PathOf(field, after.Definition)));
        return _deciding.Contains(field) ? DesignDiagnostics.DecidesRights(path, field.Label)
            : access.May(AccessOperation.View) && !access.RuleOf(field, FieldAccess.Read).IsAlways ? DesignDiagnostics.ValuesUnseen(path, field.Label)
            : field.IsSensitive && !IsSensitive(field, after.Definition) ? DesignDiagnostics.StaysSensitive(path, field.Label)
            : null;
    }

    private static string PathOf(FieldModel field, FormDefinition form)
        => $"fields[{form.Fields.Index().First(entry => entry.Item.Key == (field.Form.Parent ?? field).Key).Index}]";

    /// <summary>Columns of sub-tables cannot be sensitive.</summary>
    private static bool IsSensitive(FieldModel field, FormDefinition form) => form.Fields.First(candidate => candidate.Key == field.Key).Sensitive;
}
