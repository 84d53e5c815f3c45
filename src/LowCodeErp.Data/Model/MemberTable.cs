namespace LowCodeErp.Data.Model;

/// <summary>The columns of the platform's table of members that records refer to and show.</summary>
internal static class MemberTable
{
    public const string Name = "sys_member";

    public const string Id = "id";

    public const string UserName = "user_name";

    public const string DisplayName = "display_name";

    public const string IsActive = "is_active";
}
