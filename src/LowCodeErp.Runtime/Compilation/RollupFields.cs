using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Rollups;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>
/// A rollup is, like a lookup, not a field type: before anything else it becomes a field of the type that its values have.
/// <see cref="RollupCompiler"/> finds out how they come about.
/// </summary>
internal sealed class RollupFields(DefinedFields defined, DiagnosticBag diagnostics)
{
    public const string Type = "rollup";

    private const string NumberType = "number";

    /// <summary>Of an average whose values have fewer.</summary>
    private const int LeastDecimalsOfAverage = 2;

    /// <summary>Fewer digits are too few for the sum of many.</summary>
    private const int DigitsOfSum = 15;

    public static bool IsRollup(FieldDefinition definition) => definition.Type == Type;

    /// <summary>The form with its rollups as what they become; one that is wrong stays as it was.</summary>
    public CompiledForm Expand(CompiledForm form)
    {
        var rollups = new Dictionary<string, RollupSettings>(StringComparer.Ordinal);
        var definitions = form.Definitions.Select((definition, index)
            => IsRollup(definition) ? Expand(form, definition, form.FieldPath(index), rollups) ?? definition : definition).ToList();
        return form with { Definitions = definitions, Rollups = rollups };
    }

    /// <summary>The rollup as a field of an ordinary type.</summary>
    /// <param name="source">What is rolled up, as an ordinary field; null where records are counted.</param>
    public static FieldDefinition? TypeOf(FieldDefinition rollup, RollupSettings settings, FieldDefinition? source, DefinedFields defined)
    {
        if (settings.Operation is RollupOperation.Count or RollupOperation.Distinct)
        {
            return AsNumber(rollup, 0);
        }

        if (source is null || defined.ShapeOf(source) is not FieldShape.Column { Storage: var storage })
        {
            return source is null ? null : rollup with { Type = source.Type, Settings = source.Settings };
        }

        var decimals = storage.Scale ?? 0;
        var isWide = storage is not { Kind: StorageKind.Number, Precision: < DigitsOfSum };
        return settings.Operation switch
        {
            RollupOperation.Sum when !isWide => AsNumber(rollup, decimals),
            RollupOperation.Average when !isWide || decimals < LeastDecimalsOfAverage => AsNumber(rollup, Math.Max(decimals, LeastDecimalsOfAverage)),
            _ => rollup with { Type = source.Type, Settings = source.Settings },
        };
    }

    private static FieldDefinition AsNumber(FieldDefinition rollup, int decimals)
        => rollup with { Type = NumberType, Settings = JsonSerializer.SerializeToElement(new { decimals }) };

    private FieldDefinition? Expand(CompiledForm form, FieldDefinition rollup, string path, Dictionary<string, RollupSettings> rollups)
    {
        var found = new DiagnosticBag();
        var settings = (RollupSettings?)DefinitionReader.Read(
            typeof(RollupSettings), rollup.Settings ?? JsonSerializer.SerializeToElement(new { }), path + ".settings", found);
        diagnostics.AddRange(found.Items.Select(form.Source.Locate));
        if (settings is null)
        {
            return null;
        }

        if (defined.Find(settings.Form) is not { } records)
        {
            diagnostics.Add(CompilationDiagnostics.UnknownForm(form.Source.At(path + ".settings.form"), settings.Form));
            return null;
        }

        var isCount = settings.Operation == RollupOperation.Count;
        if (isCount != settings.Field is null)
        {
            diagnostics.Add(isCount
                ? RollupDiagnostics.CountOfField(form.Source.At(path + ".settings.field"), rollup.Label)
                : RollupDiagnostics.FieldMissing(form.Source.At(path + ".settings"), rollup.Label));
            return null;
        }

        var source = settings.Field is null ? null : defined.FindShown(settings.Form, settings.Field);
        if (!isCount && source is null)
        {
            diagnostics.Add(CompilationDiagnostics.UnknownField(form.Source.At(path + ".settings.field"), records.Label, settings.Field!));
            return null;
        }

        rollups.Add(rollup.Key, settings);
        return TypeOf(rollup, settings, source, defined);
    }
}
