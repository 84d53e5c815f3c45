using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Simulation;

/// <summary>Answers in memory what the machine asks. Nothing is stored.</summary>
public interface IFlowAnswers
{
    FlowAnswer Answer(FlowQuestion question, FlowInstance instance, FlowFacts facts);
}
