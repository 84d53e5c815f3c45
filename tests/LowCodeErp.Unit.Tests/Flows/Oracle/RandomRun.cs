using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Unit.Tests.Flows.Oracle;

/// <summary>Random drawings and random deeds; deeds are chosen by how the machine stands, so that most of them make sense.</summary>
internal sealed class RandomRun(Random random)
{
    private const int Levels = 3;

    private int _keys;

    public Plan[] Draw() => Ways(Levels, 1);

    public Deed Choose(FlowRunner run)
    {
        if (run.Status is FlowStatus.Draft or FlowStatus.Returned)
        {
            return random.Next(6) == 0 ? Turn() : new Deed.Submit();
        }

        var seats = run.State.Seats.Values.Where(seat => seat.Status == SeatStatus.Open || random.Next(30) == 0).ToList();
        return random.Next(12) switch
        {
            0 => new Deed.Advance(random.Next(1, 8)),
            1 => new Deed.Crash(),
            2 => Turn(),
            _ when seats.Count == 0 => new Deed.Submit(),
            _ => At(run, seats[random.Next(seats.Count)]),
        };
    }

    private Deed Turn() => new Deed.Turn(random.Next(3) == 0 ? "until" : $"k{random.Next(Math.Max(1, _keys))}.{random.Next(2)}");

    private Deed At(FlowRunner run, FlowSeat seat)
    {
        var block = run.State.Scopes[seat.ScopeId].Block!;
        var who = random.Next(15) == 0 ? Person() : seat.HolderId is { } holder ? FlowRunner.Name(holder)[0] : Person();
        var steps = run.Model.Blocks.Values.Where(known => known.Ways.Count == 0 || random.Next(5) == 0).Select(known => known.Key).ToList();
        var target = steps[random.Next(steps.Count)];
        switch (random.Next(20))
        {
            case 0 or 1:
                return new Deed.Decide(block, who, false);
            case 2 when seat.HolderId is not null:
                return new Deed.Return(block, who, null);
            case 3 or 4 or 5 or 6 when seat.HolderId is not null && (target != block || seat.Origin == SeatOrigin.Model):
                return new Deed.Return(block, who, target);
            case 7:
                return new Deed.Transfer(block, who, Person());
            case 8 or 9 or 10:
                return Add(block, who);
            case 11 when run.State.Seats.Values.FirstOrDefault(other => other.AddedById is not null && other.ScopeId == seat.ScopeId && other.Status is SeatStatus.Open or SeatStatus.Waiting) is { AddedById: { } adder } added:
                return new Deed.Remove(block, FlowRunner.Name(run.State.Seats[adder].HolderId)[0], FlowRunner.Name(added.HolderId)[0]);
            case 12:
                return new Deed.Release(block, who);
            default:
                return seat.HolderId is null && random.Next(2) == 0 ? new Deed.Claim(block, who) : new Deed.Decide(block, who, true);
        }
    }

    private Deed.Add Add(string block, char who)
    {
        var first = random.Next(8);
        var members = string.Concat(Enumerable.Range(0, random.Next(1, 3)).Select(index => (char)('A' + ((first + index) % 8))));
        return new(block, who, (SeatOrigin)random.Next(1, 4), (SeatMode)random.Next(3), members);
    }

    private char Person() => (char)('A' + random.Next(8));

    private Plan[] Ways(int level, int least) => [.. Enumerable.Range(0, random.Next(least, 4)).Select(_ => Block(level))];

    private Plan Block(int level)
    {
        var key = $"k{_keys++}";
        var kind = level == 0 ? 0 : random.Next(9);
        return kind switch
        {
            5 => new Plan.Choice(key, false, Branches(level)),
            6 => new Plan.Choice(key, true, Branches(level)),
            7 => Split(key, level),
            8 => new Plan.Loop(key, [Step($"k{_keys++}"), .. Ways(level - 1, 0)]),
            _ => Step(key),
        };
    }

    /// <summary>Where not all branches are needed each begins with a step: of several that come through by themselves at once, either may be the first.</summary>
    private Plan.Split Split(string key, int level)
    {
        var needed = random.Next(1, 4);
        var ways = needed == 3 ? Branches(level) : [.. Enumerable.Range(0, 3).Select(_ => (Plan[])[Step($"k{_keys++}"), .. Ways(level - 1, 0)])];
        return new(key, needed, random.Next(2) == 0, (FlowBranchRejection)random.Next(3), ways);
    }

    private Plan[][] Branches(int level) => [Ways(level - 1, 0), Ways(level - 1, 0), Ways(level - 1, 0)];

    private Plan.Step Step(string key)
    {
        var isHandle = random.Next(5) == 0;
        var people = isHandle && random.Next(2) == 0 ? "" : string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Person()));
        var hours = random.Next(3) == 0 ? 5 + (_keys * 0.015625m) : 0;
        return new(key, people, isHandle, people.Length > 0 && random.Next(6) == 0, (SeatMode)random.Next(isHandle ? 3 : 4), random.Next(1, 4), !isHandle && random.Next(5) == 0, random.Next(2) == 0,
            random.Next(4) == 0, hours, isHandle || random.Next(2) == 0);
    }
}
