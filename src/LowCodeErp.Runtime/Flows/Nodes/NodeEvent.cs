namespace LowCodeErp.Runtime.Flows.Nodes;

/// <summary>What a node asked or waited for has come.</summary>
public abstract record NodeEvent
{
    private NodeEvent()
    {
    }

    public sealed record Answered(FlowAnswer Answer) : NodeEvent;

    /// <summary>The time is over.</summary>
    public sealed record Due : NodeEvent;

    /// <param name="Payload">As JSON; null for none.</param>
    public sealed record Signalled(string Name, string? Payload) : NodeEvent;

    /// <param name="Result">As JSON; null for none.</param>
    public sealed record Reported(string? Result) : NodeEvent;
}
