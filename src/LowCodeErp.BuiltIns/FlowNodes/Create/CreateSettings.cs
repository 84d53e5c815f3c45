using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.FlowNodes.Create;

public sealed record CreateSettings
{
    /// <summary>Never missing.</summary>
    [FormKey]
    public string? Form { get; init; }

    /// <summary>Formulas over the record of the flow, by key of the field.</summary>
    [FieldKey(Of = nameof(Form))]
    [Formula]
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>By key of a sub-table of the new record: the sub-table of the flow's record whose lines it gets, field by field of the same key.</summary>
    [FieldKey(Of = nameof(Form))]
    public IReadOnlyDictionary<string, string> Lines { get; init; } = new Dictionary<string, string>();
}
