namespace LowCodeErp.Formula.Functions;

/// <summary>What a function makes of a blank argument.</summary>
public enum BlankRule
{
    /// <summary>It has its own meaning there (IF, ISBLANK, SWITCH).</summary>
    Special,

    /// <summary>Counts as 0.</summary>
    Zero,

    /// <summary>Counts as an empty text.</summary>
    EmptyText,

    /// <summary>Blank in, blank out.</summary>
    Propagates,

    /// <summary>Is passed over.</summary>
    Ignored,

    /// <summary>Counts as FALSE.</summary>
    False,

    /// <summary>There is nothing that could be blank.</summary>
    None,
}
