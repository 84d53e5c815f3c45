using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Browser.Tests.Studio;

/// <summary>A workspace in which nobody has made anything yet.</summary>
public sealed class EmptyWorkspace : AppWorkspace
{
    public FormModel? FindForm(string key) => Service<IWorkspace>().Current.FindForm(key);
}
