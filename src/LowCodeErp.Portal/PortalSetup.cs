using LowCodeErp.Portal.Navigation;
using LowCodeErp.UI;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Portal;

public static class PortalSetup
{
    /// <summary>The host adds an <see cref="IWorkspaceProfile"/> and any number of <see cref="IMenuSource"/>.</summary>
    public static IServiceCollection AddPortal(this IServiceCollection services) => services.AddUserInterface().AddScoped<AppMenu>();
}
