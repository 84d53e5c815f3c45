using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>For databases in which no flow runs.</summary>
internal sealed class NoFlows : IRunningFlows
{
    public ValueTask<IReadOnlyList<RunningFlow>> OfAsync(WorkspaceModel workspace, CancellationToken cancellationToken = default) => ValueTask.FromResult<IReadOnlyList<RunningFlow>>([]);
}
