using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Metadata.Settings;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.UI.Extending.Settings;

/// <summary>A form, field or tier model that a member may name.</summary>
internal sealed record KeyOffer(string Key, LocalizedText Label, LocalizedText? TypeName = null)
{
    public override string ToString() => TypeName is null ? $"{Label}" : $"{Label} · {TypeName}";

    public static IReadOnlyList<KeyOffer> For(SettingsScope scope, SettingsMember member, ExtensionCatalog<IFieldType> types)
        => TellApart(member.Kind switch
        {
            SettingsKind.Form => [.. scope.Context.Forms.Select(form => new KeyOffer(form.Key, form.Label))],
            SettingsKind.TierModel => [.. scope.Context.TierModels.Select(model => new KeyOffer(model.Key, model.Label))],
            _ => [.. FieldsFor(scope, member, types).Where(field => Suits(field, scope, member)).Select(field => new KeyOffer(field.Key, field.Label, field.TypeName))],
        });

    /// <summary>Two things may be called alike; then their keys tell which is which.</summary>
    private static IReadOnlyList<KeyOffer> TellApart(IReadOnlyList<KeyOffer> offers)
    {
        var names = offers.CountBy(offer => offer.ToString()).ToDictionary();
        return [.. offers.Select(offer => names[offer.ToString()] == 1 ? offer : offer with { TypeName = new(offer.Key) })];
    }

    private static bool Suits(FieldOffer field, SettingsScope scope, SettingsMember member)
        => (member.FieldKey!.Kinds.Count == 0 || (field.Kind is { } kind && member.FieldKey.Kinds.Contains(kind)))
            && (!member.FieldKey.RefersHere || (field.Target is not null && field.Target == scope.Context.Form?.Key));

    private static IEnumerable<FieldOffer> FieldsFor(SettingsScope scope, SettingsMember member, ExtensionCatalog<IFieldType> types)
    {
        if (member.FieldKey!.Of is not { } source)
        {
            return scope.Context.Form?.Fields ?? [];
        }

        var content = scope.GetNamed(source);
        return content switch
        {
            { ValueKind: JsonValueKind.String } name => FormNamed(scope, source, name.GetString()!)?.Fields ?? [],
            { ValueKind: JsonValueKind.Array } fields => fields.EnumerateArray().Select(Read).OfType<FieldDefinition>().Select(field => FieldOffer.Of(field, types)),
            _ => [],
        };
    }

    /// <param name="source">The member that names the form, or a reference to it.</param>
    private static FormOffer? FormNamed(SettingsScope scope, string source, string name)
        => scope.Model.Record.GetProperty(source)!.IsDefined(typeof(FieldKeyAttribute), inherit: false)
            ? scope.Context.Form?.Fields.FirstOrDefault(field => field.Key == name)?.Target is { } target ? scope.Context.Find(target) : null
            : scope.Context.Find(name);

    /// <summary>Null for a field that is not written as it should be, which is said where it is drawn.</summary>
    private static FieldDefinition? Read(JsonElement field) => (FieldDefinition?)DefinitionReader.Read(typeof(FieldDefinition), field, "", new DiagnosticBag());
}
