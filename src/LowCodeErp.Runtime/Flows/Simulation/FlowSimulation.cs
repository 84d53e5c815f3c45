using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Simulation;

/// <summary>
/// A shell in memory: one instance that goes through the machine as a stored one does, but is kept nowhere (rule 60). Whoever has the facts hands them in with
/// each event.
/// </summary>
public sealed class FlowSimulation(FlowModel model, FlowState state, IFlowAnswers answers)
{
    private readonly List<FlowHistory> _history = [];

    public FlowModel Model => model;

    public FlowState State { get; private set; } = state;

    public IReadOnlyList<FlowHistory> History => _history;

    /// <summary>A draft without any rows, of a record that has the number 1.</summary>
    /// <param name="initiator">Null when the system begins it.</param>
    /// <param name="now">In UTC.</param>
    public static FlowState NewInstance(FlowModel model, long? initiator, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new() { Instance = new() { Id = 1, Flow = model.Key, RecordId = 1, Title = model.Label.Chinese, InitiatorId = initiator, CreatedAt = now } };
    }

    /// <summary>What the event would do, without doing it.</summary>
    public FlowStep Try(FlowEvent flowEvent, FlowFacts facts)
    {
        var step = FlowMachine.Apply(model, State, flowEvent, facts);
        while (step is FlowStep.Asked asked)
        {
            step = asked.Answer(answers.Answer(asked.Question, State.Instance, facts));
        }

        return step;
    }

    /// <returns>Why it was refused, and nothing changed; null when it was carried out.</returns>
    public Diagnostic? Do(FlowEvent flowEvent, FlowFacts facts)
    {
        switch (Try(flowEvent, facts))
        {
            case FlowStep.Refused refused:
                return refused.Diagnostic;
            case FlowStep.Taken taken:
                _history.AddRange(taken.History);
                State = taken.State;
                return null;
            case var other:
                throw new InvalidOperationException($"An event ended with {other}.");
        }
    }

    /// <summary>As after a crash: what is left is what can be written down.</summary>
    public void Reload()
        => State = JsonSerializer.Deserialize<FlowState>(JsonSerializer.Serialize(State)) ?? throw new InvalidOperationException("A state was written as nothing.");
}
