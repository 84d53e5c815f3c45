using System.Globalization;
using System.Text;

namespace LowCodeErp.Formula.Compilation;

/// <summary>Texts.</summary>
public static partial class FormulaPrimitives
{
    private const int LongestPattern = 255;

    public static string? Concatenate(string? left, string? right) => Limit(string.Concat(left, right));

    public static string? ConcatenateAll(IReadOnlyList<string?> parts) => TextJoin(null, skipsBlanks: true, parts);

    public static string? TextJoin(string? separator, bool skipsBlanks, IReadOnlyList<string?> parts)
    {
        var joined = skipsBlanks ? parts.Where(part => part is not null).ToArray() : parts;
        return MayFit(joined.Sum(part => (long)(part?.Length ?? 0)) + (separator?.Length ?? 0) * (long)Math.Max(0, joined.Count - 1))
            ? Limit(string.Join(separator, joined))
            : null;
    }

    public static string? Left(string? text, decimal count) => Mid(text, 1, count);

    public static string? Right(string? text, decimal count)
        => text is null ? null : Mid(text, CodePoints.Count(text) - Math.Max(0, Math.Min(CodePoints.Count(text), Whole(count))) + 1, count);

    public static string? Mid(string? text, decimal start, decimal count)
        => text is null || Whole(start) < 1 || Whole(count) < 1 ? null : Blankify(CodePoints.Slice(text, Whole(start) - 1, Whole(count)));

    public static decimal Len(string? text) => text is null ? 0 : CodePoints.Count(text);

    public static decimal? Find(string? part, string? text, decimal start) => FindFrom(text, start, rest => rest.IndexOf(part ?? "", StringComparison.Ordinal));

    /// <summary>Ignores case; ? is any character, * any number of them, ~ takes their meaning away. Patterns are short, as in Excel.</summary>
    public static decimal? Search(string? pattern, string? text, decimal start)
        => CodePoints.Count(pattern ?? "") > LongestPattern ? null : FindFrom(text, start, rest => Wildcards.IndexOf(pattern ?? "", rest));

    private static decimal? FindFrom(string? text, decimal start, Func<string, int> indexIn)
    {
        text ??= "";
        var skipped = Whole(start) - 1;
        if (skipped < 0 || skipped > CodePoints.Count(text))
        {
            return null;
        }

        var rest = text[CodePoints.IndexOf(text, skipped)..];
        var index = indexIn(rest);
        return index < 0 ? null : skipped + CodePoints.PositionOf(rest, index) + 1;
    }

    public static bool Contains(string? text, string? part) => (text ?? "").Contains(part ?? "", StringComparison.Ordinal);

    public static bool StartsWith(string? text, string? part) => (text ?? "").StartsWith(part ?? "", StringComparison.Ordinal);

    public static bool EndsWith(string? text, string? part) => (text ?? "").EndsWith(part ?? "", StringComparison.Ordinal);

    public static bool Exact(string? left, string? right) => string.Equals(left, right, StringComparison.Ordinal);

    public static string? SubstituteAll(string? text, string? part, string? replacement)
    {
        if (string.IsNullOrEmpty(text) || string.IsNullOrEmpty(part))
        {
            return Blankify(text);
        }

        return MayFit(text.Length + (long)CountOf(part, text) * ((replacement?.Length ?? 0) - part.Length))
            ? Limit(text.Replace(part, replacement, StringComparison.Ordinal))
            : null;
    }

    private static int CountOf(string part, string text)
    {
        var count = 0;
        for (var index = text.IndexOf(part, StringComparison.Ordinal); index >= 0; index = text.IndexOf(part, index + part.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }

    public static string? SubstituteOne(string? text, string? part, string? replacement, decimal occurrence)
    {
        if (string.IsNullOrEmpty(text) || string.IsNullOrEmpty(part))
        {
            return Blankify(text);
        }

        if (Whole(occurrence) < 1)
        {
            return null;
        }

        var index = -1;
        for (var count = Math.Min(Whole(occurrence), text.Length + 1); count > 0; count--)
        {
            var from = index < 0 ? 0 : index + part.Length;
            index = text.IndexOf(part, from, StringComparison.Ordinal);
            if (index < 0)
            {
                return text;
            }
        }

        return Limit(string.Concat(text.AsSpan(0, index), replacement, text.AsSpan(index + part.Length)));
    }

    public static string? Replace(string? text, decimal start, decimal count, string? replacement)
    {
        text ??= "";
        if (Whole(start) < 1 || Whole(count) < 0)
        {
            return null;
        }

        var from = CodePoints.IndexOf(text, Whole(start) - 1);
        var rest = text[from..];
        return Limit(string.Concat(text.AsSpan(0, from), replacement, rest.AsSpan(CodePoints.IndexOf(rest, Whole(count)))));
    }

    public static string? Upper(string? text) => text?.ToUpperInvariant();

    public static string? Lower(string? text) => text?.ToLowerInvariant();

    /// <summary>Also folds runs of spaces inside, as in Excel.</summary>
    public static string? Trim(string? text)
        => text is null ? null : Blankify(string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    public static string? Clean(string? text)
        => text is null ? null : Blankify(string.Concat(text.Where(character => character >= ' ')));

    public static string? Proper(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var result = new StringBuilder(text.Length);
        var previous = ' ';
        foreach (var character in text)
        {
            result.Append(char.IsLetter(previous) ? char.ToLowerInvariant(character) : char.ToUpperInvariant(character));
            previous = character;
        }

        return result.ToString();
    }

    public static string? Rept(string? text, decimal count)
    {
        var times = Whole(count);
        if (string.IsNullOrEmpty(text) || times < 1)
        {
            return null;
        }

        return MayFit((long)times * text.Length) ? Limit(new StringBuilder(text.Length * times).Insert(0, text, times).ToString()) : null;
    }

    public static string? Char(decimal code)
    {
        var point = Whole(code);
        return point < 1 || !Rune.IsValid(point) ? null : new Rune(point).ToString();
    }

    public static IReadOnlyList<string?> Split(string? text, string? separator)
        => text is null ? [] : separator is null ? [text] : text.Split(separator).Take(Formula.Text.FormulaLimits.ListItems).Select(Blankify).ToArray();

    public static bool RegexMatch(string? text, string pattern) => PatternCache.IsMatch(text ?? "", pattern);

    public static string? Pinyin(string? text) => text is null ? null : PinyinInitials.Of(text);

    public static decimal? Value(string? text) => NumberReader.Read(text);

    /// <summary>A number as text: no trailing zeros, a point, never an exponent.</summary>
    public static string? NumberText(decimal? number)
        => number is { } value ? (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture) : null;

    public static string? FormatNumber(decimal number, string? format) => Blankify(NumberFormat.Format(number, format ?? ""));

    public static string? FormatDate(DateOnly? date, string? format)
        => date is { } day ? Blankify(DateFormat.Format(day.ToDateTime(TimeOnly.MinValue), format ?? "")) : null;

    public static string? FormatDateTime(DateTime? moment, string? format, EvaluationContext context)
        => moment is { } utc ? Blankify(DateFormat.Format(LocalTime.FromUtc(utc, context.Zone), format ?? "")) : null;

    public static string? Fixed(decimal number, decimal digits, bool withoutCommas)
        => Round(number, digits)?.ToString((withoutCommas ? "F" : "N") + Math.Clamp(Whole(digits), 0, 28), CultureInfo.InvariantCulture);

    public static string? RmbCapital(decimal? amount) => amount is { } value ? ChineseAmount.Write(value) : null;
}
