namespace LowCodeErp.Runtime.Flows.State;

/// <summary>A block that was left backwards, and is gone straight back to once the one that was returned to is done (rule 27).</summary>
/// <param name="From">Key of the block that returned.</param>
/// <param name="To">Key of the block that was returned to; null: the initiator.</param>
/// <param name="Seat">The seat that returned; where the block asks one after the other, it begins there again.</param>
public sealed record FlowWayBack(string From, string? To, int? Seat);
