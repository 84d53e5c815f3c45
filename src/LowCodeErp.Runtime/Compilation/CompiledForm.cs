using System.Collections.Frozen;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Rollups;
using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>A form on its way from definition to model.</summary>
/// <param name="Path">Path of the field definitions' owner inside the file: blank for a form, <c>fields[3].settings</c> for lines.</param>
internal sealed record CompiledForm(Sourced<FormDefinition> Source, FormModel Model, IReadOnlyList<FieldDefinition> Definitions, string Path)
{
    /// <summary>Keys of the fields whose author wrote a lookup.</summary>
    public IReadOnlySet<string> Lookups { get; init; } = FrozenSet<string>.Empty;

    /// <summary>What is said of the rollups, by field key.</summary>
    public IReadOnlyDictionary<string, RollupSettings> Rollups { get; init; } = FrozenDictionary<string, RollupSettings>.Empty;

    /// <summary>What the fields of tiers show, by field key.</summary>
    public IReadOnlyDictionary<string, TierReading> Tiers { get; init; } = FrozenDictionary<string, TierReading>.Empty;

    public string FieldPath(int index) => Path.Length == 0 ? $"fields[{index}]" : $"{Path}.fields[{index}]";

    public string FieldPath(FieldModel field) => FieldPath(IndexOf(field));

    /// <summary>The place of a field of the model; the reference of lines to their record has no definition of its own.</summary>
    /// <param name="member">A path inside the definition of the field, with its leading point; or blank.</param>
    public string At(FieldModel field, string member = "") => Source.At(IndexOf(field) is var index and >= 0 ? FieldPath(index) + member : Path);

    /// <summary>-1 for a field that the engine added.</summary>
    public int IndexOf(FieldModel field)
        => Definitions.Index().Where(entry => entry.Item.Key == (field.Whole ?? field).Key).Select(entry => entry.Index).FirstOrDefault(-1);
}
