using LowCodeErp.Data.Platform;
using LowCodeErp.Web.Hosting;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.HtmlRendering.Infrastructure;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LowCodeErp.Web.Tests.Canaries;

/// <summary>Draws pages as their circuits do, with all that they read, but without a browser.</summary>
internal sealed class CircuitPages(TemporaryWorkspace program, Member member)
{
    private static readonly Uri _base = new("https://localhost/");

    /// <summary>The page as it stands when everything that it began with has come; its heading for the browser too.</summary>
    public async Task<string> ReadAsync(string address)
    {
        await using var scope = program.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<Member>>().CreateAsync(member);
        ((IHostEnvironmentAuthenticationStateProvider)services.GetRequiredService<AuthenticationStateProvider>()).SetAuthenticationState(Task.FromResult(new AuthenticationState(principal)));
        ((IHostEnvironmentNavigationManager)services.GetRequiredService<NavigationManager>()).Initialize(_base.ToString(), new Uri(_base, address).ToString());
        await using var circuit = new Circuit(services, services.GetRequiredService<ILoggerFactory>());
        return await circuit.Dispatcher.InvokeAsync(async () =>
        {
            var page = circuit.BeginRenderingComponent(typeof(Routes), ParameterView.Empty);
            await page.QuiescenceTask;
            return page.ToHtmlString();
        });
    }

    /// <summary>What is drawn before a circuit runs leaves the records out; this one says that it is a circuit.</summary>
    private sealed class Circuit(IServiceProvider services, ILoggerFactory logging) : StaticHtmlRenderer(services, logging)
    {
        protected override RendererInfo RendererInfo { get; } = new("Server", isInteractive: true);
    }
}
