using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Flows.Inbox;

namespace LowCodeErp.Portal.Flows;

/// <summary>A line of a list, with the names that it is shown with.</summary>
/// <param name="Step">Null where it is about the instance as a whole, and where the flow is gone.</param>
/// <param name="Initiator">Null when the system began it.</param>
public sealed record InboxLine(InboxEntry Entry, LocalizedText Flow, LocalizedText? Step, string? Initiator)
{
    /// <summary>The step at which it waits for people now; null where it waits for nobody.</summary>
    public LocalizedText? WaitsAt { get; init; }

    /// <summary>The names of those who are asked now; none where somebody has to claim it first.</summary>
    public IReadOnlyList<string> WaitsFor { get; init; } = [];
}
