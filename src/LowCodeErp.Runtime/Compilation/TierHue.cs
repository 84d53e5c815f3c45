using System.Globalization;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>The colour of a tier as options of a choice name theirs: by hue, since the theme decides the shade.</summary>
internal static class TierHue
{
    private const int LeastChroma = 40;

    /// <summary>Null for a colour that is not written as <c>#1a7f5a</c>.</summary>
    public static string? Of(string? color)
        => color is ['#', .. { Length: 6 } digits] && int.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
            ? NameOf(rgb >> 16, (rgb >> 8) & 0xff, rgb & 0xff)
            : null;

    private static string NameOf(int red, int green, int blue)
    {
        var largest = Math.Max(red, Math.Max(green, blue));
        var chroma = largest - Math.Min(red, Math.Min(green, blue));
        if (chroma < LeastChroma)
        {
            return "gray";
        }

        var sixths = largest == red ? (double)(green - blue) / chroma : largest == green ? 2 + ((double)(blue - red) / chroma) : 4 + ((double)(red - green) / chroma);
        var degrees = ((sixths * 60) + 360) % 360;
        return degrees switch
        {
            < 20 => "red",
            < 70 => "orange",
            < 170 => "green",
            < 290 => "blue",
            _ => "red",
        };
    }
}
