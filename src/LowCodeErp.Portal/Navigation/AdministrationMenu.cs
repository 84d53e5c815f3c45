using System.Security.Claims;
using Microsoft.Extensions.Localization;

namespace LowCodeErp.Portal.Navigation;

/// <summary>What administrators keep for the whole workspace.</summary>
public sealed class AdministrationMenu(IStringLocalizer<AdministrationMenu> text) : IMenuSource
{
    public int Order => 200;

    public ValueTask<IReadOnlyList<MenuApp>> GetAppsAsync(ClaimsPrincipal viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return ValueTask.FromResult<IReadOnlyList<MenuApp>>(viewer.HasClaim(PortalClaims.IsAdministrator, bool.TrueString)
            ? [new("administration", text["Administration"], "settings",
            [
                new(text["Members"], "group", "administration/members"),
                new(text["Organisation"], "account_tree", "administration/organisation"),
                new(text["Roles"], "badge", "administration/roles"),
                new(text["Calendar"], "calendar_month", "administration/calendar"),
                new(text["Audit"], "policy", "administration/audit"),
            ])]
            : []);
    }
}
