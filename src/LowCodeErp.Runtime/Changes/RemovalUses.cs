using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Changes;

/// <summary>
/// What keeps fields and forms from being removed. A version that lacks what it uses does not compile; with what was removed
/// put back it does, and shows who uses it.
/// </summary>
public sealed class RemovalUses(WorkspaceCompiler compiler, long version)
{
    /// <param name="others">The other apps.</param>
    /// <returns>Empty when nothing that was removed is in use, or when the version is wrong for other reasons too.</returns>
    public IReadOnlyList<Diagnostic> Find(AppPackage before, AppPackage after, IEnumerable<AppPackage> others)
    {
        var whole = PutBack(before, after);
        if (compiler.Compile(version, [.. others, whole]).Workspace is not { } workspace)
        {
            return [];
        }

        var removedForms = before.Forms.Select(form => form.Definition.Key).Except(after.Forms.Select(form => form.Definition.Key)).Select(key => workspace.FindForm(key)!).ToList();
        var removedFields = after.Forms.SelectMany(form => RemovedFrom(before, form).Select(field => workspace.FindForm(form.Definition.Key)![field.Key])
            .Concat(RemovedColumns.From(FindForm(before, form), form.Definition).Select(column => workspace.FindForm($"{form.Definition.Key}-{column.Table}")![column.Key]))).ToList();
        var uses = new FieldUses(workspace);
        return [
            .. removedForms.Select(form => InUse(form, uses, removedForms, removedFields)).OfType<Diagnostic>(),
            .. removedFields.Select(field => InUse(field, uses, removedForms, removedFields)).OfType<Diagnostic>(),
        ];
    }

    private static AppPackage PutBack(AppPackage before, AppPackage after) => after with
    {
        Forms =
        [
            .. after.Forms.Select(form => PutBack(RemovedColumns.PutBack(FindForm(before, form), form), RemovedFrom(before, form))),
            .. before.Forms.Where(form => after.Forms.All(other => other.Definition.Key != form.Definition.Key)),
        ],
    };

    private static Sourced<FormDefinition> PutBack(Sourced<FormDefinition> form, IReadOnlyList<FieldDefinition> removed)
    {
        var definition = form.Definition with { Fields = [.. form.Definition.Fields, .. removed] };
        return removed.Count == 0 ? form : new(form.File, definition, DefinitionWriter.Write(definition));
    }

    private static IReadOnlyList<FieldDefinition> RemovedFrom(AppPackage before, Sourced<FormDefinition> form)
        => [.. (FindForm(before, form)?.Fields ?? []).Where(field => form.Definition.Fields.All(other => other.Key != field.Key))];

    private static FormDefinition? FindForm(AppPackage before, Sourced<FormDefinition> form)
        => before.Forms.FirstOrDefault(old => old.Definition.Key == form.Definition.Key)?.Definition;

    private static Diagnostic? InUse(FieldModel field, FieldUses uses, List<FormModel> removedForms, List<FieldModel> removedFields)
    {
        var places = field.Parts.Append(field).SelectMany(uses.Of)
            .Where(use => use.User is null || !(removedFields.Contains(use.User) || removedForms.Contains(use.User.Form)))
            .Select(use => use.Place).ToList();
        return places.Count == 0 ? null : ChangeDiagnostics.FieldInUse($"{field}", field.Form.Label, field.Label, places);
    }

    private static Diagnostic? InUse(FormModel form, FieldUses uses, List<FormModel> removedForms, List<FieldModel> removedFields)
    {
        var places = uses.Of(form).Where(use => !(use.Form is { } user && removedForms.Contains(user)) && !(use.User is { } field && removedFields.Contains(field)))
            .Select(use => use.Place).ToList();
        return places.Count == 0 ? null : ChangeDiagnostics.FormInUse(form.Key, form.Label, places);
    }
}
