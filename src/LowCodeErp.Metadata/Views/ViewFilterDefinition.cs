namespace LowCodeErp.Metadata.Views;

/// <summary>What is asked of one column, as the filters of a list ask it. All of it must hold.</summary>
public sealed record ViewFilterDefinition
{
    public required string Field { get; init; }

    /// <summary>The text, or the title of what is referred to, contains this.</summary>
    public string Contains { get; init; } = "";

    /// <summary>The least number or first day.</summary>
    public string From { get; init; } = "";

    /// <summary>The greatest number or last day.</summary>
    public string To { get; init; } = "";

    /// <summary>Keys of options or ids of records; a blank text stands for no value.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    /// <summary>How a field of several values has to match <see cref="OneOf"/>.</summary>
    public ViewItemMatch Items { get; init; }
}
