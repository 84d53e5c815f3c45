using LowCodeErp.Metadata.Forms;

namespace LowCodeErp.BuiltIns.Fields.SubTable;

public sealed record SubTableSettings
{
    /// <summary>The fields of a line.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; init; } = [];

    public int MinimumLines { get; init; }

    /// <summary>Null: 1000.</summary>
    public int? MaximumLines { get; init; }

    /// <summary>Keys of the number fields that are summed below the lines; all of them when null.</summary>
    public IReadOnlyList<string>? Totals { get; init; }
}
