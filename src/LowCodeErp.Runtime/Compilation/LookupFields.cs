using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>
/// A lookup shows a field of the record that a reference leads to. It is not a field type: before anything else it becomes a
/// field of the type and settings of what it shows, with the formula that its author need not write.
/// </summary>
internal sealed class LookupFields(ExtensionCatalog<IFieldType> fieldTypes, IReadOnlyList<AppPackage> packages, DiagnosticBag diagnostics)
{
    public const string Type = "lookup";

    private readonly ILookup<string, FormDefinition> _forms =
        packages.SelectMany(package => package.Forms).Select(form => form.Definition).ToLookup(form => form.Key, StringComparer.Ordinal);

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
        var settings = (LookupSettings?)DefinitionReader.Read(typeof(LookupSettings), lookup.Settings ?? default, path + ".settings", found);
        diagnostics.AddRange(found.Items.Select(form.Source.Locate));
        if (settings is null)
        {
            return null;
        }

        if (FindTarget(settings, form.Definitions, form.Model.Parent?.Form.Key) is not { } target)
        {
            diagnostics.Add(CompilationDiagnostics.LookupWithoutReference(form.Source.At(path + ".settings.reference"), lookup.Label, settings.Reference));
            return null;
        }

        if (FindShown(target, settings.Field, []) is not { } shown)
        {
            diagnostics.Add(CompilationDiagnostics.UnknownField(form.Source.At(path + ".settings.field"), target.Label, settings.Field));
            return null;
        }

        return lookup with { Type = shown.Type, Settings = shown.Settings, Formula = $"[{settings.Reference}.{settings.Field}]" };
    }

    /// <summary>The form that a reference beside the lookup leads to.</summary>
    /// <param name="owner">Key of the form that lines belong to; null for the fields of a form.</param>
    private FormDefinition? FindTarget(LookupSettings settings, IReadOnlyList<FieldDefinition> siblings, string? owner)
    {
        var key = settings.Reference == owner ? owner
            : siblings.FirstOrDefault(field => field.Key == settings.Reference) is { } reference ? TargetOf(reference) : null;
        return key is null ? null : _forms[key].FirstOrDefault();
    }

    /// <summary>The definition whose values are seen, through other lookups; null when there is none, or when they go round in a circle.</summary>
    private FieldDefinition? FindShown(FormDefinition form, string key, HashSet<FieldDefinition> seen)
    {
        var field = form.Fields.FirstOrDefault(candidate => candidate.Key == key);
        if (field is null || !IsLookup(field))
        {
            return field;
        }

        return seen.Add(field)
            && ReadSettings(typeof(LookupSettings), field) is LookupSettings settings
            && FindTarget(settings, form.Fields, owner: null) is { } target
            ? FindShown(target, settings.Field, seen)
            : null;
    }

    private string? TargetOf(FieldDefinition reference)
        => fieldTypes.Find(reference.Type) is { } type && ReadSettings(type.SettingsType, reference) is { } settings
            && type.GetShape(settings) is FieldShape.Reference shape ? shape.Form : null;

    /// <summary>What is wrong with them is told where their own field is compiled.</summary>
    private static object? ReadSettings(Type type, FieldDefinition field)
        => DefinitionReader.Read(type, field.Settings ?? JsonSerializer.SerializeToElement(new { }), "", new());
}
