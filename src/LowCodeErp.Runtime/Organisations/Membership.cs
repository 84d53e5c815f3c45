namespace LowCodeErp.Runtime.Organisations;

/// <summary>Somebody belongs to a department.</summary>
/// <param name="Position">What he does there, in words; null when nobody said.</param>
/// <param name="IsMain">Of the departments of a member one is the main one.</param>
public sealed record Membership(long MemberId, long DepartmentId, DepartmentRole Role = DepartmentRole.Member, string? Position = null, bool IsMain = false)
{
    public const int LongestPosition = 100;
}
