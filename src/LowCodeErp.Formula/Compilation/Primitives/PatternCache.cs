using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// Regular expressions of formulas. They never backtrack, so that no text can make them slow; the time-out is a second lock.
/// </summary>
internal static class PatternCache
{
    private const int Capacity = 1_000;
    private static readonly ConcurrentDictionary<string, Regex?> Known = new(StringComparer.Ordinal);

    public static bool IsValid(string pattern) => Find(pattern) is not null;

    public static bool IsMatch(string text, string pattern) => Find(pattern)?.IsMatch(text) ?? false;

    private static Regex? Find(string pattern)
    {
        if (Known.TryGetValue(pattern, out var known))
        {
            return known;
        }

        if (Known.Count >= Capacity)
        {
            Known.Clear();
        }

        return Known.GetOrAdd(pattern, static key => Compile(key));
    }

    private static Regex? Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(500));
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // .NET has no way to ask whether a pattern is valid; the author is told by REGEXMATCH's check.
            return null;
        }
    }
}
