namespace LowCodeErp.Data.Accounts;

/// <summary>Some of the members that were found.</summary>
/// <param name="TotalCount">Of all that were found.</param>
public sealed record MemberPage(IReadOnlyList<ListedMember> Members, int TotalCount)
{
    public static MemberPage Empty { get; } = new([], 0);
}
