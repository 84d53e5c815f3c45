namespace LowCodeErp.Runtime.Comments;

/// <summary>What a member says about a record.</summary>
/// <param name="MemberName">As the member was called then.</param>
/// <param name="At">In UTC.</param>
/// <param name="ChangedAt">Null when it stands as it was written first.</param>
public sealed record RecordComment(long Id, long MemberId, string MemberName, DateTime At, DateTime? ChangedAt, string Text)
{
    public const int MaximumLength = 4_000;
}
