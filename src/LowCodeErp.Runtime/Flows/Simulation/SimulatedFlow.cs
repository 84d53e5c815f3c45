using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Flows.Simulation;

/// <summary>A flow that can be tried, with the forms that it reads.</summary>
/// <param name="Unconditioned">Keys of the blocks whose branches have no conditions, so that whoever tries it chooses.</param>
public sealed record SimulatedFlow(FlowModel Flow, WorkspaceModel Workspace, IReadOnlySet<string> Unconditioned)
{
    /// <summary>What the workspace was compiled from, each app after those that it needs.</summary>
    public required IReadOnlyList<AppPackage> Packages { get; init; }

    /// <summary>The same flow as a database has it.</summary>
    public SimulatedFlow In(WorkspaceModel workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return this with { Flow = workspace.FindFlow(Flow.Key)!, Workspace = workspace };
    }
}
