using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.FlowNodes.Find;

public sealed record FindSettings
{
    /// <summary>Never missing.</summary>
    [FormKey]
    public string? Form { get; init; }

    /// <summary>Null for any record.</summary>
    [Condition(nameof(Form))]
    public string? When { get; init; }

    /// <summary>Whether it is an incident where there is none; otherwise the step is left either way, and history says how.</summary>
    public bool Required { get; init; }
}
