using LowCodeErp.Portal.Navigation;
using LowCodeErp.UI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Portal;

public static class PortalSetup
{
    public static IServiceCollection AddPortal(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<WorkspaceOptions>(configuration.GetSection(WorkspaceOptions.Section));
        return services.AddUserInterface().AddScoped<AppMenu>();
    }
}
