using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Flows.Votes;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>Seats that decide together: those of the model, or those that one seat added before or after itself.</summary>
/// <param name="Owner">The seat that added them; null for those of the model.</param>
/// <param name="Seats">In their order.</param>
/// <param name="IsAdvisory">Whether a rejection is only an opinion.</param>
internal sealed record SeatGroup(int? Owner, SeatOrigin Origin, IReadOnlyList<FlowSeat> Seats, VoteRule Rule, bool IsAdvisory);
