using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Portal.Flows;

/// <summary>One line of the way that an instance went: who did what at which step, and why.</summary>
/// <param name="Step">Null where it is about the instance as a whole.</param>
/// <param name="Who">Null for the system.</param>
/// <param name="For">Where it was somebody else's decision.</param>
public sealed record PathEntry(FlowHistory Entry, LocalizedText? Step, string? Who, string? For)
{
    /// <summary>What people want to know of: not each move of the interpreter.</summary>
    private static readonly HashSet<string> _silent = [FlowActions.Entered, FlowActions.Left, FlowActions.Asked, FlowActions.Fired, FlowActions.Reported, FlowActions.Signalled, FlowActions.Ignored];

    /// <summary>The oldest first.</summary>
    public static IReadOnlyList<PathEntry> Of(FlowModel flow, IReadOnlyList<FlowHistory> history, Func<long?, string?> nameOf)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(nameOf);
        return [.. history.Where(entry => !_silent.Contains(entry.Action))
            .Select(entry => new PathEntry(entry, entry.Block is { } block ? flow.Find(block)?.Label ?? new LocalizedText(block) : null, nameOf(entry.ActorId), nameOf(entry.PrincipalId)))];
    }

    /// <summary>
    /// What somebody did last since the first <paramref name="known"/> entries, since what the instance did of itself after that is no news; what it did of itself
    /// where nobody did anything. Null where there is nothing to tell.
    /// </summary>
    public static PathEntry? NewsOf(FlowModel flow, IReadOnlyList<FlowHistory> history, int known, Func<long?, string?> nameOf)
    {
        var lines = Of(flow, [.. history.Skip(known)], nameOf);
        return lines.LastOrDefault(line => line.Who is not null) ?? (lines.Count > 0 ? lines[0] : null);
    }

    /// <summary>Those who are asked now, in the order of the seats.</summary>
    public static IReadOnlyList<(LocalizedText Step, FlowSeat Seat)> Waiting(FlowModel flow, FlowState state)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(state);
        return [.. state.Seats.Values.Where(seat => seat.Status == SeatStatus.Open)
            .Select(seat => (flow.Find(state.Scopes[seat.ScopeId].Block ?? "")?.Label ?? new LocalizedText(""), seat))];
    }
}
