using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Templates;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Browser.Tests.Hosting;

/// <summary>Puts records behind the pages, as somebody else would: through the save pipeline of the running program.</summary>
public sealed class SampleRecords(IServiceProvider services)
{
    private static string Template => Path.Combine(AppContext.BaseDirectory, "templates", "customer-tiering");

    public async Task InstallAsync()
    {
        var installer = services.GetRequiredService<TemplateInstaller>();
        var installed = await installer.InstallAsync(Template, Actor.System);
        var seeded = await installer.SeedAsync(Template, Actor.System);
        Assert.DoesNotContain([.. installed.Diagnostics, .. seeded], diagnostic => diagnostic.Severity == Severity.Error);
    }

    /// <returns>The id.</returns>
    public Task<long> AddCustomerAsync(string name, string region = "") => SaveAsync("customer", new()
    {
        Values = new Dictionary<string, InputValue> { ["name"] = InputValue.Of(name), ["region"] = InputValue.Of(region) },
    });

    public Task<long> AddOrderAsync(long customer) => SaveAsync("order", new()
    {
        Values = new Dictionary<string, InputValue> { ["customer"] = InputValue.Of((decimal)customer), ["order-date"] = InputValue.Of("2026-03-01") },
        Lines = new Dictionary<string, IReadOnlyList<RecordInput>>
        {
            ["line"] = [new() { Values = new Dictionary<string, InputValue> { ["amount"] = InputValue.Of(120m) } }],
        },
    });

    public Task<long> ChangeAsync(string form, long id, string field, string value)
        => SaveAsync(form, new() { Id = id, Values = new Dictionary<string, InputValue> { [field] = InputValue.Of(value) } });

    private async Task<long> SaveAsync(string formKey, RecordInput input)
    {
        FormModel form = services.GetRequiredService<IWorkspace>().Current.FindForm(formKey)!;
        var result = await services.GetRequiredService<SavePipeline>().SaveAsync(new(form, [input], Actor.System, ChangeSource.Command));
        return Assert.IsType<SaveResult.Saved>(result).Records[0].Id;
    }
}
