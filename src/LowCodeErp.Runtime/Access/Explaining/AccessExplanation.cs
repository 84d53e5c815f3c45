namespace LowCodeErp.Runtime.Access.Explaining;

/// <summary>Whether something is allowed, and why.</summary>
/// <param name="IsAllowed">Null: with some records, where none was asked about.</param>
/// <param name="Reasons">Those that decide first.</param>
public sealed record AccessExplanation(AccessQuestion Question, bool? IsAllowed, IReadOnlyList<AccessReason> Reasons);
