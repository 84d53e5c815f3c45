using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.Fields.Choice;

public sealed record ChoiceOption
{
    /// <summary>What is stored; permanent.</summary>
    [ProposedFrom(nameof(Label), "option")]
    public required string Key { get; init; }

    public required LocalizedText Label { get; init; }

    [Hue]
    public ChoiceColor? Color { get; init; }

    /// <summary>Everything that an input may call the option, each once.</summary>
    internal IEnumerable<string> Names
        => new[] { Key, Label.Chinese, Label.English }.OfType<string>().Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);
}
