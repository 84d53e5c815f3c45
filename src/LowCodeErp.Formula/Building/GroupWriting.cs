namespace LowCodeErp.Formula.Building;

public enum GroupWriting
{
    /// <summary>a AND b; in brackets only where it would mean something else without them.</summary>
    Plain,

    /// <summary>(a AND b)</summary>
    Bracketed,

    /// <summary>AND(a, b)</summary>
    Call,
}
