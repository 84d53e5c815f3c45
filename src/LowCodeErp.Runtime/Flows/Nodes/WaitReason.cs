namespace LowCodeErp.Runtime.Flows.Nodes;

/// <summary>Something that a node stands still for.</summary>
public abstract record WaitReason
{
    private WaitReason()
    {
    }

    /// <param name="After">How long from now.</param>
    /// <param name="WorkingTime">Whether rest days stand still.</param>
    public sealed record Duration(TimeSpan After, bool WorkingTime) : WaitReason;

    /// <param name="Due">In UTC; a moment that is past comes at once.</param>
    public sealed record Moment(DateTime Due) : WaitReason;

    /// <param name="Name">Of the event.</param>
    public sealed record Signal(string Name) : WaitReason;

    /// <summary>The result of something outside, which is begun after the command was stored.</summary>
    /// <param name="Kind"><c>webhook</c>, <c>script</c>.</param>
    /// <param name="Payload">What is to be done, as JSON.</param>
    public sealed record Job(string Kind, string Payload) : WaitReason;
}
