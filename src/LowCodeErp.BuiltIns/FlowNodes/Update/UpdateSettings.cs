using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.FlowNodes.Update;

public sealed record UpdateSettings
{
    /// <summary>Null for the record of the flow itself.</summary>
    [FormKey]
    public string? Form { get; init; }

    /// <summary>Which records of the form; null for all of them. Of no meaning without a form.</summary>
    [Condition(nameof(Form))]
    public string? When { get; init; }

    /// <summary>Formulas over the record of the flow, by key of the field of whichever record is changed.</summary>
    [FieldKey(Of = nameof(Form))]
    [Formula]
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}
