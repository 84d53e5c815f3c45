using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows;

/// <summary>One event on its way through an instance, which stops wherever a question is open.</summary>
internal sealed class FlowRun
{
    public static FlowStep Begin(FlowModel model, FlowState state, FlowEvent flowEvent, FlowFacts facts) => throw new NotSupportedException(model.Key + state + flowEvent + facts);
}
