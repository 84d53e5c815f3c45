using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Flows.Simulation.Scripts;

/// <summary>
/// In a database, through the engine that members' commands go through: every event is a transaction, formulas are over the stored record, and what is told is
/// read again from what was stored.
/// </summary>
internal sealed class StoredInstance : IScriptedInstance
{
    private readonly FlowScriptWorld _world;
    private readonly FlowChoices _choices;
    private readonly IScriptDatabase _database;
    private readonly StoredRecords _records;
    private FlowEngine _engine;
    private long? _id;

    public StoredInstance(FlowScriptWorld world, FlowChoices choices, IScriptDatabase database)
    {
        (_world, _choices, _database, _records) = (world, choices, database, new(world));
        State = FlowSimulation.NewInstance(world.Flow, world.InitiatorId, world.Now);
        _engine = NewEngine();
    }

    public FlowState State { get; private set; }

    public IReadOnlyList<FlowHistory> History { get; private set; } = [];

    public async ValueTask<Diagnostic?> DoAsync(FlowEvent flowEvent, CancellationToken cancellationToken)
    {
        var result = _id is { } id ? await _engine.RunAsync(id, flowEvent, ActorOf(flowEvent), cancellationToken)
            : flowEvent is FlowEvent.Submit submit ? await StartAsync(submit, cancellationToken)
            : new FlowResult.Refused(RefusalBeforeStart(flowEvent));
        if (result is FlowResult.Refused refused)
        {
            return refused.Diagnostic;
        }

        _id = ((FlowResult.Done)result).InstanceId;
        await ReadAsync(cancellationToken);
        return null;
    }

    public async ValueTask ChangeAsync(IReadOnlyCollection<string> fields, string path, CancellationToken cancellationToken)
        => await _records.ChangeAsync(_database.Program, fields, path, cancellationToken);

    public async ValueTask ReloadAsync(CancellationToken cancellationToken)
    {
        await _database.RestartAsync(cancellationToken);
        _engine = NewEngine();
        await ReadAsync(cancellationToken);
    }

    private FlowEngine NewEngine() => _database.Program.NewEngine(
        () => _world.Facts,
        (model, question, instance) => question is FlowQuestion.MembersOfRole or FlowQuestion.Administrators
            ? _world.Answers.Answer(question, instance, _world.Facts)
            : _choices.FindChosen(model, question));

    private async Task<FlowResult> StartAsync(FlowEvent.Submit submit, CancellationToken cancellationToken)
        => await _records.StoreAsync(_database.Program, cancellationToken) is { } record
            ? await _engine.StartAsync(_world.Flow.Key, record, submit, ActorOf(submit), cancellationToken)
            : new FlowResult.Refused(_world.Diagnostics.Items[^1]);

    /// <summary>Nothing is stored before the record is submitted: it is refused what a draft is refused.</summary>
    private Diagnostic RefusalBeforeStart(FlowEvent flowEvent)
        => new FlowSimulation(_world.Flow, State, _choices).Try(flowEvent, _world.Facts) is FlowStep.Refused refused ? refused.Diagnostic : FlowCommandDiagnostics.UnknownInstance();

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (_id is { } id)
        {
            State = await _database.Program.Queries.FindAsync(id, cancellationToken) ?? throw new InvalidOperationException($"Instance {id} was stored and is gone.");
            History = await _database.Program.Queries.ReadHistoryAsync(id, cancellationToken);
        }
    }

    /// <summary>Everybody may do what his seat lets him do: scripts are about flows, not about rights on records.</summary>
    private Actor ActorOf(FlowEvent flowEvent)
        => flowEvent is FlowEvent.Command { ActorId: var id } ? new(id, _world.NameOf(id) ?? "", IsAdministrator: true) : Actor.System;
}
