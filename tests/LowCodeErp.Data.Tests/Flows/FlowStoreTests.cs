using System.Data.Common;
using System.Text.Json;
using LowCodeErp.Data.Flows;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Flows;

public sealed class FlowStoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Load_StateOfEveryKindOfRow_IsWhatWasStored(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var state = FlowStates.Full(10, 100);
        var change = FlowStates.Change(null, state, 8, 9);
        await StoreAsync(database, change);

        var load = await LoadAsync(database, 10, change.Receipt.CommandId);

        Assert.Equal(Write(state), Write(load.State));
        Assert.Equal(change.Receipt, load.Receipt);
        await using var platform = database.OpenPlatform();
        Assert.Equal(change.History, await platform.Set<FlowHistory>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task Load_UnknownInstance_IsNothing(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);

        Assert.Equal(new FlowLoad(null, null), await LoadAsync(database, 10, Guid.NewGuid()));
    }

    [Theory]
    [EveryDatabase]
    public async Task Store_PlainApproval_KeepsToTheRowsThatChanged(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        await StoreAsync(database, FlowStates.Start(FlowStates.Running(10, 100)));

        var (before, loading, storing) = await ApproveAsync(database);

        // One to load; then the instance, its scope and seat, the to-do list, history and receipt, at once where the database takes that.
        Assert.Equal((1, provider == DatabaseProvider.Sqlite ? 6 : 1), (loading, storing));
        Assert.Equal(Write(FlowStates.Approved(before)), Write((await LoadAsync(database, 10, Guid.NewGuid())).State));
        Assert.Equal(0L, Convert.ToInt64(await database.QueryAsync("SELECT COUNT(*) FROM sys_flow_task"), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [EveryDatabase]
    public async Task Store_OfAnOlderVersion_IsAConflict(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var started = FlowStates.Running(10, 100);
        await StoreAsync(database, FlowStates.Start(started));
        await StoreAsync(database, FlowStates.Change(started, FlowStates.Approved(started)));

        await Assert.ThrowsAsync<FlowConflictException>(() => StoreAsync(database, FlowStates.Change(started, FlowStates.Approved(started))));
    }

    [Theory]
    [EveryDatabase]
    public async Task D28_Store_SecondRunningInstanceOfARecord_IsAConflict(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var first = FlowStates.Running(10, 100);
        await StoreAsync(database, FlowStates.Start(first));

        await Assert.ThrowsAsync<FlowConflictException>(() => StoreAsync(database, FlowStates.Start(FlowStates.Running(11, 100))));
        await StoreAsync(database, FlowStates.Start(FlowStates.Running(12, 101)));
        await StoreAsync(database, FlowStates.Start(FlowStates.Running(13, 100, runsBesideOthers: true)));
        await StoreAsync(database, FlowStates.Change(first, FlowStates.Approved(first)));
        await StoreAsync(database, FlowStates.Start(FlowStates.Running(14, 100)));
    }

    [Theory]
    [EveryDatabase]
    public async Task Store_SameCommandTwice_IsAConflict(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var change = FlowStates.Start(FlowStates.Running(10, 100));
        await StoreAsync(database, change);
        var other = FlowStates.Start(FlowStates.Running(11, 101));

        await Assert.ThrowsAsync<FlowConflictException>(() => StoreAsync(database, other with { Receipt = other.Receipt with { CommandId = change.Receipt.CommandId } }));
    }

    [Theory]
    [EveryDatabase]
    public async Task Store_OpenSeats_StandInTheListsOfThoseWhoAreAsked(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var state = FlowStates.Running(10, 100);
        state = state with
        {
            Seats = state.Seats
                .Add(4, FlowStates.Seat(4, 0) with { HolderId = null, PrincipalId = null, Group = "role:sales/manager" })
                .Add(5, FlowStates.Seat(5, 0) with { HolderId = null, PrincipalId = null, Candidates = [8, 9], Group = "members" })
                .Add(6, FlowStates.Seat(6, 8) with { Status = SeatStatus.Waiting }),
        };
        await StoreAsync(database, FlowStates.Start(state));

        await using var platform = database.OpenPlatform();
        var asked = await platform.FlowTasks.OrderBy(task => task.SeatId).ThenBy(task => task.Asked).Select(task => task.SeatId + " " + task.Asked).ToListAsync(Cancellation);
        Assert.Equal(["3 member:7", "4 role:sales/manager", "5 member:8", "5 member:9"], asked);
    }

    [Theory]
    [EveryDatabase]
    public async Task History_OfFlows_CannotBeChanged(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        await StoreAsync(database, FlowStates.Change(null, FlowStates.Running(10, 100), 4));

        await using var platform = database.OpenPlatform();
        var refused = await Assert.ThrowsAnyAsync<DbException>(() => platform.Database.ExecuteSqlRawAsync("UPDATE sys_flow_history SET action = 'rejected'", Cancellation));
        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    /// <returns>The state before, and how often the database was asked to load it and to store what came of it.</returns>
    private static async Task<(FlowState Before, int Loading, int Storing)> ApproveAsync(PublishedDatabase database)
    {
        await using var transaction = await database.BeginAsync();
        var store = StoreOf(database);
        var before = (await store.LoadAsync(10, Guid.NewGuid(), transaction, Cancellation)).State!;
        var loading = transaction.StatementCount;
        await store.StoreAsync(FlowStates.Change(before, FlowStates.Approved(before), 4), transaction, Cancellation);
        await transaction.CommitAsync(Cancellation);
        return (before, loading, transaction.StatementCount - loading);
    }

    internal static FlowStore StoreOf(PublishedDatabase database) => new(database.Database.Connections, new IdAllocator(database.Database.Connections));

    internal static Task<PublishedDatabase> CreateAsync(DatabaseProvider provider) => PublishedDatabase.CreateAsync(provider, Form("order").Field("total", "number"));

    internal static async Task StoreAsync(PublishedDatabase database, FlowChange change)
    {
        await using var transaction = await database.BeginAsync();
        await StoreOf(database).StoreAsync(change, transaction, Cancellation);
        await transaction.CommitAsync(Cancellation);
    }

    private static async Task<FlowLoad> LoadAsync(PublishedDatabase database, long id, Guid command)
    {
        await using var transaction = await database.BeginAsync();
        return await StoreOf(database).LoadAsync(id, command, transaction, Cancellation);
    }

    /// <summary>Records of lists are compared by what they hold.</summary>
    private static string Write(FlowState? state) => JsonSerializer.Serialize(state);
}
