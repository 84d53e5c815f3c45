namespace LowCodeErp.Runtime.Tiering;

/// <summary>One figure of all records that are scored together, in the order of their codes.</summary>
/// <param name="Values">Whole numbers: days, orders, or amounts in units of 1/10^<paramref name="Scale"/>.</param>
/// <param name="FewerIsBetter">Recency: the fewest days score 5.</param>
public sealed record TierMetric(long[] Values, int Scale, bool FewerIsBetter)
{
    /// <summary>1 day, 1 order or 1.00 of currency.</summary>
    public long One => PowerOfTen(Scale);

    public decimal ToDecimal(long value) => ToDecimal(value, Scale);

    /// <summary>Keeps the zeros behind the point: 1250 at scale 2 is 12.50.</summary>
    public static decimal ToDecimal(long value, int scale)
    {
        var magnitude = (UInt128)Int128.Abs(value);
        return new((int)(uint)magnitude, (int)(uint)(magnitude >> 32), 0, value < 0, (byte)scale);
    }

    /// <summary>Back from <see cref="ToDecimal(long, int)"/>.</summary>
    public static long ToUnits(decimal amount, int scale) => (long)Math.Round(amount * PowerOfTen(scale), MidpointRounding.AwayFromZero);

    internal static long PowerOfTen(int exponent)
    {
        var power = 1L;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}
