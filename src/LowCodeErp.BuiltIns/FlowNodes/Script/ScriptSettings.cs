using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.FlowNodes.Script;

public sealed record ScriptSettings
{
    /// <summary>Never missing.</summary>
    [Multiline]
    public string? Text { get; init; }

    /// <summary>What the script gets: formulas over the record of the flow by name.</summary>
    [Formula]
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}
