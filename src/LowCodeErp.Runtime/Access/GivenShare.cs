namespace LowCodeErp.Runtime.Access;

/// <summary>Says that a record is shared with a member.</summary>
/// <param name="MayEdit">Not only to be viewed.</param>
/// <param name="Until">First moment (UTC) at which it has ended; null: never.</param>
/// <param name="SharedBy">The name of whoever shared it.</param>
/// <param name="SharedAt">In UTC.</param>
public sealed record GivenShare(long MemberId, string MemberName, bool MayEdit, DateTime? Until, string SharedBy, DateTime SharedAt);
