using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.Fields.SubTable;

public sealed record SubTableSettings
{
    /// <summary>The fields of a line.</summary>
    [OnCanvas]
    public IReadOnlyList<FieldDefinition> Fields { get; init; } = [];

    public int MinimumLines { get; init; }

    /// <summary>Null: 1000.</summary>
    public int? MaximumLines { get; init; }

    /// <summary>Keys of the number fields that are summed below the lines; all of them when null.</summary>
    [FieldKey(ValueKind.Number, Of = nameof(Fields))]
    public IReadOnlyList<string>? Totals { get; init; }
}
