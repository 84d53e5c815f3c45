using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;
using static LowCodeErp.Unit.Tests.Flows.TestFlow;

namespace LowCodeErp.Unit.Tests.Flows;

/// <summary>The golden scenarios of flows.md 1.7 that need no database.</summary>
public sealed class GoldenScenarioTests
{
    private static FlowModel Branches()
        => Of(Approve("s", "S"), Parallel("p", [Approve("a1", "A"), Approve("a2", "B")], [Approve("b", "C")]), Approve("c", "D"));

    [Fact]
    public void G01_ReturnBeforeTheSplit_CancelsTheScope_AndAsksEverybodyAgain()
    {
        var run = new FlowRunner(Of(Approve("s", "S"), Parallel("p", [Approve("a", "A")], [Approve("b", "B")]))).Submit();
        run.Approve("s", "S");
        run.Approve("a", "A");

        run.Return("b", "B", "s");

        Assert.Equal("s:S", run.Open);
        run.Approve("s", "S");
        Assert.Equal("a:A b:B", run.Open);
        Assert.Equal(1, run.History.Count(entry => entry is { Action: FlowActions.Approved, Block: "a" }));
    }

    [Fact]
    public void G02_ReturnWithinABranch_LeavesTheOtherAlone_AndTheJoinWaitsForTheSecondGeneration()
    {
        var run = new FlowRunner(Branches()).Submit();
        run.Approve("s", "S");
        run.Approve("a1", "A");

        run.Return("a2", "B", "a1");

        Assert.Equal("a1:A b:C", run.Open);
        run.Approve("b", "C");
        Assert.Equal("a1:A", run.Open);
        run.Approve("a1", "A");
        run.Approve("a2", "B");
        Assert.Equal("c:D", run.Open);
        Assert.Equal(2, run.LastScope("a1").Generation);
    }

    [Fact]
    public void G03_ReturnAndApproval_InEitherOrder_NeverJoin()
    {
        foreach (var returnsFirst in new[] { true, false })
        {
            var run = new FlowRunner(Branches()).Submit();
            run.Approve("s", "S");
            run.Approve("a1", "A");
            Action[] both = [() => run.Return("a2", "B", "a1"), () => run.Approve("b", "C")];
            both[returnsFirst ? 0 : 1]();
            both[returnsFirst ? 1 : 0]();

            Assert.Equal("a1:A", run.Open);
            Assert.True(run.Happened(FlowActions.Returned, "a2") && run.Happened(FlowActions.Approved, "b"));
        }
    }

    [Fact]
    public void G04_ReturnIntoABranchAfterTheJoin_CarriesTheOther_AndJoinsOnce()
    {
        var run = AtC();

        run.Return("c", "D", "a1");

        Assert.Equal("a1:A", run.Open);
        run.Approve("a1", "A");
        Assert.Equal("a2:B", run.Open);
        run.Approve("a2", "B");
        Assert.Equal("c:D", run.Open);
        Assert.Equal(2, run.LastScope("c").Generation);
        Assert.True(run.Happened(FlowActions.Carried));
        run.Approve("c", "D");
        Assert.Equal(FlowStatus.Approved, run.Status);
    }

    [Fact]
    public void G05_StraightBackIntoABranch_SkipsWhatComesBetween()
    {
        var run = AtC();
        run.Return("c", "D", "a1", straight: true);

        run.Approve("a1", "A");

        Assert.Equal("c:D", run.Open);
        Assert.Contains(run.History, entry => entry is { Action: FlowActions.Skipped, Reason: FlowReasons.StraightBack } && entry.Details!.Contains("a2", StringComparison.Ordinal));
        run.Approve("c", "D");
        Assert.Equal(FlowStatus.Approved, run.Status);
    }

    [Fact]
    public void G06_TwoReturnsStraightBack_AreAStack()
    {
        var run = new FlowRunner(Of(Approve("a", "A"), Approve("b", "B"), Approve("x", "E"), Approve("c", "C"))).Submit();
        run.Approve("a", "A");
        run.Approve("b", "B");
        run.Approve("x", "E");
        run.Return("c", "C", "b", straight: true);
        run.Return("b", "B", null, straight: true);
        Assert.Equal(FlowStatus.Returned, run.Status);

        run.Submit();

        Assert.Equal("b:B", run.Open);
        run.Approve("b", "B");
        Assert.Equal("c:C", run.Open);
        Assert.Empty(run.State.Instance.WaysBack);
    }

    [Fact]
    public void G07_TransferToTheInitiator_IsRefused_OrFollowsTheSelfPolicy()
    {
        var refusing = new FlowRunner(Of(Approve("a", "A"))).Submit();
        Assert.Equal("flow.to-initiator", refusing.TryTransfer("a", "A", "Z"));

        var skipping = new FlowRunner(Of(Approve("a", "A", settings => settings with { WhenSelf = SelfPolicy.Skip }))) { Administrators = [FlowRunner.Id("M")] }.Submit();
        Assert.Null(skipping.TryTransfer("a", "A", "Z"));
        Assert.Equal("a:M", skipping.Open);
        Assert.Equal(FlowStatus.Running, skipping.Status);
    }

    [Theory]
    [InlineData(true, FlowStatus.Approved)]
    [InlineData(false, FlowStatus.Rejected)]
    public void G08_SeatAddedAfterTheLastApprover_HoldsTheInstanceOpen(bool approves, FlowStatus expected)
    {
        var run = new FlowRunner(Of(Approve("a", "A"))).Submit();

        Assert.Null(run.TryAdd("a", "A", SeatOrigin.AddedAfter, "B"));

        Assert.Equal((FlowStatus.Running, "a:B"), (run.Status, run.Open));
        if (approves)
        {
            run.Approve("a", "B");
        }
        else
        {
            run.Reject("a", "B");
        }

        Assert.Equal(expected, run.Status);
    }

    [Fact]
    public void G18_WayStraightBackThatTheConditionsNoLongerLead_IsWalkedNormally()
    {
        var run = new FlowRunner(Of(Exclusive("x", true, [Approve("a", "A")], [Approve("b", "B")])));
        run.Values["x.0"] = true;
        run.Submit();
        run.Return("a", "A", null, straight: true);

        run.Values["x.0"] = false;
        run.Submit();

        Assert.Equal("b:B", run.Open);
        Assert.True(run.Happened(FlowActions.Ignored, reason: FlowReasons.WayLost));
    }

    [Fact]
    public void G19_TimerAfterTheApproval_IsPassedOver()
    {
        var run = new FlowRunner(Of(Approve("a", "A", settings => settings with { Timeouts = [new() { Hours = 8, Action = TimeoutAction.Reject }] }), Approve("b", "B"))).Submit();
        var timer = Assert.Single(run.State.Timers.Values);
        run.Now = timer.DueAt.AddMilliseconds(-1);
        run.Approve("a", "A");
        run.Now = timer.DueAt;

        run.Do(new FlowEvent.Fire(timer.Id) { CommandId = Guid.NewGuid() });

        Assert.Equal("b:B", run.Open);
        Assert.True(run.Happened(FlowActions.Ignored, "a", FlowReasons.Closed));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void G20_FrozenTimer_KeepsItsWorkingTimeAcrossAChangeOfTheCalendar(bool bySuspension)
    {
        // Monday 01:00; 30 working hours are due on Tuesday at 07:00.
        var run = new FlowRunner(Of(Approve("a", "A", settings => settings with { Timeouts = [new() { Hours = 30, WorkingTime = true }] }))).Submit();
        Assert.Equal(FlowRunner.Start.AddHours(30), Assert.Single(run.State.Timers.Values).DueAt);
        run.Now = FlowRunner.Start.AddHours(10);
        if (bySuspension)
        {
            run.Do(new FlowEvent.Suspend { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "audit" });
        }
        else
        {
            Assert.Null(run.TryAdd("a", "A", SeatOrigin.AddedBefore, "B"));
        }

        Assert.Equal(TimeSpan.FromHours(20), run.State.Timers.Values.First().Remaining);
        run.Calendar = new(2, [DayOfWeek.Saturday, DayOfWeek.Sunday], [new ExceptionalDay(new(2026, 3, 3), false, new("节日"))]);
        if (bySuspension)
        {
            run.Do(new FlowEvent.Reactivate { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "done" });
        }
        else
        {
            run.Approve("a", "B");
        }

        // 13 hours are left of Monday; Tuesday is a holiday now, so 7 remain for Wednesday.
        var timer = run.State.Timers.Values.First();
        Assert.Equal((TimerStatus.Open, new DateTime(2026, 3, 4, 7, 0, 0)), (timer.Status, timer.DueAt));
    }

    [Fact]
    public void G21_TakeBack_IsAllowedUntilTheNextOneActs()
    {
        var run = new FlowRunner(Of(Approve("a", "A"), Approve("b", "B"), Approve("c", "C"))).Submit();
        run.Approve("a", "A");
        Read(run, "b", "B");

        Assert.Null(run.TryTakeBack("a", "A"));

        Assert.Equal("a:A", run.Open);
        run.Approve("a", "A");
        run.Approve("b", "B");
        Assert.Equal("flow.take-back-acted", run.TryTakeBack("a", "A"));
    }

    [Fact]
    public void G21_TakeBack_IsRefusedOnceRead_WhereTheStepSaysSo_AndAfterAJoin()
    {
        var locked = new FlowRunner(Of(Approve("a", "A", settings => settings with { LockWhenRead = true }), Approve("b", "B"))).Submit();
        locked.Approve("a", "A");
        Read(locked, "b", "B");
        Assert.Equal("flow.take-back-read", locked.TryTakeBack("a", "A"));

        var joined = AtC();
        Assert.Equal("flow.take-back-joined", joined.TryTakeBack("b", "C"));
    }

    [Fact]
    public void G22_WithdrawalAndVote_NeverLeaveADoneStepUnderAWithdrawnInstance()
    {
        var first = new FlowRunner(Of(Approve("a", "A B"))).Submit();
        var seat = first.Seat("a", "A");
        first.Do(new FlowEvent.Withdraw { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Initiator });
        Assert.Equal("flow.not-running", first.Try(new FlowEvent.Approve { CommandId = Guid.NewGuid(), ActorId = 1, SeatId = seat }));

        var second = new FlowRunner(Of(definition => definition with { Withdrawal = Metadata.Flows.FlowWithdrawal.Always }, Approve("a", "A B"))).Submit();
        second.Approve("a", "A");
        second.Do(new FlowEvent.Withdraw { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Initiator });
        Assert.Equal((FlowStatus.Withdrawn, ScopeStatus.Cancelled), (second.Status, second.LastScope("a").Status));
    }

    [Fact]
    public void G24_NoConditionHolds_IsAnIncidentWithTheValues_AndRecovers()
    {
        var run = new FlowRunner(Of(Inclusive("i", false, [Approve("a", "A")], [Approve("b", "B")]))).Submit();

        var incident = Assert.Single(run.Incidents);
        Assert.Equal("flow.nothing-holds", incident.Code);
        Assert.Contains(run.History, entry => entry.Action == FlowActions.Faulted && entry.Details!.Contains("\"i.1\":false", StringComparison.Ordinal));
        run.Values["i.1"] = true;
        run.Do(new FlowEvent.Retry(incident.Id) { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "data mended" });
        Assert.Equal("b:B", run.Open);
    }

    [Fact]
    public void G26_SecondClick_IsRefused_AndVotesOnce()
    {
        var run = new FlowRunner(Of(Approve("a", "A B"))).Submit();
        var seat = run.Seat("a", "A");
        run.Approve("a", "A");
        var before = run.State;

        Assert.Equal("flow.already-decided", run.Try(new FlowEvent.Approve { CommandId = Guid.NewGuid(), ActorId = 1, SeatId = seat }));

        Assert.Same(before, run.State);
    }

    private static FlowRunner AtC()
    {
        var run = new FlowRunner(Branches()).Submit();
        run.Approve("s", "S");
        run.Approve("a1", "A");
        run.Approve("a2", "B");
        run.Approve("b", "C");
        Assert.Equal("c:D", run.Open);
        return run;
    }

    private static void Read(FlowRunner run, string block, string who)
        => run.Do(new FlowEvent.Read { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Id(who), SeatId = run.Seat(block, who) });
}
