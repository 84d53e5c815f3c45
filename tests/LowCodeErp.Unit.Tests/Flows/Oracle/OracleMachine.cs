using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;
using static LowCodeErp.Unit.Tests.Flows.TestFlow;

namespace LowCodeErp.Unit.Tests.Flows.Oracle;

/// <summary>The machine on the same drawing, told the same deeds.</summary>
internal sealed class OracleMachine
{
    private readonly FlowRunner _run;

    public OracleMachine(Plan[] trunk)
    {
        _run = new(Of(Draw(trunk)));
        _run.Values["until"] = false;
    }

    public FlowRunner Run => _run;

    public static FlowBlock[] Draw(Plan[] plans) => [.. plans.Select(Draw)];

    /// <returns>Whether it is taken.</returns>
    public bool Do(Deed deed)
    {
        switch (deed)
        {
            case Deed.Turn turn:
                _run.Values[turn.Condition] = !(_run.Values.GetValueOrDefault(turn.Condition) is true);
                return true;
            case Deed.Crash:
                _run.Reload();
                return true;
            case Deed.Advance advance:
                Advance(_run.Now.AddHours(advance.Hours));
                return true;
            default:
                return _run.Try(EventOf(deed)) is null;
        }
    }

    private void Advance(DateTime until)
    {
        while (_run.State.Timers.Values.Where(timer => timer.Status == TimerStatus.Open && timer.DueAt <= until).MinBy(timer => timer.DueAt) is { } due)
        {
            _run.Now = due.DueAt;
            _run.Do(new FlowEvent.Fire(due.Id) { CommandId = Guid.NewGuid() });
        }

        _run.Now = until;
    }

    private FlowEvent EventOf(Deed deed)
    {
        var command = Guid.NewGuid();
        return deed switch
        {
            Deed.Submit => new FlowEvent.Submit { CommandId = command, ActorId = FlowRunner.Initiator },
            Deed.Decide { IsPositive: false } decide => new FlowEvent.Reject { CommandId = command, ActorId = Id(decide.Who), SeatId = Seat(decide.Block, decide.Who) },
            Deed.Decide decide when IsHandle(decide.Block) => new FlowEvent.Complete { CommandId = command, ActorId = Id(decide.Who), SeatId = Seat(decide.Block, decide.Who) },
            Deed.Decide decide => new FlowEvent.Approve { CommandId = command, ActorId = Id(decide.Who), SeatId = Seat(decide.Block, decide.Who) },
            Deed.Return back => new FlowEvent.SendBack { CommandId = command, ActorId = Id(back.Who), SeatId = Seat(back.Block, back.Who), ToInitiator = back.To is null, Targets = back.To is null ? [] : [back.To] },
            Deed.Transfer transfer => new FlowEvent.Transfer(Id(transfer.To)) { CommandId = command, ActorId = Id(transfer.Who), SeatId = Seat(transfer.Block, transfer.Who) },
            Deed.Claim claim => new FlowEvent.Claim { CommandId = command, ActorId = Id(claim.Who), SeatId = SeatsAt(claim.Block).FirstOrDefault(seat => seat is { Status: SeatStatus.Open, HolderId: null })?.Id ?? 0 },
            Deed.Release release => new FlowEvent.Release { CommandId = command, ActorId = Id(release.Who), SeatId = Seat(release.Block, release.Who) },
            Deed.Add add => new FlowEvent.AddSeats(add.Place, [.. add.Members.Select(Id)]) { CommandId = command, ActorId = Id(add.Who), SeatId = Seat(add.Block, add.Who), Mode = add.Mode },
            Deed.Remove remove => Remove(remove, command),
            _ => throw new ArgumentOutOfRangeException(nameof(deed)),
        };
    }

    private FlowEvent.RemoveSeats Remove(Deed.Remove remove, Guid command)
    {
        var added = SeatsAt(remove.Block).FirstOrDefault(seat => seat.Status is SeatStatus.Open or SeatStatus.Waiting && seat.HolderId == Id(remove.Member)
            && seat.AddedById is { } adder && _run.State.Seats[adder].HolderId == Id(remove.Who));
        return new([added?.Id ?? 0]) { CommandId = command, ActorId = Id(remove.Who), SeatId = added?.AddedById ?? Seat(remove.Block, remove.Who) };
    }

    private bool IsHandle(string block) => _run.Model.Find(block) is FlowBlock.Leaf { Settings: HandleSettings };

    private IEnumerable<FlowSeat> SeatsAt(string block) => _run.State.Seats.Values.Where(seat => _run.State.Scopes[seat.ScopeId].Block == block);

    /// <summary>The open one; else one that is over, which has to be refused.</summary>
    private int Seat(string block, char who)
    {
        var seats = SeatsAt(block).ToList();
        return (seats.Find(seat => seat.Status == SeatStatus.Open && seat.HolderId == Id(who)) ?? seats.Find(seat => seat is { Status: SeatStatus.Open, HolderId: null }) ?? seats.FindLast(seat => seat.HolderId == Id(who)))?.Id ?? 0;
    }

    private static long Id(char name) => FlowRunner.Id(name.ToString());

    private static FlowBlock Draw(Plan plan) => plan switch
    {
        Plan.Step { IsHandle: true } step => Handle(step.Key, step.People.Length == 0 ? null : string.Join(' ', step.People.AsEnumerable()), settings => settings with { Claim = step.IsClaimed, Mode = step.Mode, Timeouts = Timeouts(step) }),
        Plan.Step step => Approve(step.Key, string.Join(' ', step.People.AsEnumerable()), settings => settings with
        {
            Claim = step.IsClaimed,
            Mode = step.Mode,
            Threshold = new() { Value = step.Share, Of = 3 },
            CollectAll = step.CollectAll,
            AllMustReject = step.AllMustReject,
            OnReject = step.RejectionReturns ? RejectionPolicy.Initiator : RejectionPolicy.End,
            Timeouts = Timeouts(step),
        }),
        Plan.Choice { IsInclusive: true } choice => Inclusive(choice.Key, true, [.. choice.Ways.Select(Draw)]),
        Plan.Choice choice => Exclusive(choice.Key, true, [.. choice.Ways.Select(Draw)]),
        Plan.Split split => Parallel(split.Key, split.Needed, split.LeavesRest ? FlowRemainder.Leave : FlowRemainder.Cancel, split.OnReject, [.. split.Ways.Select(Draw)]),
        Plan.Loop loop => Loop(loop.Key, 1_000, Draw(loop.Body)),
        _ => throw new ArgumentOutOfRangeException(nameof(plan)),
    };

    private static IReadOnlyList<TimeoutStep> Timeouts(Plan.Step step)
        => step.Hours > 0 ? [new() { Hours = step.Hours, Action = step.TimeoutApproves ? TimeoutAction.Approve : TimeoutAction.Reject }] : [];
}
