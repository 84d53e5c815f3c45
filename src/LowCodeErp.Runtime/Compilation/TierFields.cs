using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Logic;
using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>
/// A field that shows tiers is, like a lookup, not a field type: before anything else it becomes a field of the type that its
/// values have, a choice of the model's tiers for one. It is read from the runs whenever its record is read.
/// </summary>
internal sealed class TierFields(DefinedFields defined, DiagnosticBag diagnostics)
{
    public const string Type = "tier";

    private const string ChoiceType = "choice";
    private const string DateType = "date";
    private const string NumberType = "number";
    private const int DecimalsOfScore = 2;
    private const int LongestKey = 50;

    public static bool IsTier(FieldDefinition definition) => definition.Type == Type;

    /// <summary>The form with its fields of tiers as what they become; one that is wrong stays as it was.</summary>
    public CompiledForm Expand(CompiledForm form)
    {
        var tiers = new Dictionary<string, TierReading>(StringComparer.Ordinal);
        var definitions = form.Definitions.Select((definition, index)
            => IsTier(definition) ? Expand(form, definition, form.FieldPath(index), tiers) ?? definition : definition).ToList();
        return form with { Definitions = definitions, Tiers = tiers };
    }

    /// <summary>The field as one of an ordinary type.</summary>
    public static FieldDefinition TypeOf(FieldDefinition field, TierAspect aspect, IReadOnlyList<TierDefinition> tiers) => aspect switch
    {
        TierAspect.Move => AsChoice(field, TierMove.All.Select(move => Option(move.Key, move.Label, move.Hue))),
        TierAspect.ChangedOn => field with { Type = DateType, Settings = null },
        TierAspect.Score => field with { Type = NumberType, Settings = JsonSerializer.SerializeToElement(new { decimals = DecimalsOfScore }) },
        _ => AsChoice(field, tiers.Select(tier => Option(tier.Key, tier.Label, TierHue.Of(tier.Color)))),
    };

    private static FieldDefinition AsChoice(FieldDefinition field, IEnumerable<Dictionary<string, object>> options)
        => field with { Type = ChoiceType, Settings = JsonSerializer.SerializeToElement(new { options }) };

    private static Dictionary<string, object> Option(string key, LocalizedText label, string? hue)
    {
        var option = new Dictionary<string, object> { ["key"] = key, ["label"] = DefinitionWriter.Write(typeof(LocalizedText), label) };
        if (hue is not null)
        {
            option.Add("color", hue);
        }

        return option;
    }

    private FieldDefinition? Expand(CompiledForm form, FieldDefinition field, string path, Dictionary<string, TierReading> tiers)
    {
        var found = new DiagnosticBag();
        var settings = (TierFieldSettings?)DefinitionReader.Read(
            typeof(TierFieldSettings), field.Settings ?? JsonSerializer.SerializeToElement(new { }), path + ".settings", found);
        if (settings is not null)
        {
            Check(form, field, settings, path, found);
        }

        diagnostics.AddRange(found.Items.Select(form.Source.Locate));
        if (settings is null || found.HasErrors || defined.FindTierModel(form.Model.Key, settings.Model) is not { } model)
        {
            return null;
        }

        tiers.Add(field.Key, new(model.Key, model.Label, model.Tiers, settings.Shows));
        return TypeOf(field, settings.Shows, model.Tiers);
    }

    private void Check(CompiledForm form, FieldDefinition field, TierFieldSettings settings, string path, DiagnosticBag found)
    {
        CheckCompany(form, field, path, found);
        if (defined.FindTierModel(form.Model.Key, settings.Model) is not { } model)
        {
            found.Add(TierDiagnostics.UnknownModel(path + ".settings.model", settings.Model, form.Model.Label, defined.TierModelsOf(form.Model.Key)));
        }
        else if (settings.Shows == TierAspect.Score && model.Method != TierMethod.Rfm)
        {
            found.Add(TierDiagnostics.NoScore(path + ".settings.shows", field.Label, model.Label));
        }
        else if (model.Tiers.FirstOrDefault(tier => !Suits(tier.Key)) is { } unsuitable)
        {
            found.Add(TierDiagnostics.UnsuitableTier(path + ".settings.model", field.Label, unsuitable.Key));
        }
    }

    /// <summary>What cannot stand beside it.</summary>
    private static void CheckCompany(CompiledForm form, FieldDefinition field, string path, DiagnosticBag found)
    {
        var owner = form.Path.Length == 0 ? form.Source.Definition : null;
        if (field.Formula is not null)
        {
            found.Add(TierDiagnostics.WithFormula(path + ".formula", field.Label));
        }

        if (field.Default is not null)
        {
            found.Add(LogicDiagnostics.DefaultOfComputed(path + ".default", field.Label));
        }

        if (field.Unique || owner?.Code == field.Key)
        {
            found.Add(LogicDiagnostics.UniqueComputed(path, field.Label));
        }

        if (field.Required || field.RequiredWhen is not null)
        {
            found.Add(LogicDiagnostics.RequiredLive(path + (field.Required ? ".required" : ".requiredWhen"), field.Label));
        }

        if (owner?.Title == field.Key)
        {
            found.Add(LogicDiagnostics.LiveTitle(path, field.Label));
        }
    }

    /// <summary>As options of a choice have to be.</summary>
    private static bool Suits(string key) => key.Length is > 0 and <= LongestKey && key.All(character => character is > ' ' and <= '~');
}
