using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Members;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace LowCodeErp.Web.Identity.SetUp;

/// <summary>Makes the first administrator and signs him in. <see cref="SetUpGate"/> decides who gets here.</summary>
public sealed partial class SetUpPage
{
    private IReadOnlyList<Diagnostic> _problems = [];

    [Inject]
    public required FirstRun FirstRun { get; set; }

    [Inject]
    public required PasswordPolicy Policy { get; set; }

    [Inject]
    public required SignInManager<Member> SignIn { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required IStringLocalizer<SetUpPage> Text { get; set; }

    [SupplyParameterFromQuery(Name = SetUpGate.Parameter)]
    public string? Token { get; set; }

    [SupplyParameterFromForm(FormName = "set-up")]
    private SetUpForm? Form { get; set; }

    protected override void OnInitialized() => Form ??= new();

    private async Task CompleteAsync()
    {
        var password = Form!.Password ?? "";
        var entry = new MemberEntry(Form.UserName ?? "", Form.DisplayName ?? "", "", IsAdministrator: true).Tidy();
        _problems = password == Form.PasswordAgain ? await FirstRun.CompleteAsync(Token, entry, password) : [MemberDiagnostics.PasswordsDiffer()];
        if (_problems.Count == 0)
        {
            await SignIn.PasswordSignInAsync(entry.UserName, password, isPersistent: false, lockoutOnFailure: false);
            Navigation.NavigateTo("/");
        }
    }
}
