using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;
using static LowCodeErp.Unit.Tests.Flows.TestFlow;

namespace LowCodeErp.Unit.Tests.Flows;

/// <summary>Random flows under random commands: the doctor looks after every step (<see cref="FlowRunner"/>), and every instance can still be brought to an end.</summary>
public sealed class RandomFlowTests(ITestOutputHelper output)
{
    private const int CommandsOfAnInstance = 50;

    [Fact]
    public void RandomCommands_LeaveEveryInstanceSound_AndAbleToEnd()
    {
        var commands = Environment.GetEnvironmentVariable("LOWCODE_FULL") == "1" ? 100_000 : 5_000;
        for (var seed = 1; seed <= commands / CommandsOfAnInstance; seed++)
        {
            output.WriteLine($"seed {seed}");
            Play(new Random(seed));
        }
    }

    private static void Play(Random random)
    {
        var keys = 0;
        var run = new FlowRunner(Of(definition => definition with { Withdrawal = FlowWithdrawal.Always }, Blocks(random, 3, ref keys)));
        run.Values["until"] = (Func<object?>)(() => random.Next(3) > 0);
        for (var number = 0; number < 20; number++)
        {
            run.Values[$"k{number / 3}.{number % 3}"] = random.Next(2) == 0;
        }

        run.Submit();
        for (var command = 0; command < CommandsOfAnInstance && !run.State.Instance.HasEnded; command++)
        {
            var (before, code) = (run.State, run.Try(Command(random, run)));
            Assert.True(code is null || ReferenceEquals(before, run.State), "What is refused changes nothing.");
        }

        Finish(run);
    }

    private static FlowBlock[] Blocks(Random random, int depth, ref int keys)
    {
        var blocks = new FlowBlock[random.Next(depth == 3 ? 1 : 0, 4)];
        for (var index = 0; index < blocks.Length; index++)
        {
            blocks[index] = Block(random, depth, ref keys);
        }

        return blocks;
    }

    private static FlowBlock Block(Random random, int depth, ref int keys)
    {
        var key = $"k{keys++}";
        var kind = depth == 0 ? 0 : random.Next(8);
        if (kind < 4)
        {
            var names = string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => FlowRunner.Name(random.Next(1, 9))));
            var mode = (SeatMode)random.Next(4);
            return Approve(key, names, settings => settings with
            {
                Mode = mode,
                Threshold = new() { Value = random.Next(1, 4), Of = 3 },
                OnReject = (RejectionPolicy)random.Next(3),
                CollectAll = random.Next(4) == 0,
                Duplicates = (DuplicatePolicy)random.Next(4),
                Timeouts = random.Next(3) == 0 ? [new() { Hours = 5, Action = (TimeoutAction)random.Next(6), Member = "H" }] : [],
            });
        }

        if (kind == 7)
        {
            return Loop(key, 1_000, Blocks(random, depth - 1, ref keys));
        }

        FlowBlock[][] branches = [Blocks(random, depth - 1, ref keys), Blocks(random, depth - 1, ref keys), Blocks(random, depth - 1, ref keys)];
        return kind switch
        {
            4 => Exclusive(key, true, branches),
            5 => Inclusive(key, true, branches),
            _ => Parallel(key, random.Next(1, 4), (FlowRemainder)random.Next(2), (FlowBranchRejection)random.Next(3), branches),
        };
    }

    private static FlowEvent Command(Random random, FlowRunner run)
    {
        if (run.Status == FlowStatus.Returned)
        {
            return new FlowEvent.Submit { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Initiator };
        }

        var timers = run.State.Timers.Values.Where(timer => timer.Status == TimerStatus.Open).ToList();
        if (timers.Count > 0 && random.Next(8) == 0)
        {
            var timer = timers[random.Next(timers.Count)];
            run.Now = timer.DueAt > run.Now ? timer.DueAt : run.Now;
            return new FlowEvent.Fire(timer.Id) { CommandId = Guid.NewGuid() };
        }

        var seats = run.State.Seats.Values.Where(seat => seat.Status == SeatStatus.Open || random.Next(20) == 0).ToList();
        return seats.Count == 0 ? new FlowEvent.Remind { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Initiator } : AtSeat(random, run, seats[random.Next(seats.Count)]);
    }

    private static FlowEvent AtSeat(Random random, FlowRunner run, FlowSeat seat)
    {
        var (command, actor, other) = (Guid.NewGuid(), seat.HolderId ?? 1, (long)random.Next(1, 15));
        var visited = run.State.Scopes.Values.Where(scope => scope.Block is not null).Select(scope => scope.Block!).ToList();
        return random.Next(16) switch
        {
            0 => new FlowEvent.Reject { CommandId = command, ActorId = actor, SeatId = seat.Id },
            1 => new FlowEvent.SendBack { CommandId = command, ActorId = actor, SeatId = seat.Id, StraightBack = random.Next(2) == 0 },
            2 => new FlowEvent.SendBack { CommandId = command, ActorId = actor, SeatId = seat.Id, ToInitiator = true, StraightBack = random.Next(2) == 0 },
            3 or 4 => new FlowEvent.SendBack { CommandId = command, ActorId = actor, SeatId = seat.Id, Targets = [visited[random.Next(visited.Count)]], StraightBack = random.Next(2) == 0 },
            5 => new FlowEvent.Transfer(other) { CommandId = command, ActorId = actor, SeatId = seat.Id },
            6 => new FlowEvent.Entrust(other) { CommandId = command, ActorId = actor, SeatId = seat.Id },
            7 or 8 => new FlowEvent.AddSeats((SeatOrigin)random.Next(1, 4), [other, other + 1]) { CommandId = command, ActorId = actor, SeatId = seat.Id, Mode = (SeatMode)random.Next(3) },
            9 => TakeBack(run.State.Seats.Values.LastOrDefault(decided => decided.DecidedById is not null) ?? seat),
            10 => new FlowEvent.Jump(null, visited[random.Next(visited.Count)]) { CommandId = command, ActorId = actor, Reason = "test" },
            _ => new FlowEvent.Approve { CommandId = command, ActorId = actor, SeatId = seat.Id },
        };
    }

    private static FlowEvent.TakeBack TakeBack(FlowSeat seat) => new() { CommandId = Guid.NewGuid(), ActorId = seat.DecidedById ?? 1, SeatId = seat.Id };

    /// <summary>Everybody approves, whatever came before; the end has to come.</summary>
    private static void Finish(FlowRunner run)
    {
        run.Values["until"] = true;
        for (var step = 0; !run.State.Instance.HasEnded; step++)
        {
            Assert.True(step < 2_000, $"No end in sight: {run.Open}");
            if (run.Status == FlowStatus.Returned)
            {
                run.Submit();
            }
            else if (run.State.Seats.Values.FirstOrDefault(seat => seat.Status == SeatStatus.Open) is { } seat)
            {
                run.Do(new FlowEvent.Approve { CommandId = Guid.NewGuid(), ActorId = seat.HolderId!.Value, SeatId = seat.Id });
            }
            else
            {
                run.Do(new FlowEvent.Skip(run.Incidents.First().Id) { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "test" });
            }
        }
    }
}
