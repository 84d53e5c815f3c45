namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// Finds a pattern with ? and * in a text, case ignored. What follows a * is looked for once: if it is not found after an
/// early start, it is not found after a later one either, so that no pattern is slow.
/// </summary>
internal static class Wildcards
{
    public static int IndexOf(string pattern, string text)
    {
        var parts = Parse(pattern);
        for (var start = 0; start <= text.Length; start++)
        {
            if (MatchesRun(parts[0], text, start))
            {
                return Follow(parts, text, start + parts[0].Count) ? start : -1;
            }
        }

        return -1;
    }

    /// <summary>The runs between the stars; null in a run is any one character.</summary>
    private static List<List<char?>> Parse(string pattern)
    {
        List<List<char?>> parts = [[]];
        for (var index = 0; index < pattern.Length; index++)
        {
            var isEscape = pattern[index] == '~' && index + 1 < pattern.Length && pattern[index + 1] is '*' or '?' or '~';
            switch (pattern[index])
            {
                case '~' when isEscape:
                    parts[^1].Add(pattern[++index]);
                    break;
                case '*':
                    parts.Add([]);
                    break;
                case '?':
                    parts[^1].Add(null);
                    break;
                default:
                    parts[^1].Add(char.ToUpperInvariant(pattern[index]));
                    break;
            }
        }

        return parts;
    }

    private static bool Follow(List<List<char?>> parts, string text, int position)
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

    private static bool MatchesRun(List<char?> run, string text, int position)
    {
        if (position + run.Count > text.Length)
        {
            return false;
        }

        for (var index = 0; index < run.Count; index++)
        {
            if (run[index] is { } wanted && char.ToUpperInvariant(text[position + index]) != wanted)
            {
                return false;
            }
        }

        return true;
    }
}
