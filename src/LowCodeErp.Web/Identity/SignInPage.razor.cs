using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Members;
using LowCodeErp.Web.Hosting;
using LowCodeErp.Web.Identity.Passwords;
using LowCodeErp.Web.Identity.SecondFactor;
using LowCodeErp.Web.Identity.SetUp;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace LowCodeErp.Web.Identity;

public sealed partial class SignInPage
{
    private IReadOnlyList<Diagnostic> _problems = [];
    private bool _isSetUp;

    [Inject]
    public required SignInManager<Member> SignIn { get; set; }

    [Inject]
    public required FirstRun FirstRun { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required IStringLocalizer<SignInPage> Text { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    /// <summary>Whether somebody comes from <see cref="PasswordPage"/>.</summary>
    [SupplyParameterFromQuery(Name = PasswordPage.DoneParameter)]
    public bool IsPasswordSet { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    private SignInForm? Form { get; set; }

    private string? Described => _problems.Count > 0 ? AccountForm.ErrorId : null;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new();
        _isSetUp = await FirstRun.IsOverAsync(HttpContext.RequestAborted);
        if (HttpMethods.IsGet(HttpContext.Request.Method) && HttpContext.User.Identity?.IsAuthenticated == true)
        {
            Navigation.NavigateTo(LocalAddress.OrHome(ReturnUrl));
        }
    }

    private async Task SignInAsync()
    {
        if (string.IsNullOrWhiteSpace(Form!.UserName) || string.IsNullOrEmpty(Form.Password))
        {
            _problems = [MemberDiagnostics.SignInIncomplete()];
            return;
        }

        var result = await SignIn.PasswordSignInAsync(Form.UserName.Trim(), Form.Password, Form.RememberMe, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            Navigation.NavigateTo(LocalAddress.OrHome(ReturnUrl));
        }
        else if (result.RequiresTwoFactor)
        {
            Navigation.NavigateTo(SecondFactorPage.AddressOf(LocalAddress.OrHome(ReturnUrl), Form.RememberMe));
        }
        else
        {
            // Whether the name, the password or the account is at fault is nobody's business who has not signed in.
            _problems = [result.IsLockedOut ? MemberDiagnostics.LockedOut() : MemberDiagnostics.SignInRefused()];
        }
    }
}
