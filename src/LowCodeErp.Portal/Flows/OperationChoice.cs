using System.Collections.Immutable;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Operations;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Portal.Flows;

/// <summary>An operation with all that was said to it.</summary>
public sealed record OperationChoice(FlowOperation Operation)
{
    public string? Opinion { get; init; }

    /// <summary>To whom it goes, whom to add, who gets a copy.</summary>
    public ImmutableArray<long> Members { get; init; } = [];

    /// <summary>Of people who are added before or after.</summary>
    public SeatMode Mode { get; init; } = SeatMode.All;

    /// <summary>Where it is sent back to: keys of steps; none for the step before.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    public bool ToInitiator { get; init; }

    public bool StraightBack { get; init; }

    /// <summary>Of seats to remove.</summary>
    public ImmutableArray<int> Seats { get; init; } = [];

    /// <summary>Whom he chose for later steps, by key of the step.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<long>> Choices { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<long>>.Empty;

    /// <summary>The command, whose actor whoever sends it adds.</summary>
    public FlowEvent.Command ToEvent(int seatId, Guid commandId) => Operation switch
    {
        FlowOperation.Approve => new FlowEvent.Approve { CommandId = commandId, ActorId = 0, SeatId = seatId, Opinion = Opinion, Choices = Choices },
        FlowOperation.Reject => new FlowEvent.Reject { CommandId = commandId, ActorId = 0, SeatId = seatId, Opinion = Opinion },
        FlowOperation.Complete => new FlowEvent.Complete { CommandId = commandId, ActorId = 0, SeatId = seatId, Opinion = Opinion },
        FlowOperation.SendBack => new FlowEvent.SendBack
        {
            CommandId = commandId, ActorId = 0, SeatId = seatId, Opinion = Opinion, Targets = Targets, ToInitiator = ToInitiator, StraightBack = StraightBack,
        },
        FlowOperation.Transfer => new FlowEvent.Transfer(Members[0]) { CommandId = commandId, ActorId = 0, SeatId = seatId, Opinion = Opinion },
        FlowOperation.Entrust => new FlowEvent.Entrust(Members[0]) { CommandId = commandId, ActorId = 0, SeatId = seatId, Opinion = Opinion },
        FlowOperation.AddBefore => Add(SeatOrigin.AddedBefore, seatId, commandId),
        FlowOperation.AddAfter => Add(SeatOrigin.AddedAfter, seatId, commandId),
        FlowOperation.AddBeside => Add(SeatOrigin.AddedBeside, seatId, commandId),
        FlowOperation.RemoveSeats => new FlowEvent.RemoveSeats(Seats) { CommandId = commandId, ActorId = 0, SeatId = seatId, Opinion = Opinion },
        FlowOperation.Claim => new FlowEvent.Claim { CommandId = commandId, ActorId = 0, SeatId = seatId },
        FlowOperation.Release => new FlowEvent.Release { CommandId = commandId, ActorId = 0, SeatId = seatId },
        FlowOperation.TakeBack => new FlowEvent.TakeBack { CommandId = commandId, ActorId = 0, SeatId = seatId },
        FlowOperation.KeepDraft => new FlowEvent.KeepDraft { CommandId = commandId, ActorId = 0, SeatId = seatId, Opinion = Opinion },
        FlowOperation.Withdraw => new FlowEvent.Withdraw(Opinion) { CommandId = commandId, ActorId = 0 },
        FlowOperation.Remind => new FlowEvent.Remind { CommandId = commandId, ActorId = 0 },
        FlowOperation.Copy => new FlowEvent.Copy(Members, Opinion) { CommandId = commandId, ActorId = 0 },
        FlowOperation.Resubmit => new FlowEvent.Submit { CommandId = commandId, ActorId = 0, Choices = Choices },
        _ => throw new ArgumentOutOfRangeException(nameof(commandId), Operation, "There is no such operation."),
    };

    /// <summary>Which operation a command is.</summary>
    public static FlowOperation Of(FlowEvent.Command command) => command switch
    {
        FlowEvent.AddSeats { Place: SeatOrigin.AddedBefore } => FlowOperation.AddBefore,
        FlowEvent.AddSeats { Place: SeatOrigin.AddedAfter } => FlowOperation.AddAfter,
        FlowEvent.AddSeats => FlowOperation.AddBeside,
        FlowEvent.Submit => FlowOperation.Resubmit,
        _ => Enum.Parse<FlowOperation>(command.GetType().Name),
    };

    private FlowEvent.AddSeats Add(SeatOrigin place, int seatId, Guid commandId)
        => new(place, Members) { CommandId = commandId, ActorId = 0, SeatId = seatId, Opinion = Opinion, Mode = Mode };
}
