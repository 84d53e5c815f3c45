using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Data.Tests.Flows.RequestDatabase;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>What somebody decided upon, and what has become of it since (rule 43).</summary>
public sealed class SnapshotTests
{
    private const string Buy = """
        {
          "key": "buy", "label": {"zh-CN": "采购审批"}, "form": "request", "record": "snapshot", "sequence": ["boss", "pay"],
          "blocks": {
            "boss": {"type": "approval", "settings": {"assignees": [{"kind": "members", "members": ["m7", "m9"]}], "fields": {"cost": "hide", "line.price": "hide"}}},
            "pay": {"type": "handle", "settings": {"assignees": [{"kind": "members", "members": ["m8"]}]}}
          }
        }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Rule43_Snapshot_KeepsWhatWasDecidedUponAndTheRecordGoesOn(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy);
        var (record, instance) = await database.StartAsync();
        var (boss, colleague) = await ApproveAsync(database, record, instance);

        Assert.Equal(("100", "cost margin"), await ReadAsync(database, instance, boss, Director));
        Assert.Equal(("130", "cost margin"), await ReadAsync(database, instance, colleague, Director));
        var kept = (await database.Host.Snapshots.FindAsync(instance, boss, Member(Director), Cancellation))!;
        Assert.Equal(("request", record, "request-line", "A4"), (kept.Parts[0].Form, kept.Parts[0].Id, kept.Parts[1].Form, kept.Parts[1].Values["item"].GetString()));
        Assert.Equal(130m, (await database.FindAsync(record, Member(Director)))![database.Form["amount"]].Content);
        Assert.Equal(2L, Convert.ToInt64(await database.Published.QueryAsync("SELECT COUNT(*) FROM sys_flow_snapshot"), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [EveryDatabase]
    public async Task Rule43_Snapshot_ShowsWhoeverDecidedWhatHisStepShowedAndOthersWhatTheySeeOfTheRecord(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy);
        var (record, instance) = await database.StartAsync();
        var (boss, colleague) = await ApproveAsync(database, record, instance);

        Assert.Null(await database.FindAsync(record, Member(Boss)));
        Assert.Equal(("100", ""), await ReadAsync(database, instance, boss, Boss));
        var own = (await database.Host.Snapshots.FindAsync(instance, boss, Member(Boss), Cancellation))!;
        Assert.Equal(["item"], own.Parts[1].Values.Keys);
        Assert.Null(await database.Host.Snapshots.FindAsync(instance, colleague, Member(Boss), Cancellation));
        Assert.NotNull(await database.Host.Snapshots.FindAsync(instance, boss, Member(Payer), Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task Rule43_Latest_KeepsNothingAndShowsTheRecordAsItIs(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy.Replace("\"snapshot\"", "\"latest\"", StringComparison.Ordinal));
        var (record, instance) = await database.StartAsync();
        var (boss, _) = await ApproveAsync(database, record, instance);

        Assert.Null(await database.Host.Snapshots.FindAsync(instance, boss, Member(Director), Cancellation));
        Assert.Equal(130m, (await database.FindAsync(record, Member(Payer)))![database.Form["amount"]].Content);
    }

    [Theory]
    [EveryDatabase]
    public async Task Rule43_Snapshot_OfWhatTheSystemLetPassBefore_IsThatOfWhoeverDecides(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy.Replace("\"fields\": {\"cost\"", "\"timeouts\": [{\"hours\": 1, \"action\": \"approve\"}], \"mode\": \"sequential\", \"fields\": {\"cost\"", StringComparison.Ordinal));
        var (_, instance) = await database.StartAsync();
        var timer = Assert.Single((await database.Host.ReadAsync(instance)).Timers.Values);

        await database.Host.ChangeAsync(instance, state => state with { Timers = state.Timers.SetItem(timer.Id, timer with { DueAt = DateTime.UnixEpoch }) });
        FlowHost.Done(await database.Host.RunAsync(instance, new FlowEvent.Fire(timer.Id) { CommandId = Guid.NewGuid() }));
        var seat = await database.SeatAsync(instance, "boss");
        FlowHost.Done(await database.Host.RunAsync(instance, Approve(seat)));

        Assert.NotNull(await database.Host.Snapshots.FindAsync(instance, seat.Id, Member(Director), Cancellation));
    }

    /// <summary>The boss approves, the clerk changes the amount, and a colleague approves that.</summary>
    private static async Task<(int Boss, int Colleague)> ApproveAsync(RequestDatabase database, long record, long instance)
    {
        var seats = (await database.Host.ReadAsync(instance)).Seats.Values.ToDictionary(seat => seat.HolderId!.Value);
        FlowHost.Done(await database.Host.RunAsync(instance, Approve(seats[Boss])));
        Assert.Equal("", await database.ProblemsAsync(Member(Clerk), Input(record, ("amount", InputValue.Of(130m)))));
        FlowHost.Done(await database.Host.RunAsync(instance, Approve(seats[9])));
        return (seats[Boss].Id, seats[9].Id);
    }

    /// <summary>The amount, and what else the member sees that the step hides.</summary>
    private static async Task<(string Amount, string Hidden)> ReadAsync(RequestDatabase database, long instance, int seat, long member)
    {
        var kept = (await database.Host.Snapshots.FindAsync(instance, seat, Member(member), Cancellation))!;
        return (kept.Parts[0].Values["amount"].GetRawText(), string.Join(' ', kept.Parts[0].Values.Keys.Where(key => key is "cost" or "margin")));
    }
}
