using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Data.Tests.Queries;

internal sealed class SampleWorkspace(WorkspaceModel model) : IWorkspace
{
    public event Action? Changed
    {
        add { }
        remove { }
    }

    public WorkspaceModel Current => model;

    public TimeZoneInfo TimeZone => TimeZoneInfo.Utc;
}
