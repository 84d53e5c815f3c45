using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Flows;

/// <summary>What a command would lead to, told by carrying it out and storing nothing: so it cannot differ from what happens then.</summary>
public sealed partial class FlowEngine
{
    /// <param name="happened">A command that the actor could give.</param>
    /// <returns>Null where it would be refused, and while others are in the way.</returns>
    public async Task<FlowForesight?> ForeseeAsync(long instanceId, FlowEvent happened, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(happened);
        FlowForesight? found = null;
        await RunAsync(
            async transaction =>
            {
                found = await ForeseeAsync(instanceId, happened, actor, transaction, cancellationToken);
                return Refuse(FlowCommandDiagnostics.UnknownInstance());
            },
            actor, cancellationToken);
        return found;
    }

    private async Task<FlowForesight?> ForeseeAsync(long instanceId, FlowEvent happened, Actor actor, IRecordTransaction transaction, CancellationToken cancellationToken)
    {
        var load = await flows.LoadAsync(instanceId, happened.CommandId, transaction, cancellationToken);
        if (load.State is not { } state
            || (await versions.FindAsync(state.Instance.Flow, state.Instance.FlowVersion ?? workspace.Current.Version, cancellationToken)).Model is not { } flow)
        {
            return null;
        }

        var command = new FlowCommand(flow, state.Instance.RecordId, actor, Facts(await access.OfAsync(actor, cancellationToken)), transaction);
        return (await AdvanceAsync(command, state, happened, cancellationToken)).Step is FlowStep.Taken taken ? FlowForesight.Of(state, taken) : null;
    }
}
