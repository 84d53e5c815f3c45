using System.Security.Claims;
using LowCodeErp.Portal.Navigation;
using LowCodeErp.Runtime.Access;
using LowCodeErp.UI.Extending;
using Microsoft.Extensions.Localization;

namespace LowCodeErp.Studio.Shell;

/// <summary>The way to the designers, for those who may design something.</summary>
public sealed class StudioMenu(IAccess access, ICurrentActor viewers, IStringLocalizer<StudioMenu> text) : IMenuSource
{
    public int Order => 150;

    public async ValueTask<IReadOnlyList<MenuApp>> GetAppsAsync(ClaimsPrincipal viewer, CancellationToken cancellationToken)
        => (await access.OfAsync(await viewers.GetAsync(), cancellationToken)).DesignsAny
            ? [new("studio", text["Studio"], "design_services", [new(text["Apps"], "apps", StudioAddress.Home)])]
            : [];
}
