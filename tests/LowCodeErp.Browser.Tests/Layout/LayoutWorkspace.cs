using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Templates;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Browser.Tests.Layout;

/// <summary>A running program with the app of <c>tests/data/apps/layout</c>: an account whose page has tabs, a folded section and a list of its visits.</summary>
public sealed class LayoutWorkspace : IAsyncLifetime
{
    private readonly TemporaryWorkspace _workspace = new();

    public Uri Address => _workspace.ClientOptions.BaseAddress;

    public async ValueTask InitializeAsync()
    {
        _workspace.UseKestrel(0);
        _workspace.StartServer();
        await _workspace.AddMemberAsync(BrowserFixture.UserName, member => member.IsAdministrator = true);
        await InstallAsync(App);
    }

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    /// <summary>Publishes the app with another definition of one form.</summary>
    public async Task ChangeFormAsync(string key, Func<string, string> change)
    {
        var folder = Directory.CreateTempSubdirectory("lowcode-");
        foreach (var file in Directory.GetFiles(App, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.FullName, Path.GetRelativePath(App, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            await File.WriteAllTextAsync(copy, Path.GetFileNameWithoutExtension(file) == key ? change(await File.ReadAllTextAsync(file)) : await File.ReadAllTextAsync(file));
        }

        await InstallAsync(folder.FullName);
        folder.Delete(recursive: true);
    }

    private static string App => Path.Combine(AppContext.BaseDirectory, "data", "apps", "layout");

    private async Task InstallAsync(string folder)
    {
        var installed = await _workspace.Services.GetRequiredService<TemplateInstaller>().InstallAsync(folder, Actor.System);
        Assert.DoesNotContain(installed.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
    }

    /// <returns>The id.</returns>
    public Task<long> AddAccountAsync(string name) => AddAsync("account", ("name", InputValue.Of(name)), ("tax-no", InputValue.Of("91330100")));

    public Task<long> AddVisitAsync(string subject, long account)
        => AddAsync("visit", ("subject", InputValue.Of(subject)), ("account", InputValue.Of((decimal)account)), ("cost", InputValue.Of(120.5m)));

    private async Task<long> AddAsync(string key, params (string Field, InputValue Input)[] values)
    {
        var form = _workspace.Services.GetRequiredService<IWorkspace>().Current.FindForm(key)!;
        var input = new RecordInput { Values = values.ToDictionary(value => value.Field, value => value.Input) };
        var result = await _workspace.Services.GetRequiredService<SavePipeline>().SaveAsync(new(form, [input], Actor.System, ChangeSource.Command));
        return Assert.IsType<SaveResult.Saved>(result).Records[0].Id;
    }
}
