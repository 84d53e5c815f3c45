using System.Numerics;

namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// A sum that does not depend on the order of its items, as a database adds them in whatever order it reads them. Decimal
/// carries it as long as it is exact, which is nearly always.
/// </summary>
public sealed class ExactSum
{
    private const int Places = 28;
    private decimal _sum;
    private BigInteger _rest;

    public int Count { get; private set; }

    /// <summary>Null where it is beyond decimal's range.</summary>
    public decimal? Total => _rest.IsZero ? CanonicalNumber.Of(_sum) : Ratio(1);

    /// <summary>Null also where nothing was added.</summary>
    public decimal? Average => Over(Count);

    /// <summary>Null also for nothing.</summary>
    public decimal? Over(int count) => count == 0 ? null : _rest.IsZero ? CanonicalNumber.Divide(_sum, count) : Ratio(count);

    public void Add(decimal number)
    {
        Count++;
        if (!TryAdd(number))
        {
            _rest += CanonicalNumber.ScaledMantissa(number, Places);
        }
    }

    private bool TryAdd(decimal number)
    {
        // Far from the end of decimal's range, so that it never throws.
        if (Math.Abs(number) > 1e27m || Math.Abs(_sum) > 1e27m)
        {
            return false;
        }

        var sum = _sum + number;
        var isExact = sum.Scale == Math.Max(_sum.Scale, number.Scale);
        _sum = isExact ? sum : _sum;
        return isExact;
    }

    private decimal? Ratio(int divisor)
        => CanonicalNumber.OfRatio(CanonicalNumber.ScaledMantissa(_sum, Places) + _rest, CanonicalNumber.PowerOfTen(Places) * divisor);
}
