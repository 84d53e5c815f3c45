using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>
/// A lookup shows a field of the record that a reference leads to. It is not a field type: before anything else it becomes a
/// field of the type and settings of what it shows, with the formula that its author need not write.
/// </summary>
internal sealed class LookupFields(DefinedFields defined, DiagnosticBag diagnostics)
{
    public const string Type = "lookup";

    public static bool IsLookup(FieldDefinition definition) => definition.Type == Type;

    /// <summary>The form with its lookups as what they become; one that is wrong stays as it was.</summary>
    public CompiledForm Expand(CompiledForm form) => form with
    {
        Lookups = form.Definitions.Where(IsLookup).Select(lookup => lookup.Key).ToHashSet(StringComparer.Ordinal),
        Definitions = [.. form.Definitions.Select((definition, index) => IsLookup(definition) ? Expand(form, definition, form.FieldPath(index)) ?? definition : definition)],
    };

    private FieldDefinition? Expand(CompiledForm form, FieldDefinition lookup, string path)
    {
        if (lookup.Formula is not null)
        {
            diagnostics.Add(CompilationDiagnostics.LookupWithFormula(form.Source.At(path + ".formula"), lookup.Label));
            return null;
        }

        var found = new DiagnosticBag();
        var settings = (LookupSettings?)DefinitionReader.Read(
            typeof(LookupSettings), lookup.Settings ?? JsonSerializer.SerializeToElement(new { }), path + ".settings", found);
        diagnostics.AddRange(found.Items.Select(form.Source.Locate));
        if (settings is null)
        {
            return null;
        }

        var own = new DefinedForm(form.Model.Key, form.Definitions, form.Model.Parent?.Form.Key) { Label = form.Model.Label };
        if (defined.TargetOf(own, settings.Reference) is not { } key || defined.Find(key) is not { } target)
        {
            diagnostics.Add(CompilationDiagnostics.LookupWithoutReference(form.Source.At(path + ".settings.reference"), lookup.Label, settings.Reference));
            return null;
        }

        if (defined.FindShown(key, settings.Field) is not { } shown)
        {
            diagnostics.Add(CompilationDiagnostics.UnknownField(form.Source.At(path + ".settings.field"), target.Label, settings.Field));
            return null;
        }

        return lookup with { Type = shown.Type, Settings = shown.Settings, Formula = $"[{settings.Reference}.{settings.Field}]" };
    }
}
