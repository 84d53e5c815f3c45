using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.FlowNodes.Create;

public sealed record CreateSettings
{
    /// <summary>Never missing.</summary>
    [FormKey]
    public string? Form { get; init; }

    /// <summary>Key of a sub-table of the flow's record: one record is created for each of its lines. Null: one record.</summary>
    [FieldKey]
    public string? Each { get; init; }

    /// <summary>The lines that count, a condition over them; null for all. Of no meaning without <see cref="Each"/>.</summary>
    [Formula(ValueKind.Boolean, Of = nameof(Each))]
    public string? When { get; init; }

    /// <summary>Formulas over the record of the flow, or over each of the lines, by key of the field.</summary>
    [FieldKey(Of = nameof(Form))]
    [Formula(Of = nameof(Each))]
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>By key of a sub-table of the new record: the sub-table of the flow's record whose lines it gets, field by field of the same key.</summary>
    [FieldKey(Of = nameof(Form))]
    public IReadOnlyDictionary<string, string> Lines { get; init; } = new Dictionary<string, string>();
}
