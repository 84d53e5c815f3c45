namespace LowCodeErp.Formula.Compilation;

/// <summary>Finds a pattern with ? and * in a text, case ignored. Backtracks to the last * only, so that it is never slow.</summary>
internal static class Wildcards
{
    public static int IndexOf(string pattern, string text)
    {
        var parts = Parse(pattern);
        for (var start = 0; start <= text.Length; start++)
        {
            if (Matches(parts, text, start))
            {
                return start;
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

    private static bool Matches(List<List<char?>> parts, string text, int start)
    {
        var position = start;
        for (var index = 0; index < parts.Count; index++)
        {
            while (!MatchesRun(parts[index], text, position))
            {
                if (index == 0 || ++position > text.Length)
                {
                    return false;
                }
            }

            position += parts[index].Count;
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
