using System.Security.Claims;
using LowCodeErp.Runtime.Access;
using LowCodeErp.UI.Extending;
using Microsoft.Extensions.Localization;

namespace LowCodeErp.Portal.Navigation;

/// <summary>What is kept for the whole workspace: administrators change it, auditors look at it, and those who administer an app assign its roles.</summary>
public sealed class AdministrationMenu(IAccess access, ICurrentActor viewers, IStringLocalizer<AdministrationMenu> text) : IMenuSource
{
    public int Order => 200;

    public async ValueTask<IReadOnlyList<MenuApp>> GetAppsAsync(ClaimsPrincipal viewer, CancellationToken cancellationToken)
    {
        var rights = await access.OfAsync(await viewers.GetAsync(), cancellationToken);
        (bool MayOpen, MenuEntry Entry)[] entries =
        [
            (rights.IsUnlimited, new(text["Members"], "group", "administration/members")),
            (rights.MayAudit, new(text["Organisation"], "account_tree", "administration/organisation")),
            (rights.MayAudit || rights.AdministersAny, new(text["Roles"], "badge", "administration/roles")),
            (rights.IsUnlimited, new(text["Calendar"], "calendar_month", "administration/calendar")),
            (rights.MayAudit, new(text["Audit"], "policy", "administration/audit")),
        ];
        MenuEntry[] open = [.. entries.Where(entry => entry.MayOpen).Select(entry => entry.Entry)];
        return open.Length > 0 ? [new("administration", text["Administration"], "settings", open)] : [];
    }
}
