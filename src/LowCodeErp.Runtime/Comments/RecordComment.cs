using LowCodeErp.Runtime.Files;

namespace LowCodeErp.Runtime.Comments;

/// <summary>What a member says about a record.</summary>
/// <param name="MemberName">As the member was called then.</param>
/// <param name="At">In UTC.</param>
/// <param name="ChangedAt">Null when it stands as it was written first.</param>
/// <param name="Text">May be blank where there are files.</param>
public sealed record RecordComment(long Id, long MemberId, string MemberName, DateTime At, DateTime? ChangedAt, string Text, IReadOnlyList<StoredFile> Files)
{
    public const int MaximumLength = 4_000;

    public const int MostFiles = 10;

    /// <summary>What files comments take.</summary>
    public static FileRule FileRule { get; } = new();
}
