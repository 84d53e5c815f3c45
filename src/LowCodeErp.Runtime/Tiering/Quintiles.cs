namespace LowCodeErp.Runtime.Tiering;

/// <summary>
/// The four quintile edges by type 7 of Hyndman and Fan, the default of R and of Excel. The values are whole, so every edge
/// is a multiple of one fifth; kept in fifths, comparing is exact and nothing is ever rounded.
/// </summary>
public sealed class Quintiles
{
    private readonly Int128[] _fifths;

    private Quintiles(Int128[] fifths) => _fifths = fifths;

    /// <exception cref="ArgumentException">There is no value.</exception>
    public static Quintiles Of(IReadOnlyCollection<long> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
        {
            throw new ArgumentException("No values have no quintiles.", nameof(values));
        }

        var sorted = values.ToArray();
        Array.Sort(sorted);
        return new([.. Enumerable.Range(1, 4).Select(edge => EdgeInFifths(sorted, edge))]);
    }

    /// <summary>Moves every edge up.</summary>
    public Quintiles Plus(long amount) => new(Array.ConvertAll(_fifths, edge => edge + (5 * (Int128)amount)));

    public int CountBelow(long value) => _fifths.Count(edge => edge < 5 * (Int128)value);

    public int CountUpTo(long value) => _fifths.Count(edge => edge <= 5 * (Int128)value);

    /// <summary>The edges of values that are counted in units of 1/10^<paramref name="scale"/>; a fifth has one decimal, so this is exact.</summary>
    public IReadOnlyList<decimal> ToDecimals(int scale)
        => Array.ConvertAll(_fifths, edge => (decimal)(2 * edge) / TierMetric.PowerOfTen(scale + 1));

    private static Int128 EdgeInFifths(long[] sorted, int edge)
    {
        var (place, fifths) = Math.DivRem((sorted.Length - 1) * (long)edge, 5);
        Int128 lower = sorted[place];
        return fifths == 0 ? 5 * lower : (5 * lower) + (fifths * (sorted[place + 1] - lower));
    }
}
