using LowCodeErp.Runtime.Flows.Machine;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows;

/// <summary>
/// The rules of flows as a function: the state of an instance and an event give the next state. It knows no database and no clock. Whoever calls it stores
/// what it gives, in one transaction; see <c>design/flows.md</c>, whose numbers of rules stand in the comments.
/// </summary>
public static class FlowMachine
{
    /// <param name="model">The version that the instance began with.</param>
    /// <param name="state">A new instance is a draft without any rows.</param>
    public static FlowStep Apply(FlowModel model, FlowState state, FlowEvent flowEvent, FlowFacts facts)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(flowEvent);
        ArgumentNullException.ThrowIfNull(facts);
        return FlowRun.Begin(model, state, flowEvent, facts);
    }
}
