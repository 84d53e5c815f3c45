namespace LowCodeErp.Formula.Editing;

/// <summary>What may be written at a place, the likeliest first.</summary>
/// <param name="Start">Of the text that a suggestion takes the place of.</param>
/// <param name="End">Of that text.</param>
public sealed record SuggestionList(int Start, int End, IReadOnlyList<Suggestion> Items)
{
    public static SuggestionList None { get; } = new(0, 0, []);
}
