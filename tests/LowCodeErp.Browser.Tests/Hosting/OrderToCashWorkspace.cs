using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Templates;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Browser.Tests.Hosting;

/// <summary>A running program whose workspace has the template order-to-cash with its example data, and the one that it needs.</summary>
public sealed class OrderToCashWorkspace : IAsyncDisposable
{
    private static readonly string[] _templates = ["customer-tiering", "order-to-cash"];

    private readonly TemporaryWorkspace _workspace = new();

    private OrderToCashWorkspace()
    {
    }

    public Uri Address => _workspace.ClientOptions.BaseAddress;

    public static async Task<OrderToCashWorkspace> StartAsync()
    {
        var started = new OrderToCashWorkspace();
        await started.PrepareAsync();
        return started;
    }

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    private async Task PrepareAsync()
    {
        _workspace.UseKestrel(0);
        _workspace.StartServer();
        await _workspace.AddMemberAsync(BrowserFixture.UserName, member => member.IsAdministrator = true);
        var installer = _workspace.Services.GetRequiredService<TemplateInstaller>();
        foreach (var folder in _templates.Select(template => Path.Combine(AppContext.BaseDirectory, "templates", template)))
        {
            Assert.Empty((await installer.InstallAsync(folder, Actor.System)).Diagnostics);
            Assert.Empty(await installer.SeedAsync(folder, Actor.System));
        }
    }
}
