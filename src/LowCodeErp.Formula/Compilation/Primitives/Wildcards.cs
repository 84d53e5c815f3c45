using System.Text;

namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// Finds a pattern with ? and * in a text, case ignored. What follows a * is looked for once: if it is not found after an
/// early start, it is not found after a later one either, so that no pattern is slow. A ? is a code point, as for databases.
/// </summary>
internal static class Wildcards
{
    /// <summary>The index in .NET of the first match, or -1.</summary>
    public static int IndexOf(string pattern, string text)
    {
        var parts = Parse(FormulaPrimitives.Upper(pattern)!);
        var runes = FormulaPrimitives.Upper(text)!.EnumerateRunes().ToArray();
        for (var start = 0; start <= runes.Length; start++)
        {
            if (MatchesRun(parts[0], runes, start))
            {
                return Follow(parts, runes, start + parts[0].Count) ? CodePoints.IndexOf(text, start) : -1;
            }
        }

        return -1;
    }

    /// <summary>The runs between the stars; null in a run is any one character.</summary>
    private static List<List<Rune?>> Parse(string pattern)
    {
        List<List<Rune?>> parts = [[]];
        var runes = pattern.EnumerateRunes().ToArray();
        for (var index = 0; index < runes.Length; index++)
        {
            switch (runes[index].Value)
            {
                case '~' when index + 1 < runes.Length && runes[index + 1].Value is '*' or '?' or '~':
                    parts[^1].Add(runes[++index]);
                    break;
                case '*':
                    parts.Add([]);
                    break;
                case '?':
                    parts[^1].Add(null);
                    break;
                default:
                    parts[^1].Add(runes[index]);
                    break;
            }
        }

        return parts;
    }

    private static bool Follow(List<List<Rune?>> parts, Rune[] text, int position)
    {
        foreach (var part in parts.Skip(1))
        {
            while (!MatchesRun(part, text, position))
            {
                if (++position > text.Length)
                {
                    return false;
                }
            }

            position += part.Count;
        }

        return true;
    }

    private static bool MatchesRun(List<Rune?> run, Rune[] text, int position)
    {
        if (position + run.Count > text.Length)
        {
            return false;
        }

        for (var index = 0; index < run.Count; index++)
        {
            if (run[index] is { } wanted && text[position + index] != wanted)
            {
                return false;
            }
        }

        return true;
    }
}
