using System.Collections.Frozen;

namespace LowCodeErp.Core.Naming;

/// <summary>How Chinese sounds, in Latin letters without tones. Where a character has several sounds, the likeliest one.</summary>
public static class Pinyin
{
    private const string Resource = "LowCodeErp.Core.Naming.pinyin.txt";

    /// <summary>By character, and by word where a character sounds otherwise in it; the syllables are joined by hyphens.</summary>
    private static readonly Lazy<FrozenDictionary<string, string>> Sounds = new(ReadSounds);

    private static readonly Lazy<int> LongestWord = new(() => Sounds.Value.Keys.Max(word => word.Length));

    /// <summary>The syllables of the text's Chinese in their order: 客户 is <c>ke</c>, <c>hu</c>. Everything else is given back as it stands, in one piece.</summary>
    public static IEnumerable<(string Text, bool IsChinese)> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = 0;
        for (var index = 0; index < text.Length;)
        {
            if (WordAt(text, index) is not { } word)
            {
                index++;
                continue;
            }

            if (rest < index)
            {
                yield return (text[rest..index], false);
            }

            foreach (var syllable in Sounds.Value[word].Split('-'))
            {
                yield return (syllable, true);
            }

            index += word.Length;
            rest = index;
        }

        if (rest < text.Length)
        {
            yield return (text[rest..], false);
        }
    }

    private static string? WordAt(string text, int index)
    {
        for (var length = Math.Min(LongestWord.Value, text.Length - index); length > 0; length--)
        {
            var word = text.Substring(index, length);
            if (Sounds.Value.ContainsKey(word))
            {
                return word;
            }
        }

        return null;
    }

    private static FrozenDictionary<string, string> ReadSounds()
    {
        using var reader = new StreamReader(typeof(Pinyin).Assembly.GetManifestResourceStream(Resource)!);
        var sounds = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var (sound, written) = line.Split(' ') is [var first, var second] ? (first, second) : throw new InvalidDataException(line);
            foreach (var word in sound.Contains('-', StringComparison.Ordinal) ? [written] : written.Select(character => character.ToString()))
            {
                sounds.Add(word, sound);
            }
        }

        return sounds.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
