namespace LowCodeErp.Metadata.Tiering;

public enum TierBasis
{
    /// <summary>Cancelled and returned orders are taken off, see <see cref="NetDefinition"/>.</summary>
    Net,

    /// <summary>Every order counts in full.</summary>
    Gross,
}
