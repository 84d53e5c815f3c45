using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Data.Tests.Flows.FlowHost;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>Which commands are carried out at all, and how many at a time.</summary>
public sealed class FlowCommandTests
{
    private const string Flow = """
        {
          "key": "buy", "label": {"zh-CN": "采购审批"}, "form": "request", "starts": [{"on": "submit"}],
          "sequence": ["boss", "payer"],
          "blocks": {
            "boss": {"type": "approval", "settings": {"assignees": [{"kind": "members", "members": ["m7"]}]}},
            "payer": {"type": "approval", "settings": {"assignees": [{"kind": "members", "members": ["m8"]}]}}
          }
        }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Commands_MoreThanTheMachineCanUse_WaitBeforeTheyBeginATransaction(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var room = 4 * Environment.ProcessorCount;
        var instances = new List<long>();
        for (var count = 0; count < room + 3; count++)
        {
            instances.Add(await database.Host.StartFlowAsync(7));
        }

        var store = new HeldStore(database.Host.Records);
        using var engine = database.Host.NewEngine(store);
        var commands = instances.Select(instance => engine.RunAsync(instance, Approve(7, 3), Member(7), Cancellation)).ToList();

        Assert.Equal(room, store.Begun);
        store.Release();
        Assert.All(await Task.WhenAll(commands), result => Assert.Equal(FlowStatus.Approved, Done(result).Status));
        Assert.Equal(instances.Count, store.Begun);
    }

    [Theory]
    [EveryDatabase]
    public async Task Reminding_IsForTheInitiator_AndCopyingForWhoHadAPart(DatabaseProvider provider)
    {
        const long another = 9;
        await using var database = await RequestDatabase.CreateAsync(provider, Flow);
        var (_, instance) = await database.StartAsync();
        FlowEvent.Remind Remind(long actor) => new() { CommandId = Guid.NewGuid(), ActorId = actor };
        FlowEvent.Copy Copy(long actor) => new([another]) { CommandId = Guid.NewGuid(), ActorId = actor };
        Task<FlowResult> RunAsync(FlowEvent.Command command) => database.Host.Engine.RunAsync(instance, command, RequestDatabase.Member(command.ActorId), Cancellation);
        async Task<string> FindRefusalAsync(FlowEvent.Command command) => Assert.IsType<FlowResult.Refused>(await RunAsync(command)).Diagnostic.Code;
        var before = await database.Host.ReadActionsAsync(instance);

        // The director may see the record, but has no part in the instance; nor has the payer, whose turn has not come.
        Assert.Equal("flow.not-initiator", await FindRefusalAsync(Remind(RequestDatabase.Director)));
        Assert.Equal("flow.not-initiator", await FindRefusalAsync(Remind(RequestDatabase.Boss)));
        Assert.Equal("flow.not-participant", await FindRefusalAsync(Copy(RequestDatabase.Director)));
        Assert.Equal("flow.not-participant", await FindRefusalAsync(Copy(RequestDatabase.Payer)));
        Assert.Equal(before, await database.Host.ReadActionsAsync(instance));

        Done(await RunAsync(Remind(RequestDatabase.Clerk)));
        Done(await RunAsync(Copy(RequestDatabase.Boss)));
        // Who got a copy has a part, and an administrator needs none.
        Done(await RunAsync(Copy(another)));
        Done(await database.Host.RunAsync(instance, Copy(RequestDatabase.Director)));
        Assert.Equal([.. before, "reminded", "copied", "copied", "copied"], await database.Host.ReadActionsAsync(instance));
    }

    /// <summary>The store of the node, whose transactions do not begin until they are let.</summary>
    private sealed class HeldStore(IRecordStore records) : IRecordStore
    {
        private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _begun;

        public int Begun => Volatile.Read(ref _begun);

        public void Release() => _release.SetResult();

        public async Task<IRecordTransaction> BeginAsync(CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _begun);
            await _release.Task.WaitAsync(cancellationToken);
            return await records.BeginAsync(cancellationToken);
        }
    }
}
