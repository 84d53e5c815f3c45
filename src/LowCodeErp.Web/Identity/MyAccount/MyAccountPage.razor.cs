using LowCodeErp.Data.Platform;
using LowCodeErp.UI.Controls.LanguageSwitch;
using LowCodeErp.UI.Extending;
using LowCodeErp.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Web.Identity.MyAccount;

/// <summary>What everybody looks after himself: name, language, password, second factor, sessions and keys.</summary>
public sealed partial class MyAccountPage
{
    public const string Path = "/account";

    private Member? _member;

    [Inject]
    public required OwnAccount Account { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected override async Task OnInitializedAsync() => _member = await Account.ReadAsync((await CurrentActor.GetAsync()).MemberId!.Value);

    /// <summary>Kept for other devices, and for this one by the address that sets the cookie.</summary>
    private async Task ChooseLanguageAsync(ChangeEventArgs change)
    {
        if (change.Value is string language && LanguageSetup.Supported.Contains(language))
        {
            await Account.ChangeLanguageAsync(_member!.Id, language);
            Navigation.NavigateTo($"{LanguageSwitch.Path}/{language}?returnUrl={Uri.EscapeDataString(Path)}", forceLoad: true);
        }
    }
}
