using System.Text.Json.Nodes;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Simulation.Scripts;

/// <summary>Carries out a script in memory, and tells after each of its steps how the instance stands.</summary>
public sealed class FlowScriptRun
{
    private const int MostTimers = 10_000;

    private readonly FlowScript _script;
    private readonly FlowScriptWorld _world;
    private readonly FlowChoices _choices;
    private readonly FlowSimulation _simulation;

    /// <param name="calendar">Of working days.</param>
    /// <param name="now">In UTC; where the script does not say when it begins.</param>
    public FlowScriptRun(SimulatedFlow subject, FlowScript script, WorkingCalendar calendar, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(script);
        _script = script;
        _world = new(subject, script, calendar, now);
        _choices = new(subject.Flow, _world.Answers, subject.Unconditioned);
        _simulation = new(subject.Flow, FlowSimulation.NewInstance(subject.Flow, _world.InitiatorId, _world.Now), _choices);
    }

    /// <summary>What a script does apart from the events of the machine.</summary>
    public static IReadOnlyList<string> OwnVerbs { get; } = ["choose", "advance", "crash", "change"];

    /// <summary>What is wrong with the script, with paths within it. Nothing after the first mistake is carried out.</summary>
    public IReadOnlyList<Diagnostic> Problems => _world.Diagnostics.Items;

    public FlowSimulation Simulation => _simulation;

    /// <summary>One for each step, as far as it is sound.</summary>
    public IEnumerable<JsonObject> Run()
    {
        foreach (var (index, step) in _script.Steps.Index())
        {
            if (_world.Diagnostics.HasErrors)
            {
                yield break;
            }

            var before = _simulation.History.Count;
            var refusal = Carry(step, $"steps[{index}]");
            if (!_world.Diagnostics.HasErrors)
            {
                yield return FlowPicture.Of(_world, _simulation, index + 1, step.Do, refusal, before);
            }
        }
    }

    private Diagnostic? Carry(FlowScriptStep step, string path)
    {
        _world.Change(step.Values, path + ".values");
        switch (step.Do)
        {
            case "change":
                return null;
            case "choose":
                return Choose(step, path);
            case "advance":
                return Advance(step, path);
            case "crash":
                _simulation.Reload();
                return null;
            default:
                var made = new FlowScriptEvents(_world, _simulation.State, step, path).Make();
                return made is null || _world.Diagnostics.HasErrors ? null : _world.Note(_simulation.Do(made, _world.Facts));
        }
    }

    /// <summary>Kept until the block is reached; where it waits for it already, it goes on.</summary>
    private Diagnostic? Choose(FlowScriptStep step, string path)
    {
        var key = step.At is null ? null : new FlowScriptEvents(_world, _simulation.State, step, path).Block(step.At, "at");
        if (key is null || _world.Flow.Find(key) is not { Ways.Count: > 0 } block)
        {
            _world.Diagnostics.Add(key is null ? FlowScriptDiagnostics.Missing(path + ".at", "at") : FlowScriptDiagnostics.UnknownBlock(path + ".at", key));
            return null;
        }

        _choices.Choose(key, ChosenOf(block, step, path));
        var waiting = _simulation.State.Incidents.Values
            .FirstOrDefault(incident => incident is { ResolvedAt: null, Code: FlowChoices.Undecided } && _simulation.State.Scopes[incident.ScopeId].Block == key);
        return waiting is null || _world.Diagnostics.HasErrors ? null
            : _world.Note(_simulation.Do(new FlowEvent.Retry(waiting.Id) { CommandId = Guid.NewGuid(), ActorId = _world.InitiatorId, Reason = "choose" }, _world.Facts));
    }

    private HashSet<string> ChosenOf(FlowBlock block, FlowScriptStep step, string path)
    {
        if (block is FlowBlock.Repetition repetition)
        {
            return step.Again ?? step.Branches.Count > 0 ? [repetition.Body.Key] : [];
        }

        var chosen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, name) in step.Branches.Index())
        {
            if (block.Ways.FirstOrDefault(way => way.Key == name || way.Label.Chinese == name || way.Label.English == name) is { } branch)
            {
                chosen.Add(branch.Key);
            }
            else
            {
                _world.Diagnostics.Add(FlowScriptDiagnostics.UnknownBranch($"{path}.branches[{index}]", name, block.Ways.Select(way => way.Key)));
            }
        }

        if (step.Branches.Count == 0)
        {
            _world.Diagnostics.Add(FlowScriptDiagnostics.Missing(path + ".branches", "branches"));
        }

        return chosen;
    }

    /// <summary>Timers fire on the way, each at its moment; without a moment or hours, up to the next one that is due.</summary>
    private Diagnostic? Advance(FlowScriptStep step, string path)
    {
        var until = step.Until is { } text ? _world.ReadMoment(text, path + ".until")
            : step.Hours is { } hours ? _world.Now + TimeSpan.FromTicks((long)(hours * TimeSpan.TicksPerHour))
            : Next()?.DueAt ?? _world.Now;
        for (var fired = 0; fired < MostTimers && Next() is { } due && due.DueAt <= until; fired++)
        {
            _world.Now = due.DueAt > _world.Now ? due.DueAt : _world.Now;
            if (_world.Note(_simulation.Do(new FlowEvent.Fire(due.Id) { CommandId = Guid.NewGuid() }, _world.Facts)) is { } refusal)
            {
                return refusal;
            }
        }

        _world.Now = until > _world.Now ? until : _world.Now;
        return null;
    }

    private FlowTimer? Next() => _simulation.State.Timers.Values.Where(timer => timer.Status == TimerStatus.Open).MinBy(timer => timer.DueAt);
}
