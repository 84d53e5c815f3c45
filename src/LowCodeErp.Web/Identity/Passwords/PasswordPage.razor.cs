using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Accounts;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Members;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LowCodeErp.Web.Identity.Passwords;

/// <summary>Where the link of an invitation or a reset leads: its member chooses a password, once.</summary>
public sealed partial class PasswordPage
{
    public const string Path = "/account/password";
    public const string DoneParameter = "passwordSet";

    private IReadOnlyList<Diagnostic> _problems = [];
    private Member? _member;

    [Inject]
    public required PasswordLinks Links { get; set; }

    [Inject]
    public required PasswordPolicy Policy { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required IStringLocalizer<PasswordPage> Text { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromQuery(Name = "token")]
    public string? Token { get; set; }

    [SupplyParameterFromForm(FormName = "password")]
    private PasswordForm? Form { get; set; }

    public static string AddressOf(string secret) => $"{Path}?token={secret}";

    protected override async Task OnInitializedAsync()
    {
        Form ??= new();
        _member = await Links.FindAsync(Token ?? "", HttpContext.RequestAborted);
        if (_member is not null)
        {
            return;
        }

        if (HttpMethods.IsPost(HttpContext.Request.Method))
        {
            // The form that was sent is not on the page any more.
            Navigation.NavigateTo(Path);
        }

        HttpContext.Response.StatusCode = StatusCodes.Status410Gone;
    }

    private async Task SetAsync()
    {
        var password = Form!.Password ?? "";
        _problems = password == Form.PasswordAgain ? await Links.UseAsync(Token ?? "", password, HttpContext.RequestAborted) : [MemberDiagnostics.PasswordsDiffer()];
        if (_problems.Count == 0)
        {
            Navigation.NavigateTo($"{AccountSetup.SignInPath}?{DoneParameter}=true");
        }
    }
}
