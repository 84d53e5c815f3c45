using LowCodeErp.Data.Platform;
using LowCodeErp.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace LowCodeErp.Web.Identity;

public sealed partial class SignInPage
{
    private string? _error;

    [Inject]
    public required SignInManager<Member> SignIn { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required IStringLocalizer<SignInPage> Text { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    private SignInForm? Form { get; set; }

    protected override void OnInitialized()
    {
        Form ??= new();
        if (HttpMethods.IsGet(HttpContext.Request.Method) && HttpContext.User.Identity?.IsAuthenticated == true)
        {
            GoOn();
        }
    }

    private async Task SignInAsync()
    {
        if (string.IsNullOrWhiteSpace(Form!.UserName) || string.IsNullOrEmpty(Form.Password))
        {
            _error = Text["Incomplete"];
            return;
        }

        var result = await SignIn.PasswordSignInAsync(Form.UserName.Trim(), Form.Password, Form.RememberMe, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            GoOn();
            return;
        }

        // Whether the name, the password or the account is at fault is nobody's business who has not signed in.
        _error = result.IsLockedOut ? Text["LockedOut"] : Text["Refused"];
    }

    private void GoOn() => Navigation.NavigateTo(LocalAddress.OrHome(ReturnUrl));
}
