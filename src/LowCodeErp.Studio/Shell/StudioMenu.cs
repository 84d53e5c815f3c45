using System.Security.Claims;
using LowCodeErp.Portal.Navigation;
using Microsoft.Extensions.Localization;

namespace LowCodeErp.Studio.Shell;

/// <summary>The way to the designers, for those who may publish.</summary>
public sealed class StudioMenu(IStringLocalizer<StudioMenu> text) : IMenuSource
{
    public int Order => 150;

    public ValueTask<IReadOnlyList<MenuApp>> GetAppsAsync(ClaimsPrincipal viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return ValueTask.FromResult<IReadOnlyList<MenuApp>>(viewer.HasClaim(PortalClaims.IsAdministrator, bool.TrueString)
            ? [new("studio", text["Studio"], "design_services", [new(text["Apps"], "apps", StudioAddress.Home)])]
            : []);
    }
}
