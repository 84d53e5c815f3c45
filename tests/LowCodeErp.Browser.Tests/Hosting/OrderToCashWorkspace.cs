using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Templates;

namespace LowCodeErp.Browser.Tests.Hosting;

/// <summary>The template order-to-cash with its example data, and the one that it needs.</summary>
public sealed class OrderToCashWorkspace : AppWorkspace
{
    private OrderToCashWorkspace()
        : base("templates", "customer-tiering")
    {
    }

    public static async Task<OrderToCashWorkspace> StartAsync()
    {
        var started = new OrderToCashWorkspace();
        await started.InitializeAsync();
        return started;
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var (installer, orders) = (Service<TemplateInstaller>(), Path.Combine(AppContext.BaseDirectory, "templates", "order-to-cash"));
        Assert.Empty(await installer.SeedAsync(Folder, Actor.System));
        Assert.Empty((await installer.InstallAsync(orders, Actor.System)).Diagnostics);
        Assert.Empty(await installer.SeedAsync(orders, Actor.System));
    }
}
