using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Data.Tests.Flows.FlowHost;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>What instances mean for their records (rule 43).</summary>
public sealed class FlowRecordTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Save_WhileAnInstanceRuns_IsRefusedUntilItHasEnded(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var instance = await database.Host.StartFlowAsync(7);
        var order = (await database.Host.ReadAsync(instance)).Instance.RecordId;

        Assert.Equal("record.locked-by-flow", Problem(await SaveAsync(database, order, 20m, FlowStates.Initiator)));
        Assert.IsType<SaveResult.Saved>(await SaveAsync(database, order, 12m, FlowStates.Initiator));
        Assert.Equal("record.deleted-in-flow", Problem(await DeleteAsync(database, order)));

        Done(await database.Host.ApproveAsync(instance, 7, 3));
        Assert.IsType<SaveResult.Saved>(await SaveAsync(database, order, 20m, FlowStates.Initiator));
        Assert.IsType<SaveResult.Saved>(await DeleteAsync(database, order));
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_OfWhatWasReturned_IsTheInitiatorsAlone(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var instance = await database.Host.StartFlowAsync(7);
        var order = (await database.Host.ReadAsync(instance)).Instance.RecordId;
        await database.Host.ChangeAsync(instance, state => state with { Instance = state.Instance with { Status = FlowStatus.Returned } });

        Assert.Equal("record.locked-by-flow", Problem(await SaveAsync(database, order, 20m, 7)));
        Assert.IsType<SaveResult.Saved>(await SaveAsync(database, order, 20m, FlowStates.Initiator));
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_AndStartAtOnce_DecideUponOneState(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var other = await database.AddHostAsync();
        for (var round = 0; round < 10; round++)
        {
            var order = await database.Host.AddOrderAsync();

            var start = other.Engine.StartAsync(FlowHost.Flow, order, Submit(7), Member(FlowStates.Initiator), Cancellation);
            var save = SaveAsync(database, order, 20m, FlowStates.Initiator);
            Done(await start);
            var saved = await save;

            // Either the change came before the instance, or it was refused because of it.
            Assert.True(saved is SaveResult.Saved || Problem(saved) == "record.locked-by-flow", saved.ToString());
            var total = Convert.ToDecimal(await database.Published.QueryAsync($"SELECT total FROM \"order\" WHERE id = {order}"), System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(saved is SaveResult.Saved ? 20m : 12m, total);
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task D5_Purge_WhileAnotherNodeActs_LeavesNothingOfTheInstance(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var other = await database.AddHostAsync();
        for (var round = 0; round < 5; round++)
        {
            var instance = await database.Host.StartFlowAsync(7, 8);
            var order = (await database.Host.ReadAsync(instance)).Instance.RecordId;

            var vote = other.ApproveAsync(instance, 7, 3);
            await PurgeAsync(database, order);
            var voted = await vote;

            Assert.True(voted is FlowResult.Done || Refused(voted) == "flow.instance-gone", voted.ToString());
            Assert.Null(await database.Host.Queries.FindAsync(instance, Cancellation));
            Assert.Equal("flow.instance-gone", Refused(await other.ApproveAsync(instance, 8, 4)));
            Assert.NotEmpty(await database.Host.ReadActionsAsync(instance));
        }
    }

    private static string Problem(SaveResult result) => Assert.Single(Assert.IsType<SaveResult.Invalid>(result).Problems).Diagnostic.Code;

    private static Task<SaveResult> SaveAsync(FlowDatabase database, long order, decimal total, long member)
        => database.Host.Pipeline.SaveAsync(
            new(database.Host.Workspace.FindForm("order")!, [new() { Id = order, Values = new Dictionary<string, InputValue> { ["total"] = InputValue.Of(total) } }], Member(member), ChangeSource.Page),
            Cancellation);

    private static Task<SaveResult> DeleteAsync(FlowDatabase database, long order)
        => database.Host.Pipeline.DeleteAsync(new(database.Host.Workspace.FindForm("order")!, [new() { Id = order }], Actor.System, ChangeSource.Page), Cancellation);

    /// <summary>Past the rule that nothing is deleted in an instance, as damage would come about.</summary>
    private static async Task PurgeAsync(FlowDatabase database, long order)
    {
        await using var transaction = await database.Published.BeginAsync();
        await transaction.PurgeAsync(database.Host.Workspace.FindForm("order")!, [order], Cancellation);
        await transaction.CommitAsync(Cancellation);
    }
}
