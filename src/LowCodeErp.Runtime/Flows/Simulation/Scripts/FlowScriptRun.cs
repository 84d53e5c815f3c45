using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Simulation.Scripts;

/// <summary>Carries out a script, and tells after each of its steps how the instance stands.</summary>
public sealed class FlowScriptRun
{
    private const int MostTimers = 10_000;

    private readonly FlowScript _script;
    private readonly FlowScriptWorld _world;
    private readonly FlowChoices _choices;
    private readonly IScriptedInstance _instance;

    /// <param name="subject">Where there is a database, the flow as it is published there.</param>
    /// <param name="calendar">Of working days.</param>
    /// <param name="now">In UTC; where the script does not say when it begins.</param>
    /// <param name="database">Null: in memory.</param>
    public FlowScriptRun(SimulatedFlow subject, FlowScript script, WorkingCalendar calendar, DateTime now, IScriptDatabase? database = null)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(script);
        _script = script;
        _world = new(subject, script, calendar, now);
        _choices = new(subject.Flow, _world.Answers, subject.Unconditioned);
        _instance = database is null ? new SimulatedInstance(_world, _choices) : new StoredInstance(_world, _choices, database);
    }

    /// <summary>What a script does apart from the events of the machine.</summary>
    public static IReadOnlyList<string> OwnVerbs { get; } = ["choose", "advance", "crash", "change"];

    /// <summary>What is wrong with the script, with paths within it. Nothing after the first mistake is carried out.</summary>
    public IReadOnlyList<Diagnostic> Problems => _world.Diagnostics.Items;

    /// <summary>One for each step, as far as it is sound.</summary>
    public async IAsyncEnumerable<JsonObject> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var (index, step) in _script.Steps.Index())
        {
            if (_world.Diagnostics.HasErrors)
            {
                yield break;
            }

            var before = _instance.History.Count;
            var refusal = await CarryAsync(step, $"steps[{index}]", cancellationToken);
            if (!_world.Diagnostics.HasErrors)
            {
                yield return FlowPicture.Of(_world, _instance, index + 1, step.Do, refusal, before);
            }
        }
    }

    private async ValueTask<Diagnostic?> CarryAsync(FlowScriptStep step, string path, CancellationToken cancellationToken)
    {
        _world.Change(step.Values, path + ".values");
        await _instance.ChangeAsync([.. step.Values.Keys], path + ".values", cancellationToken);
        switch (step.Do)
        {
            case "change":
                return null;
            case "choose":
                return await ChooseAsync(step, path, cancellationToken);
            case "advance":
                return await AdvanceAsync(step, path, cancellationToken);
            case "crash":
                await _instance.ReloadAsync(cancellationToken);
                return null;
            default:
                var made = new FlowScriptEvents(_world, _instance.State, step, path).Make();
                return made is null || _world.Diagnostics.HasErrors ? null : await _instance.DoAsync(made, cancellationToken);
        }
    }

    /// <summary>Kept until the block is reached; where it waits for it already, it goes on.</summary>
    private async ValueTask<Diagnostic?> ChooseAsync(FlowScriptStep step, string path, CancellationToken cancellationToken)
    {
        var key = step.At is null ? null : new FlowScriptEvents(_world, _instance.State, step, path).Block(step.At, "at");
        if (key is null || _world.Flow.Find(key) is not { Ways.Count: > 0 } block)
        {
            _world.Diagnostics.Add(key is null ? FlowScriptDiagnostics.Missing(path + ".at", "at") : FlowScriptDiagnostics.UnknownBlock(path + ".at", key));
            return null;
        }

        _choices.Choose(key, ChosenOf(block, step, path));
        var waiting = _instance.State.Incidents.Values
            .FirstOrDefault(incident => incident is { ResolvedAt: null, Code: FlowChoices.Undecided } && _instance.State.Scopes[incident.ScopeId].Block == key);
        return waiting is null || _world.Diagnostics.HasErrors ? null
            : await _instance.DoAsync(new FlowEvent.Retry(waiting.Id) { CommandId = Guid.NewGuid(), ActorId = _world.InitiatorId, Reason = "choose" }, cancellationToken);
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
    private async ValueTask<Diagnostic?> AdvanceAsync(FlowScriptStep step, string path, CancellationToken cancellationToken)
    {
        var until = step.Until is { } text ? _world.ReadMoment(text, path + ".until")
            : step.Hours is { } hours ? _world.Now + TimeSpan.FromTicks((long)(hours * TimeSpan.TicksPerHour))
            : Next()?.DueAt ?? _world.Now;
        for (var fired = 0; fired < MostTimers && Next() is { } due && due.DueAt <= until; fired++)
        {
            _world.Now = due.DueAt > _world.Now ? due.DueAt : _world.Now;
            if (await _instance.DoAsync(new FlowEvent.Fire(due.Id) { CommandId = Guid.NewGuid() }, cancellationToken) is { } refusal)
            {
                return refusal;
            }
        }

        _world.Now = until > _world.Now ? until : _world.Now;
        return null;
    }

    private FlowTimer? Next() => _instance.State.Timers.Values.Where(timer => timer.Status == TimerStatus.Open).MinBy(timer => timer.DueAt);
}
