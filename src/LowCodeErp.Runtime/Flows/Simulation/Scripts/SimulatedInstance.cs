using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Simulation.Scripts;

/// <summary>In memory: the record is that of the script's world.</summary>
internal sealed class SimulatedInstance(FlowScriptWorld world, FlowChoices choices) : IScriptedInstance
{
    private readonly FlowSimulation _simulation = new(world.Flow, FlowSimulation.NewInstance(world.Flow, world.InitiatorId, world.Now), choices);

    public FlowState State => _simulation.State;

    public IReadOnlyList<FlowHistory> History => _simulation.History;

    public ValueTask<Diagnostic?> DoAsync(FlowEvent flowEvent, CancellationToken cancellationToken) => new(world.Note(_simulation.Do(flowEvent, world.Facts)));

    public ValueTask ChangeAsync(IReadOnlyCollection<string> fields, string path, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask ReloadAsync(CancellationToken cancellationToken)
    {
        _simulation.Reload();
        return ValueTask.CompletedTask;
    }
}
