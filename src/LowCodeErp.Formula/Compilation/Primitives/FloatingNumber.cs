using System.Globalization;

namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// The way of a decimal through a double and back, where mathematics leaves no other. Both ways are defined by decimal digits,
/// as databases convert: .NET's own casts are off by the last digit now and then.
/// </summary>
internal static class FloatingNumber
{
    private const double LargestDecimal = 7.9e28;
    private const int SignificantDigits = 15;
    private const int MostPlaces = 18;

    /// <summary>The double nearest to a decimal. The cast divides, which is right only where both of its operands are exact.</summary>
    public static double Of(decimal number)
        => number.Scale <= 22 && CanonicalNumber.Mantissa(number).GetBitLength() <= 53
            ? (double)number
            : double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>15 significant digits of the shortest text that means this double, 18 places at most; null beyond decimal's range.</summary>
    public static decimal? ToDecimal(double number)
    {
        if (!double.IsFinite(number) || Math.Abs(number) >= LargestDecimal)
        {
            return null;
        }

        var exact = decimal.Parse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        return FormulaPrimitives.Round(exact, Math.Min(MostPlaces, SignificantDigits - DigitsBeforeThePoint(Math.Abs(exact))));
    }

    /// <summary>Negative for zeros right behind the point.</summary>
    private static int DigitsBeforeThePoint(decimal size)
    {
        var digits = 0;
        for (; size >= 1; size /= 10)
        {
            digits++;
        }

        for (; digits > -MostPlaces && size < 0.1m && digits <= 0; size *= 10)
        {
            digits--;
        }

        return digits;
    }
}
