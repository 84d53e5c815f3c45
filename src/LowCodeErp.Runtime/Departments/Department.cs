namespace LowCodeErp.Runtime.Departments;

/// <summary>A department of the company; its place follows from the department above it and its position among those beside it.</summary>
/// <param name="ParentId">Null at the top.</param>
/// <param name="Code">By which people and files name it for certain; null when it has none.</param>
/// <param name="IsActive">A closed one stays, because records name it, but cannot be chosen any more.</param>
public sealed record Department(long Id, long? ParentId, string Name, string? Code, int Position, bool IsActive)
{
    public const int LongestName = 100;

    public const int LongestCode = 50;

    /// <summary>Between the names of a path: 总公司/销售部.</summary>
    public const char Separator = '/';
}
