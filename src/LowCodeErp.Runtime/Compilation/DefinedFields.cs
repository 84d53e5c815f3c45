using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Rollups;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>
/// The fields of all forms as they are written, lines included, and the tier models. Lookups, rollups and fields of tiers get their
/// type from what they show, which may be one itself, before any form is compiled.
/// </summary>
internal sealed class DefinedFields
{
    private readonly ExtensionCatalog<IFieldType> _fieldTypes;
    private readonly ILookup<string, DefinedForm> _forms;
    private readonly ILookup<string, TierModelDefinition> _tierModels;

    public DefinedFields(ExtensionCatalog<IFieldType> fieldTypes, IReadOnlyList<AppPackage> packages)
    {
        _fieldTypes = fieldTypes;
        _forms = packages.SelectMany(package => package.Forms)
            .SelectMany(form => WithLines(form.Definition))
            .ToLookup(form => form.Key, StringComparer.Ordinal);
        _tierModels = packages.SelectMany(package => package.TierModels).Select(model => model.Definition).ToLookup(model => model.Form, StringComparer.Ordinal);
    }

    /// <summary>Null when there is no such model of the form.</summary>
    public TierModelDefinition? FindTierModel(string form, string key) => _tierModels[form].FirstOrDefault(model => model.Key == key);

    public IReadOnlyList<string> TierModelsOf(string form) => [.. _tierModels[form].Select(model => model.Key)];

    public DefinedForm? Find(string form) => _forms[form].FirstOrDefault();

    /// <summary>The definition whose values a field shows, through lookups and rollups; null when there is none, or when they go round in a circle.</summary>
    public FieldDefinition? FindShown(string form, string key) => FindShown(form, key, []);

    /// <summary>The key of the form that a reference beside a lookup leads to.</summary>
    public string? TargetOf(DefinedForm form, string reference)
        => reference == form.Owner ? form.Owner
            : form.Find(reference) is { } field && ShapeOf(field) is FieldShape.Reference shape ? shape.Form : null;

    /// <summary>What a field type keeps for a field; null where something is wrong, which is told where the field itself is compiled.</summary>
    public FieldShape? ShapeOf(FieldDefinition field)
        => _fieldTypes.Find(field.Type) is { } type && ReadSettings(type.SettingsType, field) is { } settings ? type.GetShape(settings) : null;

    private FieldDefinition? FindShown(string form, string key, HashSet<FieldDefinition> seen)
    {
        if (Find(form) is not { } owner || owner.Find(key) is not { } field || !(LookupFields.IsLookup(field) || RollupFields.IsRollup(field) || TierFields.IsTier(field)))
        {
            return Find(form)?.Find(key);
        }

        return !seen.Add(field) ? null
            : ReadSettings(typeof(LookupSettings), field) is LookupSettings lookup && LookupFields.IsLookup(field)
                ? TargetOf(owner, lookup.Reference) is { } target ? FindShown(target, lookup.Field, seen) : null
            : ReadSettings(typeof(TierFieldSettings), field) is TierFieldSettings tier && TierFields.IsTier(field)
                ? FindTierModel(form, tier.Model) is { } model ? TierFields.TypeOf(field, tier.Shows, model.Tiers) : null
            : ReadSettings(typeof(RollupSettings), field) is RollupSettings rollup
                ? RollupFields.TypeOf(field, rollup, rollup.Field is null ? null : FindShown(rollup.Form, rollup.Field, seen), this)
            : null;
    }

    private IEnumerable<DefinedForm> WithLines(FormDefinition form)
    {
        yield return new(form.Key, form.Fields, Owner: null) { Label = form.Label };
        foreach (var field in form.Fields)
        {
            if (ShapeOf(field) is FieldShape.SubTable lines)
            {
                yield return new($"{form.Key}-{field.Key}", lines.Fields, form.Key) { Label = field.Label };
            }
        }
    }

    private static object? ReadSettings(Type type, FieldDefinition field)
        => DefinitionReader.Read(type, field.Settings ?? JsonSerializer.SerializeToElement(new { }), "", new DiagnosticBag());
}
