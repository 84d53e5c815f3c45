using System.Numerics;

namespace LowCodeErp.Formula.Compilation;

/// <summary>A product that does not depend on the order of its factors; of nothing it is 0.</summary>
public sealed class ExactProduct
{
    private BigInteger _mantissa = 1;
    private int _scale;
    private bool _isEmpty = true;

    /// <summary>Null where it is beyond decimal's range.</summary>
    public decimal? Total => _isEmpty ? 0 : CanonicalNumber.OfRatio(_mantissa, CanonicalNumber.PowerOfTen(_scale));

    public void Multiply(decimal factor)
    {
        _isEmpty = false;
        _mantissa *= CanonicalNumber.Mantissa(factor);
        _scale += factor.Scale;
    }
}
