namespace LowCodeErp.Metadata.Json;

/// <summary>Guesses which known name a mistyped one was meant to be. Case, hyphens and underscores do not count.</summary>
internal static class NearestName
{
    private const int MaximumLength = 50;

    public static string? Find(string name, IEnumerable<string> known)
    {
        if (name.Length > MaximumLength)
        {
            return null;
        }

        var wanted = Fold(name);
        return known
            .Select(candidate => (candidate, distance: Distance(wanted, Fold(candidate))))
            .Where(pair => pair.distance <= Math.Max(1, wanted.Length / 3) && pair.distance < pair.candidate.Length)
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    private static string Fold(string name)
        => string.Concat(name.Where(character => character is not ('-' or '_')).Select(char.ToLowerInvariant));

    /// <summary>The number of letters to insert, delete or replace (Levenshtein), one row of the table at a time.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
