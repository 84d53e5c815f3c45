using System.Reflection;
using LowCodeErp.Portal.Navigation;
using LowCodeErp.Studio;

namespace LowCodeErp.Web.Hosting;

/// <summary>Where pages are looked for besides this project.</summary>
public sealed class PageAssemblies
{
    public IList<Assembly> Additional { get; } = [typeof(MainLayout).Assembly, typeof(StudioSetup).Assembly];
}
