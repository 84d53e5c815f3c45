using System.Numerics;

namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// What is computed inexactly has as many places as its size allows within 26 digits, rounded half away from zero, so that
/// memory and every database give the same number: decimal keeps 28 digits, PostgreSQL any number of them.
/// </summary>
internal static class CanonicalNumber
{
    /// <summary>What is smaller than the bound has so many places; what is larger than all of them has none.</summary>
    private static readonly (decimal Bound, int Places)[] Steps = [(1e8m, 18), (1e14m, 12), (1e20m, 6)];

    private static readonly BigInteger Largest = new(decimal.MaxValue);

    public static decimal Of(decimal number) => Math.Round(number, PlacesOf(Math.Abs(number)), MidpointRounding.AwayFromZero);

    public static decimal? Add(decimal left, decimal right)
    {
        try
        {
            var sum = left + right;
            if (sum.Scale == Math.Max(left.Scale, right.Scale))
            {
                return Of(sum);
            }
        }
        catch (OverflowException)
        {
            // Decimal has no other way to say that it is too large.
            return null;
        }

        var places = Math.Max(left.Scale, right.Scale);
        return OfRatio(ScaledMantissa(left, places) + ScaledMantissa(right, places), PowerOfTen(places));
    }

    public static decimal? Multiply(decimal left, decimal right)
    {
        try
        {
            var product = left * right;
            if (product.Scale == left.Scale + right.Scale)
            {
                return Of(product);
            }
        }
        catch (OverflowException)
        {
            // As above.
            return null;
        }

        return OfRatio(Mantissa(left) * Mantissa(right), PowerOfTen(left.Scale + right.Scale));
    }

    public static decimal? Divide(decimal left, decimal right)
    {
        try
        {
            var quotient = left / right;
            var size = Math.Abs(quotient);
            var rounded = Of(quotient);
            // Decimal's quotient is rounded itself, at the 28th digit. That cannot change how it is rounded here unless it lies right in
            // the middle, or has no digits left to go by.
            if (size < Steps[^1].Bound && Math.Abs(quotient - rounded) != Half(PlacesOf(size)))
            {
                return rounded;
            }
        }
        catch (OverflowException)
        {
            // As above.
            return null;
        }

        return OfRatio(Mantissa(left) * PowerOfTen(right.Scale), Mantissa(right) * PowerOfTen(left.Scale));
    }

    /// <summary>The canonical number nearest to a fraction; null where it is beyond decimal's range.</summary>
    public static decimal? OfRatio(BigInteger numerator, BigInteger denominator)
    {
        var (top, bottom) = (BigInteger.Abs(numerator), BigInteger.Abs(denominator));
        var places = Array.Find(Steps, step => top < bottom * new BigInteger(step.Bound)).Places;
        var rounded = (2 * top * PowerOfTen(places) + bottom) / (2 * bottom);
        if (rounded > Largest)
        {
            return null;
        }

        var number = (decimal)rounded / (decimal)PowerOfTen(places);
        return numerator.Sign * denominator.Sign < 0 ? -number : number;
    }

    /// <summary>How often a step goes into a number, rounded as told.</summary>
    public static BigInteger Count(decimal number, BigInteger step, int stepScale, MidpointRounding rounding)
    {
        var (top, bottom) = (Mantissa(number) * PowerOfTen(stepScale), step * PowerOfTen(number.Scale));
        var (count, rest) = BigInteger.DivRem(BigInteger.Abs(top), BigInteger.Abs(bottom));
        var isNegative = top.Sign * bottom.Sign < 0;
        var goesOn = rounding switch
        {
            MidpointRounding.AwayFromZero => 2 * rest >= BigInteger.Abs(bottom),
            MidpointRounding.ToPositiveInfinity => !isNegative && !rest.IsZero,
            MidpointRounding.ToNegativeInfinity => isNegative && !rest.IsZero,
            _ => false,
        };
        count += goesOn ? 1 : 0;
        return isNegative ? -count : count;
    }

    /// <summary>The multiple of a step that a number is rounded to.</summary>
    public static decimal? Multiple(decimal number, decimal step, MidpointRounding rounding)
        => step == 1
            ? Math.Round(number, 0, rounding)
            : OfRatio(Count(number, Mantissa(step), step.Scale, rounding) * Mantissa(step), PowerOfTen(step.Scale));

    public static decimal? MultipleOfPower(decimal number, int exponent, MidpointRounding rounding)
        => OfRatio(Count(number, PowerOfTen(exponent), 0, rounding) * PowerOfTen(exponent), 1);

    public static BigInteger Mantissa(decimal number)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        var mantissa = new decimal(bits[0], bits[1], bits[2], isNegative: bits[3] < 0, scale: 0);
        return new BigInteger(mantissa);
    }

    public static BigInteger ScaledMantissa(decimal number, int places) => Mantissa(number) * PowerOfTen(places - number.Scale);

    public static BigInteger PowerOfTen(int exponent) => BigInteger.Pow(10, exponent);

    private static int PlacesOf(decimal size)
    {
        foreach (var (bound, places) in Steps)
        {
            if (size < bound)
            {
                return places;
            }
        }

        return 0;
    }

    private static decimal Half(int places) => new(5, 0, 0, false, (byte)(places + 1));
}
