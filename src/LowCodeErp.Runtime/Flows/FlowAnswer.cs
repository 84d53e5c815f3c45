using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Flows;

/// <summary>The answer to a <see cref="FlowQuestion"/>.</summary>
public abstract record FlowAnswer
{
    private FlowAnswer()
    {
    }

    /// <param name="Values">One for each term, in their order.</param>
    public sealed record Outcomes(IReadOnlyList<FlowOutcome> Values) : FlowAnswer;

    /// <summary>Of members or records, in a fixed order.</summary>
    public sealed record Ids(IReadOnlyList<long> Values) : FlowAnswer;

    /// <summary>It could not be answered or done; it becomes an incident.</summary>
    public sealed record Failed(Diagnostic Diagnostic) : FlowAnswer;

    /// <summary>Somebody has to know at once: the command is refused as a whole. Where nobody acted it becomes an incident.</summary>
    public sealed record Refused(Diagnostic Diagnostic) : FlowAnswer;
}
