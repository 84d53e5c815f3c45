using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Browser.Tests.Studio;

/// <summary>The template of customer tiering in a workspace of its own, since designs are published in it.</summary>
public sealed class DesignWorkspace() : AppWorkspace("templates", "customer-tiering")
{
    public FormModel? FindForm(string key) => Service<IWorkspace>().Current.FindForm(key);

    public async Task AddCustomersAsync(params string[] names)
    {
        foreach (var name in names)
        {
            await AddAsync("customer", new() { Values = Values(("name", name)) });
        }
    }
}
