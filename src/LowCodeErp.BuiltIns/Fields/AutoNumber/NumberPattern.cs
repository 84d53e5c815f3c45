using System.Globalization;
using System.Text.RegularExpressions;
using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.BuiltIns.Fields.AutoNumber;

/// <summary>The pattern of an auto-number, taken apart into literal text, parts of the date and the counter.</summary>
internal sealed partial class NumberPattern
{
    private readonly IReadOnlyList<string> _parts;

    private NumberPattern(IReadOnlyList<string> parts)
    {
        _parts = parts;
    }

    private IEnumerable<string> DateParts => _parts.Where(IsDate);

    public static NumberPattern Parse(string pattern) => new([.. Part().Matches(pattern).Select(match => match.Value)]);

    /// <summary>Names the counter of a date: <c>202603</c>. Blank when the pattern shows no date.</summary>
    public string Period(DateOnly date) => string.Concat(DateParts.Select(part => FormatDate(part, date)));

    /// <summary>A number with more digits than the pattern has is written out in full.</summary>
    public string Format(DateOnly date, long number) => string.Concat(_parts.Select(part =>
        IsDate(part) ? FormatDate(part, date) : IsCounter(part) ? number.ToString($"D{part.Length - 2}", CultureInfo.InvariantCulture) : part));

    public void Check(string path, DiagnosticBag diagnostics)
    {
        foreach (var part in _parts.Where(part => part.AsSpan().IndexOfAny('{', '}') >= 0 && !IsDate(part) && !IsCounter(part)))
        {
            diagnostics.Add(FieldDiagnostics.PatternUnreadable(path, part));
        }

        if (_parts.Count(IsCounter) != 1)
        {
            diagnostics.Add(FieldDiagnostics.PatternNeedsOneCounter(path));
        }

        var hasYear = DateParts.Any(part => part is "{yyyy}" or "{yy}");
        var hasMonth = DateParts.Contains("{MM}");
        if ((hasMonth && !hasYear) || (DateParts.Contains("{dd}") && !hasMonth))
        {
            diagnostics.Add(FieldDiagnostics.PatternRepeats(path));
        }
    }

    private static bool IsDate(string part) => part is "{yyyy}" or "{yy}" or "{MM}" or "{dd}";

    private static bool IsCounter(string part) => part is ['{', '0', .., '}'] && part.AsSpan(1, part.Length - 2).TrimStart('0').IsEmpty;

    private static string FormatDate(string part, DateOnly date) => date.ToString(part[1..^1], CultureInfo.InvariantCulture);

    /// <summary>A part in braces, a stray brace, or the text between.</summary>
    [GeneratedRegex(@"\{[^{}]*\}|[{}]|[^{}]+")]
    private static partial Regex Part();
}
