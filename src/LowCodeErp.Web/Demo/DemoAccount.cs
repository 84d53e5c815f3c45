namespace LowCodeErp.Web.Demo;

internal sealed record DemoAccount(string UserName, string DisplayName, bool IsAdministrator);
