using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Members;
using LowCodeErp.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace LowCodeErp.Web.Identity.SecondFactor;

/// <summary>Asks for the code once the password was right; a short-lived cookie says whose. Wrong codes count towards the lock as wrong passwords do.</summary>
public sealed partial class SecondFactorPage
{
    public const string Path = "/account/second-factor";

    private IReadOnlyList<Diagnostic> _problems = [];

    [Inject]
    public required SignInManager<Member> SignIn { get; set; }

    [Inject]
    public required SignInNotes Notes { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required IStringLocalizer<SecondFactorPage> Text { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery(Name = "remember")]
    public bool RemembersMe { get; set; }

    [SupplyParameterFromForm(FormName = "second-factor")]
    private SecondFactorForm? Form { get; set; }

    public static string AddressOf(string returnUrl, bool remembersMe)
        => $"{Path}?returnUrl={Uri.EscapeDataString(returnUrl)}&remember={(remembersMe ? "true" : "false")}";

    protected override async Task OnInitializedAsync()
    {
        Form ??= new();
        if (await SignIn.GetTwoFactorAuthenticationUserAsync() is null)
        {
            // The password has not been entered, or too long ago.
            Navigation.NavigateTo(AccountSetup.SignInPath);
        }
    }

    private async Task SignInAsync()
    {
        // Signing in takes the cookie away that says who it is.
        var member = await SignIn.GetTwoFactorAuthenticationUserAsync();
        var code = string.Concat((Form!.Code ?? "").Where(character => !char.IsWhiteSpace(character)));
        var result = code.All(char.IsAsciiDigit) ? await SignIn.TwoFactorAuthenticatorSignInAsync(code, RemembersMe, rememberClient: false) : await SignInByRecoveryCodeAsync(code);
        if (result.Succeeded)
        {
            Navigation.NavigateTo(LocalAddress.OrHome(ReturnUrl));
            return;
        }

        await Notes.NoteRefusalAsync(member, result, SignIn.Context);
        _problems = [result.IsLockedOut ? MemberDiagnostics.LockedOut() : MemberDiagnostics.CodeWrong()];
    }

    /// <summary>ASP.NET lets these be tried as often as one likes, and by accounts that are locked or deactivated.</summary>
    private async Task<SignInResult> SignInByRecoveryCodeAsync(string code)
    {
        var member = (await SignIn.GetTwoFactorAuthenticationUserAsync())!;
        if (await SignIn.UserManager.IsLockedOutAsync(member))
        {
            return SignInResult.LockedOut;
        }

        if (!await SignIn.CanSignInAsync(member))
        {
            return SignInResult.NotAllowed;
        }

        var result = await SignIn.TwoFactorRecoveryCodeSignInAsync(code.ToUpperInvariant());
        if (!result.Succeeded)
        {
            await SignIn.UserManager.AccessFailedAsync(member);
        }

        return result;
    }
}
