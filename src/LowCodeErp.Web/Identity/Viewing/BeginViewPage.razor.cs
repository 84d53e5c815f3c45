using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Accounts;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Web.Identity.Sessions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LowCodeErp.Web.Identity.Viewing;

/// <summary>Asks an administrator why he wants to see the program as another member, and begins it. Without a circuit, since it is about the session.</summary>
public sealed partial class BeginViewPage
{
    private IReadOnlyList<Diagnostic> _problems = [];
    private string _name = "";

    [Inject]
    public required MemberViewings Viewings { get; set; }

    [Inject]
    public required IOrganisation Organisation { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required IStringLocalizer<BeginViewPage> Text { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [Parameter]
    public long MemberId { get; set; }

    [SupplyParameterFromForm(FormName = "view")]
    private ViewingForm? Form { get; set; }

    public static string AddressOf(long member) => $"administration/members/{member}/view";

    protected override void OnInitialized()
    {
        Form ??= new();
        _name = Organisation.Current.FindMember(MemberId)?.Name ?? "";
        _problems = Organisation.Current.IsActive(MemberId) ? [] : [AccessDiagnostics.UnknownMember()];
    }

    private async Task BeginAsync()
    {
        var problem = SessionClaim.Find(HttpContext.User) is { } session
            ? await Viewings.BeginAsync(session, MemberId, Form!.Reason, MemberActor.Of(HttpContext), HttpContext.RequestAborted)
            : AccessDiagnostics.NotYoursToView();
        if (problem is null)
        {
            Navigation.NavigateTo("/");
        }
        else
        {
            _problems = [problem];
        }
    }
}
