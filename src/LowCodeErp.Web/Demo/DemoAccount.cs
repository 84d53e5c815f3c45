namespace LowCodeErp.Web.Demo;

/// <param name="Role">Of the template; null for an administrator, who needs none.</param>
internal sealed record DemoAccount(string UserName, string DisplayName, bool IsAdministrator, string? Role = null);
