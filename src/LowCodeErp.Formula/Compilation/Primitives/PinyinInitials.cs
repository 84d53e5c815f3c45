using System.Collections.Frozen;
using System.Globalization;

namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// The first letters of the pinyin of a text, for some 20,900 characters from a dictionary in PinyinInitials.txt (its source
/// and licence stand there). A character with several readings has its usual one, as dictionaries without context must.
/// </summary>
internal static class PinyinInitials
{
    private static readonly FrozenDictionary<char, char> Letters = Read().ToFrozenDictionary();

    public static string Of(string text) => string.Concat(text.Select(InitialOf));

    private static char InitialOf(char character)
        => Letters.TryGetValue(character, out var letter) ? letter : char.ToUpperInvariant(character);

    private static Dictionary<char, char> Read()
    {
        using var stream = typeof(PinyinInitials).Assembly.GetManifestResourceStream("PinyinInitials.txt")!;
        using var reader = new StreamReader(stream);
        var letters = new Dictionary<char, char>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                Add(line, letters);
            }
        }

        return letters;
    }

    private static void Add(string line, Dictionary<char, char> letters)
    {
        var first = int.Parse(line.AsSpan(0, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        foreach (var (index, letter) in line[5..].Index().Where(pair => pair.Item != '.'))
        {
            letters[(char)(first + index)] = letter;
        }
    }
}
