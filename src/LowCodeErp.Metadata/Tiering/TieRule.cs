namespace LowCodeErp.Metadata.Tiering;

/// <summary>How values become scores 1 to 5, and what happens to equal values.</summary>
public enum TieRule
{
    /// <summary>Score = 1 + the number of quintile edges (type 7) below the value; equal values score equally.</summary>
    Quantile,

    /// <summary>As the R package rfm does: the edges are the quintiles plus one, and a bin includes its lower edge.</summary>
    RRule,

    /// <summary>Five groups of equal size, as NTILE(5) of SQL; ties are broken by the code of the record, so equal values may score differently.</summary>
    Ntile,
}
