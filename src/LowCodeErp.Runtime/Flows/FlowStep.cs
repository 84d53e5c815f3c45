using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows;

/// <summary>What became of an event.</summary>
public abstract record FlowStep
{
    private FlowStep()
    {
    }

    /// <summary>It was not allowed; nothing has changed.</summary>
    public sealed record Refused(Diagnostic Diagnostic) : FlowStep;

    /// <summary>It was carried out, until everything stands still again. Rows that did not change are the same objects as before.</summary>
    /// <param name="History">What is appended.</param>
    public sealed record Taken(FlowState State, IReadOnlyList<FlowHistory> History) : FlowStep;

    /// <summary>It goes on once a question is answered. Used once: whoever begins again begins with <see cref="FlowMachine.Apply"/>.</summary>
    public sealed record Asked(FlowQuestion Question, Func<FlowAnswer, FlowStep> Answer) : FlowStep;
}
