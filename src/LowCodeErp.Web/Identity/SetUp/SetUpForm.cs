namespace LowCodeErp.Web.Identity.SetUp;

internal sealed class SetUpForm
{
    public string? UserName { get; set; }

    public string? DisplayName { get; set; }

    public string? Password { get; set; }

    public string? PasswordAgain { get; set; }
}
