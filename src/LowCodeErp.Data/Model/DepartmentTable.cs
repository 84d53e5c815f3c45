namespace LowCodeErp.Data.Model;

/// <summary>The columns of the platform's table of departments that records refer to and show.</summary>
internal static class DepartmentTable
{
    public const string Name = "sys_department";

    public const string Id = "id";

    public const string Title = "title";

    public const string Code = "code";

    public const string Trail = "trail";
}
