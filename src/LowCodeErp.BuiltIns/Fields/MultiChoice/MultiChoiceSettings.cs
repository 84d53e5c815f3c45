using LowCodeErp.BuiltIns.Fields.Choice;

namespace LowCodeErp.BuiltIns.Fields.MultiChoice;

public sealed record MultiChoiceSettings
{
    /// <summary>In the order in which they are offered, and in which chosen ones are kept.</summary>
    public IReadOnlyList<ChoiceOption> Options { get; init; } = [];

    /// <summary>The most options that may be chosen; null for no limit of one's own.</summary>
    public int? Maximum { get; init; }

    /// <summary>The same options as those of a field of one.</summary>
    internal ChoiceSettings One => new() { Options = Options };
}
