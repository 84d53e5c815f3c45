namespace LowCodeErp.Runtime.Access.Explaining;

/// <summary>What a grant has to do with a question.</summary>
public enum GrantPart
{
    /// <summary>It allows the operation.</summary>
    Allows,

    /// <summary>It forbids the operation.</summary>
    Denies,

    /// <summary>It allows the operation, but not so much of the field.</summary>
    Withholds,

    /// <summary>It takes the field away, whatever others allow.</summary>
    DeniesField,
}
