namespace LowCodeErp.Core.Naming;

/// <summary>What somebody typed, as a message repeats it: on one line, and of a long text its beginning and end.</summary>
public static class ShortText
{
    private const int Longest = 60;
    private const int Beginning = 40;
    private const int End = 15;

    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shortened = text.Length <= Longest ? text : $"{text[..Whole(text, Beginning)]}…{text[Whole(text, text.Length - End)..]}";
        return string.Concat(shortened.Select(character => char.IsControl(character) ? ' ' : character));
    }

    /// <summary>Not between the halves of a character.</summary>
    private static int Whole(string text, int index) => char.IsLowSurrogate(text[index]) ? index - 1 : index;
}
