using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Flows.Simulation;

/// <summary>A flow that can be tried, with the forms that it reads.</summary>
/// <param name="Unconditioned">Keys of the blocks whose branches have no conditions, so that whoever tries it chooses.</param>
public sealed record SimulatedFlow(FlowModel Flow, WorkspaceModel Workspace, IReadOnlySet<string> Unconditioned);
