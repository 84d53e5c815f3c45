namespace LowCodeErp.Web.Identity;

internal sealed class SignInForm
{
    public string? UserName { get; set; }

    public string? Password { get; set; }

    public bool RememberMe { get; set; }
}
