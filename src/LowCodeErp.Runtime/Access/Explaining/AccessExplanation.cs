namespace LowCodeErp.Runtime.Access.Explaining;

/// <summary>Whether something is allowed, and why.</summary>
/// <param name="IsAllowed">Null: with some records, where none was asked about.</param>
/// <param name="Reasons">Those that decide first.</param>
public sealed record AccessExplanation(AccessQuestion Question, bool? IsAllowed, IReadOnlyList<AccessReason> Reasons)
{
    /// <summary>Whether, where the field may not be viewed, its mask is seen all the same. Null: of some records, where none was asked about.</summary>
    public bool? IsMasked { get; init; } = false;

    /// <summary>What is seen of the value; null where it is blank, or of no one record.</summary>
    public string? Mask { get; init; }
}
