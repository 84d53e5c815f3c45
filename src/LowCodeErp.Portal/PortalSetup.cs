using LowCodeErp.Portal.Flows;
using LowCodeErp.Portal.Navigation;
using LowCodeErp.Portal.Records;
using LowCodeErp.Portal.Views;
using LowCodeErp.UI;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Portal;

public static class PortalSetup
{
    /// <summary>
    /// The host adds the engine, an <see cref="IWorkspaceProfile"/>, a <see cref="UI.Extending.ICurrentActor"/>, and any number of
    /// <see cref="IMenuSource"/> besides those of the installed apps and the administration.
    /// </summary>
    public static IServiceCollection AddPortal(this IServiceCollection services) => services
        .AddUserInterface()
        .AddScoped<IMenuSource, InstalledApps>()
        .AddScoped<IMenuSource, AdministrationMenu>()
        .AddScoped<AppMenu>()
        .AddScoped<CircuitLife>()
        .AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitLife>())
        .AddScoped<ViewerRecords>()
        .AddScoped<ViewerFlows>()
        .AddScoped<FlowWatch>()
        .AddSingleton<MemberViews>();
}
