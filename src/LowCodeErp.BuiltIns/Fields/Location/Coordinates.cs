using System.Globalization;
using System.Text.RegularExpressions;

namespace LowCodeErp.BuiltIns.Fields.Location;

/// <summary>
/// Points as people write them: <c>31.2304° N, 121.4737° E</c>, <c>北纬31°13′49″ 东经121°28′25″</c>, <c>121.4737,31.2304</c>. Two bare numbers
/// are read where only one of them can be a latitude: maps of China put the longitude first, others last.
/// </summary>
internal static partial class Coordinates
{
    public const int LargestLongitude = 180;

    public const int LargestLatitude = 90;

    public static string Format(decimal? longitude, decimal? latitude)
        => string.Join(", ", new[] { Write(latitude, 'N', 'S'), Write(longitude, 'E', 'W') }.OfType<string>());

    public static bool IsPair(string text) => Pair().IsMatch(text);

    public static (decimal Longitude, decimal Latitude)? Parse(string text)
    {
        var match = Pair().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var (first, second) = (Degrees(match, "1"), Degrees(match, "2"));
        return (HemisphereOf(match, "1"), HemisphereOf(match, "2")) switch
        {
            ("N" or "S", "E" or "W") => (second, first),
            ("E" or "W", "N" or "S") => (first, second),
            (null, null) when Math.Abs(first) > LargestLatitude => (first, second),
            (null, null) when Math.Abs(second) > LargestLatitude => (second, first),
            _ => null,
        };
    }

    private static string? Write(decimal? degrees, char positive, char negative)
        => degrees is { } number ? string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(number):0.000000}° {(number < 0 ? negative : positive)}") : null;

    private static decimal Degrees(Match match, string which)
    {
        var degrees = Part(match, "d" + which) + (Part(match, "m" + which) / 60) + (Part(match, "s" + which) / 3600);
        return match.Groups["minus" + which].Success != (HemisphereOf(match, which) is "S" or "W") ? -degrees : degrees;
    }

    private static decimal Part(Match match, string group)
        => match.Groups[group].Value is { Length: > 0 } digits ? decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0;

    private static string? HemisphereOf(Match match, string which) => match.Groups["h" + which].Value.ToUpperInvariant() switch
    {
        "N" or "北纬" => "N",
        "S" or "南纬" => "S",
        "E" or "东经" => "E",
        "W" or "西经" => "W",
        _ => null,
    };

    [GeneratedRegex(
        @"^\(?(?<h1>[NSEW]|北纬|南纬|东经|西经)? ?(?<minus1>-)?(?<d1>[0-9]{1,3}(?:\.[0-9]{1,12})?) ?[°度]?(?: ?(?<m1>[0-9]{1,2}(?:\.[0-9]{1,9})?) ?['′分])?(?: ?(?<s1>[0-9]{1,2}(?:\.[0-9]{1,6})?) ?[""″秒])? ?(?<h1>[NSEW])?"
        + @" ?(?:[,、;/]| ) ?"
        + @"(?<h2>[NSEW]|北纬|南纬|东经|西经)? ?(?<minus2>-)?(?<d2>[0-9]{1,3}(?:\.[0-9]{1,12})?) ?[°度]?(?: ?(?<m2>[0-9]{1,2}(?:\.[0-9]{1,9})?) ?['′分])?(?: ?(?<s2>[0-9]{1,2}(?:\.[0-9]{1,6})?) ?[""″秒])? ?(?<h2>[NSEW])?\)?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Pair();
}
