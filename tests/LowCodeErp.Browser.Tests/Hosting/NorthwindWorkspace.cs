using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Templates;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Browser.Tests.Hosting;

/// <summary>A running program with the app of <c>tests/data/apps/northwind</c>, whose order lines compute their amount.</summary>
public sealed class NorthwindWorkspace : IAsyncDisposable
{
    private readonly TemporaryWorkspace _workspace = new();

    private NorthwindWorkspace()
    {
    }

    public Uri Address => _workspace.ClientOptions.BaseAddress;

    /// <summary>With one customer, 阿尔弗, and one product, 茶.</summary>
    public static async Task<NorthwindWorkspace> StartAsync()
    {
        var started = new NorthwindWorkspace();
        await started.PrepareAsync();
        return started;
    }

    /// <returns>The id.</returns>
    public async Task<long> AddOrderAsync(string number, params (decimal Price, decimal Quantity)[] lines)
        => await AddAsync("order", new()
        {
            Values = Values(("number", number), ("customer", "ALFKI"), ("order-date", "1998-05-01"), ("freight", "1")),
            Lines = new Dictionary<string, IReadOnlyList<RecordInput>>
            {
                ["line"] = [.. lines.Select(line => new RecordInput { Values = Values(("product", "1"), ("price", $"{line.Price}"), ("quantity", $"{line.Quantity}")) })],
            },
        });

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    private async Task PrepareAsync()
    {
        _workspace.UseKestrel(0);
        _workspace.StartServer();
        await _workspace.AddMemberAsync(BrowserFixture.UserName, member => member.IsAdministrator = true);
        var installer = _workspace.Services.GetRequiredService<TemplateInstaller>();
        Assert.Empty((await installer.InstallAsync(FindApp(), Actor.System)).Diagnostics);
        await AddAsync("customer", new() { Values = Values(("code", "ALFKI"), ("name", "阿尔弗")) });
        await AddAsync("product", new() { Values = Values(("code", "1"), ("name", "茶"), ("price", "18")) });
    }

    private async Task<long> AddAsync(string form, RecordInput input)
    {
        var model = _workspace.Services.GetRequiredService<IWorkspace>().Current.FindForm(form)!;
        var result = await _workspace.Services.GetRequiredService<SavePipeline>().SaveAsync(new(model, [input], Actor.System, ChangeSource.Command));
        return Assert.IsType<SaveResult.Saved>(result).Records[0].Id;
    }

    private static Dictionary<string, InputValue> Values(params (string Key, string Text)[] values)
        => values.ToDictionary(value => value.Key, value => InputValue.Of(value.Text));

    private static string FindApp()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LowCodeErp.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        }

        return Path.Combine(folder.FullName, "tests", "data", "apps", "northwind");
    }
}
