namespace LowCodeErp.Web.Identity.Passwords;

internal sealed class PasswordForm
{
    public string? Password { get; set; }

    public string? PasswordAgain { get; set; }
}
