using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows;

/// <summary>Where a command would lead.</summary>
/// <param name="Status">Of the instance, then.</param>
/// <param name="Next">The seats that would be asked then and are not asked now.</param>
/// <param name="StillOpen">Of the step itself: those who would still have to decide before it goes on.</param>
/// <param name="Blocks">Keys of the steps that it would go through or come to, in their order.</param>
public sealed record FlowForesight(FlowStatus Status, IReadOnlyList<FlowSeat> Next, IReadOnlyList<FlowSeat> StillOpen, IReadOnlyList<string> Blocks)
{
    /// <summary>After it.</summary>
    public required FlowState State { get; init; }

    internal static FlowForesight Of(FlowState before, FlowStep.Taken taken)
    {
        var open = taken.State.Seats.Values.Where(seat => seat.Status == SeatStatus.Open).ToLookup(seat => before.Seats.GetValueOrDefault(seat.Id)?.Status == SeatStatus.Open);
        return new(
            taken.State.Instance.Status, [.. open[false]], [.. open[true]],
            [.. taken.History.Where(entry => entry is { Action: FlowActions.Entered, Block: not null }).Select(entry => entry.Block!)])
        {
            State = taken.State,
        };
    }
}
