using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.Operations;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Flows;

/// <summary>An instance as somebody may see it.</summary>
/// <param name="Flow">The version that it began with.</param>
/// <param name="History">The oldest first.</param>
/// <param name="Seat">The task that he works at, else the one that he decided last; null for whoever only looks.</param>
/// <param name="Offer">What he can do.</param>
/// <param name="Record">By which rights he sees the record: those of his task while he has one, else his own.</param>
/// <param name="Administers">Whether he may intervene.</param>
public sealed record FlowView(FlowModel Flow, FlowState State, IReadOnlyList<FlowHistory> History, FlowSeat? Seat, FlowOffer Offer, Actor Record, RecordRights Rights, bool Administers)
{
    /// <summary>Whether the seat is his to decide now.</summary>
    public bool IsHisTurn => Seat is { Status: SeatStatus.Open } && Record.Task is not null;
}
