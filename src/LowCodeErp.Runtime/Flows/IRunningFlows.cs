using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Flows;

/// <summary>Which flows have tasks: those in force, and the earlier versions that instances still run in.</summary>
public interface IRunningFlows
{
    /// <summary>Kept in memory: instances begin with the version in force, so that what ran in earlier ones only becomes less.</summary>
    ValueTask<IReadOnlyList<RunningFlow>> OfAsync(WorkspaceModel workspace, CancellationToken cancellationToken = default);
}
