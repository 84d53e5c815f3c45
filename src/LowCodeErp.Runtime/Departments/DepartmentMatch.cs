using LowCodeErp.Runtime.Queries;

namespace LowCodeErp.Runtime.Departments;

/// <summary>What a picker offers: the whole tree, or what a part of a name or path, or the beginning of a code, finds.</summary>
public static class DepartmentMatch
{
    /// <summary>More than anybody reads through.</summary>
    public const int Most = 200;

    public static IReadOnlyList<RecordReference> Find(DepartmentTree tree, string? text)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var active = tree.InOrder.Where(department => department.IsActive);
        var wanted = text?.Trim() ?? "";
        if (wanted.Length == 0)
        {
            return [.. active.Take(Most).Select(department => new RecordReference(department.Id, department.Name, department.Code))];
        }

        return [.. active.Select(department => (Department: department, Path: tree.PathOf(department)))
            .Where(found => Contains(found.Path, wanted) || found.Department.Code?.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) == true)
            .OrderByDescending(found => Contains(found.Department.Name, wanted))
            .Take(Most)
            .Select(found => new RecordReference(found.Department.Id, tree.TitleOf(found.Department), found.Path))];
    }

    private static bool Contains(string text, string wanted) => text.Contains(wanted, StringComparison.OrdinalIgnoreCase);
}
