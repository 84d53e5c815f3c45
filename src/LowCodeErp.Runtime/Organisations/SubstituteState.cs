namespace LowCodeErp.Runtime.Organisations;

/// <summary>What there is to say of an absent member's substitute.</summary>
public enum SubstituteState
{
    /// <summary>None was named.</summary>
    None,

    Present,

    /// <summary>He is away on that day himself.</summary>
    Absent,

    /// <summary>He has left.</summary>
    Inactive,
}
