using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Templates;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Browser.Tests.Hosting;

/// <summary>A running program whose workspace has the customer tiering template, empty or with its example data and one run of each model.</summary>
public sealed class TieringWorkspace : IAsyncDisposable
{
    private readonly TemporaryWorkspace _workspace = new();

    private TieringWorkspace()
    {
    }

    public Uri Address => _workspace.ClientOptions.BaseAddress;

    public static async Task<TieringWorkspace> StartAsync(bool isFilled)
    {
        var started = new TieringWorkspace();
        await started.PrepareAsync(isFilled);
        return started;
    }

    /// <summary>Keeps everybody else from writing until it is disposed: SQLite has one writer.</summary>
    public Task<WriteTransaction> HoldWriterAsync() => _workspace.Services.GetRequiredService<WorkspaceConnections>().BeginWriteAsync();

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    private async Task PrepareAsync(bool isFilled)
    {
        _workspace.UseKestrel(0);
        _workspace.StartServer();
        await _workspace.AddMemberAsync(BrowserFixture.UserName, member => member.IsAdministrator = true);
        var installer = _workspace.Services.GetRequiredService<TemplateInstaller>();
        var folder = Path.Combine(AppContext.BaseDirectory, "templates", "customer-tiering");
        Assert.Empty((await installer.InstallAsync(folder, Actor.System)).Diagnostics);
        if (isFilled)
        {
            Assert.Empty(await installer.SeedAsync(folder, Actor.System));
            await RunModelsAsync();
        }
    }

    private async Task RunModelsAsync()
    {
        var runner = _workspace.Services.GetRequiredService<TierRunner>();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        foreach (var model in _workspace.Services.GetRequiredService<IWorkspace>().Current.TierModels)
        {
            await runner.RunAsync(model, new(today.AddMonths(-3), DryRun: false, Actor.System));
            await runner.RunAsync(model, new(today, DryRun: false, Actor.System));
        }
    }
}
