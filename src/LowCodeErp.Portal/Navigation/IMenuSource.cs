using System.Security.Claims;

namespace LowCodeErp.Portal.Navigation;

/// <summary>
/// Gives the side bar part of its content: the installed apps, the Studio, the administration. Register as many as there
/// are; they are shown in the order of <see cref="Order"/>, then as given.
/// </summary>
public interface IMenuSource
{
    int Order { get; }

    ValueTask<IReadOnlyList<MenuApp>> GetAppsAsync(ClaimsPrincipal viewer, CancellationToken cancellationToken);
}
