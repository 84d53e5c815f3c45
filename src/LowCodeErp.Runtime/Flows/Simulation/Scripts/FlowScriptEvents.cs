using System.Collections.Immutable;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Simulation.Scripts;

/// <summary>The events of the machine, as a script writes them.</summary>
/// <param name="path">Of the step: <c>steps[3]</c>.</param>
internal sealed class FlowScriptEvents(FlowScriptWorld world, FlowState state, FlowScriptStep step, string path)
{
    private const string NoReason = "script";

    private static readonly Dictionary<string, Func<FlowScriptEvents, FlowEvent>> _makers = new(StringComparer.Ordinal)
    {
        ["submit"] = events => new FlowEvent.Submit { CommandId = Guid.NewGuid(), ActorId = events.Actor(null), Choices = events.Choices() },
        ["withdraw"] = events => new FlowEvent.Withdraw(events.Step.Reason) { CommandId = Guid.NewGuid(), ActorId = events.Actor(null) },
        ["remind"] = events => new FlowEvent.Remind { CommandId = Guid.NewGuid(), ActorId = events.Actor(null) },
        ["copy"] = events => new FlowEvent.Copy(events.Members(), events.Step.Opinion) { CommandId = Guid.NewGuid(), ActorId = events.Actor(null) },
        ["approve"] = events => events.At(seat => new FlowEvent.Approve { CommandId = Guid.NewGuid(), ActorId = events.Actor(seat), SeatId = seat?.Id ?? 0, Choices = events.Choices() }),
        ["reject"] = events => events.At(seat => new FlowEvent.Reject { CommandId = Guid.NewGuid(), ActorId = events.Actor(seat), SeatId = seat?.Id ?? 0 }),
        ["complete"] = events => events.At(seat => new FlowEvent.Complete { CommandId = Guid.NewGuid(), ActorId = events.Actor(seat), SeatId = seat?.Id ?? 0 }),
        ["return"] = events => events.At(events.Return),
        ["transfer"] = events => events.At(seat => new FlowEvent.Transfer(events.Member()) { CommandId = Guid.NewGuid(), ActorId = events.Actor(seat), SeatId = seat?.Id ?? 0 }),
        ["delegate"] = events => events.At(seat => new FlowEvent.Entrust(events.Member()) { CommandId = Guid.NewGuid(), ActorId = events.Actor(seat), SeatId = seat?.Id ?? 0 }),
        ["add"] = events => events.At(events.Add),
        ["remove"] = events => events.At(events.Remove),
        ["claim"] = events => events.At(seat => new FlowEvent.Claim { CommandId = Guid.NewGuid(), ActorId = events.Actor(seat), SeatId = seat?.Id ?? 0 }),
        ["release"] = events => events.At(seat => new FlowEvent.Release { CommandId = Guid.NewGuid(), ActorId = events.Actor(seat), SeatId = seat?.Id ?? 0 }),
        ["take-back"] = events => events.At(seat => new FlowEvent.TakeBack { CommandId = Guid.NewGuid(), ActorId = events.Actor(seat), SeatId = seat?.Id ?? 0 }),
        ["keep-draft"] = events => events.At(seat => new FlowEvent.KeepDraft { CommandId = Guid.NewGuid(), ActorId = events.Actor(seat), SeatId = seat?.Id ?? 0 }),
        ["read"] = events => events.At(seat => new FlowEvent.Read { CommandId = Guid.NewGuid(), ActorId = events.Actor(seat), SeatId = seat?.Id ?? 0 }),
        ["signal"] = events => new FlowEvent.Signal(events.Need(events.Step.Event, "event"), events.Step.Payload?.GetRawText()) { CommandId = Guid.NewGuid() },
        ["report"] = events => events.Report(),
        ["replace"] = events => new FlowEvent.Replace(events.FindSeat()?.Id ?? 0, events.Member()) { CommandId = Guid.NewGuid(), ActorId = events.Administrator, Reason = events.Reason },
        ["jump"] = events => new FlowEvent.Jump(events.Step.At is null ? null : events.Block(events.Step.At, "at"), events.Target()) { CommandId = Guid.NewGuid(), ActorId = events.Administrator, Reason = events.Reason },
        ["suspend"] = events => new FlowEvent.Suspend { CommandId = Guid.NewGuid(), ActorId = events.Administrator, Reason = events.Reason },
        ["resume"] = events => new FlowEvent.Reactivate { CommandId = Guid.NewGuid(), ActorId = events.Administrator, Reason = events.Reason },
        ["terminate"] = events => new FlowEvent.Terminate { CommandId = Guid.NewGuid(), ActorId = events.Administrator, Reason = events.Reason },
        ["retry"] = events => new FlowEvent.Retry(events.Incident()) { CommandId = Guid.NewGuid(), ActorId = events.Administrator, Reason = events.Reason },
        ["skip"] = events => new FlowEvent.Skip(events.Incident()) { CommandId = Guid.NewGuid(), ActorId = events.Administrator, Reason = events.Reason },
        ["abort"] = events => new FlowEvent.Abort(events.Incident()) { CommandId = Guid.NewGuid(), ActorId = events.Administrator, Reason = events.Reason },
    };

    public static IEnumerable<string> Verbs => _makers.Keys;

    private FlowScriptStep Step => step;

    private string Reason => step.Reason ?? NoReason;

    private long Administrator => step.By is { } name ? world.IdOf(name, path + ".by") : world.Answers.Administrators.FirstOrDefault(world.InitiatorId);

    /// <summary>Whether what it goes to is a member.</summary>
    public static bool NamesMembers(string verb) => verb is "transfer" or "delegate" or "replace";

    /// <summary>What is wrong with the step is in the diagnostics of the world; then nothing is to be done.</summary>
    public FlowEvent? Make()
    {
        if (_makers.TryGetValue(step.Do, out var make))
        {
            return make(this);
        }

        world.Diagnostics.Add(FlowScriptDiagnostics.UnknownVerb(path + ".do", step.Do, FlowScriptRun.OwnVerbs.Concat(Verbs)));
        return null;
    }

    /// <summary>The key of a block; of one that there is not, what was written.</summary>
    public string Block(string name, string member)
    {
        if (world.Flow.Find(name) is not null)
        {
            return name;
        }

        FlowBlock[] called = [.. world.Flow.Blocks.Values.Where(block => block.Label.Chinese == name || block.Label.English == name)];
        if (called is [var only])
        {
            return only.Key;
        }

        world.Diagnostics.Add(FlowScriptDiagnostics.UnknownBlock($"{path}.{member}", name));
        return name;
    }

    private FlowEvent At<T>(Func<FlowSeat?, T> make)
        where T : FlowEvent.SeatCommand
        => make(FindSeat()) with { Opinion = step.Opinion, SignatureId = step.Signature };

    private FlowEvent.SendBack Return(FlowSeat? seat)
    {
        var toInitiator = step.To.Contains("initiator") && world.Flow.Find("initiator") is null;
        return new()
        {
            CommandId = Guid.NewGuid(), ActorId = Actor(seat), SeatId = seat?.Id ?? 0, StraightBack = step.StraightBack, ToInitiator = toInitiator,
            Targets = toInitiator ? [] : [.. step.To.Select(name => Block(name, "to"))],
        };
    }

    private FlowEvent.AddSeats Add(FlowSeat? seat)
    {
        var place = step.Place switch { "before" => SeatOrigin.AddedBefore, "after" => SeatOrigin.AddedAfter, "beside" => SeatOrigin.AddedBeside, _ => SeatOrigin.Model };
        if (place == SeatOrigin.Model)
        {
            world.Diagnostics.Add(FlowScriptDiagnostics.Missing(path + ".place", "place: before | after | beside"));
        }

        return new(place, Members()) { CommandId = Guid.NewGuid(), ActorId = Actor(seat), SeatId = seat?.Id ?? 0, Mode = step.Mode, Veto = step.Veto, Weight = step.Weight, Advisory = step.Advisory };
    }

    /// <summary>The seats of the named members that this one has added.</summary>
    private FlowEvent.RemoveSeats Remove(FlowSeat? seat)
    {
        var members = Members();
        var added = state.Seats.Values.Where(other => other.AddedById == seat?.Id && other.HolderId is { } holder && members.Contains(holder)).Select(other => other.Id);
        return new([.. added]) { CommandId = Guid.NewGuid(), ActorId = Actor(seat), SeatId = seat?.Id ?? 0 };
    }

    private FlowEvent.Report Report()
    {
        var block = step.At is null ? null : Block(step.At, "at");
        var job = state.Jobs.Values.LastOrDefault(job => block is null ? job.Status == JobStatus.Open : job.ScopeId is { } scope && state.Scopes[scope].Block == block);
        var failure = step.Failure is { } text ? new Diagnostic("flow.script.job-failed", Severity.Error, "", new LocalizedText(text, text)) : null;
        return new(job?.Id ?? 0, job?.Generation ?? 0, failure is null ? step.Payload?.GetRawText() : null, failure) { CommandId = Guid.NewGuid() };
    }

    /// <summary>By its number or else, at a block, the open one that somebody holds, one that nobody holds, or the last one there was: the machine says what is wrong with that.</summary>
    private FlowSeat? FindSeat()
    {
        if (step.Seat is { } id)
        {
            return state.Seats.GetValueOrDefault(id);
        }

        var block = step.At is null ? null : Block(step.At, "at");
        var actor = step.Do == "replace" || step.By is null ? (long?)null : world.IdOf(step.By, path + ".by");
        var seats = state.Seats.Values.Where(seat => block is null || state.Scopes[seat.ScopeId].Block == block).ToList();
        return seats.Find(seat => seat.Status == SeatStatus.Open && (actor is null || seat.HolderId == actor))
            ?? seats.Find(seat => seat.Status == SeatStatus.Open && seat.HolderId is null)
            ?? seats.FindLast(seat => actor is null || seat.HolderId == actor)
            ?? seats.LastOrDefault();
    }

    private long Actor(FlowSeat? seat) => step.By is { } name ? world.IdOf(name, path + ".by") : seat?.HolderId ?? world.InitiatorId;

    private string Target()
    {
        var name = Need(step.To.Count > 0 ? step.To[0] : null, "to");
        return name.Length > 0 ? Block(name, "to") : name;
    }

    private long Member() => Need(step.To.Count > 0 ? step.To[0] : null, "to") is { Length: > 0 } name ? world.IdOf(name, path + ".to[0]") : 0;

    private ImmutableArray<long> Members() => [.. step.Members.Select((name, index) => world.IdOf(name, $"{path}.members[{index}]"))];

    private ImmutableSortedDictionary<string, ImmutableArray<long>> Choices() => step.Choices.ToImmutableSortedDictionary(
        chosen => Block(chosen.Key, "choices"), chosen => chosen.Value.Select(name => world.IdOf(name, $"{path}.choices.{chosen.Key}")).ToImmutableArray());

    /// <summary>The open one at the block; the first one where none is named.</summary>
    private int Incident()
    {
        var block = step.At is null ? null : Block(step.At, "at");
        return state.Incidents.Values.FirstOrDefault(incident => incident.ResolvedAt is null && (block is null || state.Scopes[incident.ScopeId].Block == block))?.Id ?? 0;
    }

    private string Need(string? value, string member)
    {
        if (value is null)
        {
            world.Diagnostics.Add(FlowScriptDiagnostics.Missing($"{path}.{member}", member));
        }

        return value ?? "";
    }
}
