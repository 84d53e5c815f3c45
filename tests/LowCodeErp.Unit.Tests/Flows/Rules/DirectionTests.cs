using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using static LowCodeErp.Unit.Tests.Flows.Rules.NestedFlow;
using static LowCodeErp.Unit.Tests.Flows.TestFlow;

namespace LowCodeErp.Unit.Tests.Flows.Rules;

/// <summary>Back, straight back, and rejected (rules 3, 13, 23 to 28), and what holds of it over several rounds (D21 to D24).</summary>
public sealed class DirectionTests
{
    [Theory]
    [MemberData(nameof(ReturnMatrixTests.Depths), MemberType = typeof(ReturnMatrixTests))]
    public void Rule26_SeveralTargets_InDifferentBranches_AreAskedAtOnce(int depth)
    {
        var run = AtAfter(depth);

        run.Return("after", "D", "x beside1");

        Assert.Equal("beside1:E x:A", run.Open);
        Finish(run);
    }

    [Fact]
    public void Rule23_StepBefore_AfterAJoin_IsTheEndOfEveryBranch()
    {
        var run = AtAfter(1);

        run.Return("after", "D", "");

        Assert.Equal("beside1:E y:B y:C", run.Open);
        Finish(run);
    }

    [Fact]
    public void Rule27_StraightBack_IntoSeveralBranches_GoesToTheReturnerOnceAllAreThrough()
    {
        var run = AtAfter(1);
        run.Return("after", "D", "x beside1", straight: true);

        run.Approve("x", "A");
        Assert.Equal("beside1:E", run.Open);
        run.Approve("beside1", "E");

        Assert.Equal("after:D", run.Open);
        Assert.Equal(1, run.LastScope("y").Generation);
    }

    [Fact]
    public void Rule25_StepOfAChoiceNotTaken_IsRefused()
    {
        var run = new FlowRunner(Of(Exclusive("x", true, [Approve("a", "A")], [Approve("b", "B")]), Approve("c", "C"))).Submit();
        run.Approve("b", "B");

        Assert.Equal("flow.target-not-visited", run.TryReturn("c", "C", "a"));
        run.Return("c", "C", "b");
        Assert.Equal("b:B", run.Open);
    }

    [Fact]
    public void Rule25_WithinALoop_TheTargetIsThatOfTheRoundNow()
    {
        var run = new FlowRunner(Of(Loop("l", 9, Approve("a", "A"), Approve("b", "B")))).Submit();
        run.Approve("a", "A");
        run.Approve("b", "B");
        Assert.Equal("flow.target-not-visited", run.TryReturn("a", "A", "b"));

        run.Approve("a", "A");
        run.Return("b", "B", "a");

        Assert.Equal("a:A", run.Open);
        run.Values["until"] = true;
        run.Approve("a", "A");
        run.Approve("b", "B");
        Assert.Equal(FlowStatus.Approved, run.Status);
    }

    [Fact]
    public void Rule03_OneAfterTheOther_BackToTheOneBefore_StaysWithinTheStep()
    {
        var run = new FlowRunner(Of(Approve("a", "A B C", settings => settings with { Mode = SeatMode.Sequential }))).Submit();
        run.Approve("a", "A");
        run.Approve("a", "B");

        run.Return("a", "C", "a");

        Assert.Equal("a:B", run.Open);
        run.Approve("a", "B");
        Assert.Equal("a:C", run.Open);
    }

    [Fact]
    public void Rule13_ReturnOfASeatAddedBefore_GoesToTheAdderOnly()
    {
        var run = new FlowRunner(Of(Approve("s", "S"), Approve("a", "A"))).Submit();
        run.Approve("s", "S");
        Assert.Null(run.TryAdd("a", "A", SeatOrigin.AddedBefore, "B C"));

        run.Return("a", "B", "s");

        Assert.Equal("a:A", run.Open);
    }

    [Fact]
    public void Rule28_Rejection_GoesWhereTheStepSays()
    {
        FlowRunner Rejected(RejectionPolicy policy)
        {
            var run = new FlowRunner(Of(Approve("a", "A"), Approve("b", "B"), Approve("c", "C", settings => settings with { OnReject = policy, RejectTo = "a" }))).Submit();
            run.Approve("a", "A");
            run.Approve("b", "B");
            run.Reject("c", "C");
            return run;
        }

        Assert.Equal((FlowStatus.Rejected, ""), (Rejected(RejectionPolicy.End).Status, Rejected(RejectionPolicy.End).Open));
        Assert.Equal(FlowStatus.Returned, Rejected(RejectionPolicy.Initiator).Status);
        Assert.Equal("b:B", Rejected(RejectionPolicy.Previous).Open);
        Assert.Equal("a:A", Rejected(RejectionPolicy.Block).Open);
    }

    [Fact]
    public void D21_ReturnOutOfACountersigning_KeepsOneEntryForEachSeatAndGeneration()
    {
        var run = AtY(1);
        for (var times = 0; times < 3; times++)
        {
            run.Approve("y", "C");
            run.Return("y", "B", "x");
            run.Approve("x", "A");
        }

        var said = run.History.Where(entry => entry.Block == "y" && entry.Action is FlowActions.Approved or FlowActions.Returned).ToList();
        Assert.Equal(said.DistinctBy(entry => (entry.SeatId, entry.Generation)).Count(), said.Count);
        Assert.Equal((3, 3), (said.Count(entry => entry.Action == FlowActions.Approved), said.Count(entry => entry.Action == FlowActions.Returned)));
    }

    [Fact]
    public void D22_SubmittedAgain_AfterSeveralReturnsToChangingTargets()
    {
        var run = new FlowRunner(Of(Approve("a", "A"), Approve("b", "B"), Approve("c", "C"))).Submit();
        foreach (var to in new[] { null, "a", null, "b", "a", null })
        {
            Reach(run, "c");
            run.Return("c", "C", to);
            if (to is null)
            {
                run.Submit();
            }

            Assert.Equal(to == "b" ? "b:B" : "a:A", run.Open);
        }

        Reach(run, "c");
        run.Approve("c", "C");
        Assert.Equal(FlowStatus.Approved, run.Status);
    }

    [Theory]
    [InlineData(SeatOrigin.AddedBefore, true, FlowStatus.Running, "a:A")]
    [InlineData(SeatOrigin.AddedBefore, false, FlowStatus.Rejected, "")]
    [InlineData(SeatOrigin.AddedAfter, true, FlowStatus.Approved, "")]
    [InlineData(SeatOrigin.AddedAfter, false, FlowStatus.Rejected, "")]
    [InlineData(SeatOrigin.AddedBeside, true, FlowStatus.Running, "a:A")]
    [InlineData(SeatOrigin.AddedBeside, false, FlowStatus.Rejected, "")]
    public void D23_AddedSigner_ApprovesAndRejects(SeatOrigin place, bool approves, FlowStatus status, string open)
    {
        var run = new FlowRunner(Of(Approve("s", "S"), Approve("a", "A"))).Submit();
        run.Approve("s", "S");
        Assert.Null(run.TryAdd("a", "A", place, "B"));
        if (approves)
        {
            run.Approve("a", "B");
        }
        else
        {
            run.Reject("a", "B");
        }

        Assert.Equal((status, open), (run.Status, run.Open));
    }

    [Theory]
    [InlineData(SeatOrigin.AddedAfter)]
    [InlineData(SeatOrigin.AddedBeside)]
    public void D23_AddedSigner_Returns(SeatOrigin place)
    {
        var run = new FlowRunner(Of(Approve("s", "S"), Approve("a", "A"))).Submit();
        run.Approve("s", "S");
        Assert.Null(run.TryAdd("a", "A", place, "B"));

        run.Return("a", "B", "s");

        Assert.Equal("s:S", run.Open);
        run.Approve("s", "S");
        Assert.Equal("a:A", run.Open);
    }

    [Fact]
    public void D24_SuspendedInstance_RefusesEveryCommand_AndItsTimersKeepWhatIsLeft()
    {
        var run = AtY(1);
        var timer = run.State.Timers.Values.First(timer => timer.Status == TimerStatus.Open);
        run.Now += TimeSpan.FromHours(10);
        run.Do(new FlowEvent.Suspend { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "audit" });
        var state = run.State;
        FlowEvent[] commands =
        [
            new FlowEvent.Approve { CommandId = Guid.NewGuid(), ActorId = 2, SeatId = run.Seat("y", "B") },
            new FlowEvent.Reject { CommandId = Guid.NewGuid(), ActorId = 2, SeatId = run.Seat("y", "B") },
            new FlowEvent.SendBack { CommandId = Guid.NewGuid(), ActorId = 2, SeatId = run.Seat("y", "B"), ToInitiator = true },
            new FlowEvent.Transfer(9) { CommandId = Guid.NewGuid(), ActorId = 2, SeatId = run.Seat("y", "B") },
            new FlowEvent.Entrust(9) { CommandId = Guid.NewGuid(), ActorId = 2, SeatId = run.Seat("y", "B") },
            new FlowEvent.AddSeats(SeatOrigin.AddedBeside, [9]) { CommandId = Guid.NewGuid(), ActorId = 2, SeatId = run.Seat("y", "B") },
            new FlowEvent.TakeBack { CommandId = Guid.NewGuid(), ActorId = 1, SeatId = run.LastSeat("x", "A").Id },
            new FlowEvent.Withdraw { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Initiator },
            new FlowEvent.Remind { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Initiator },
            new FlowEvent.Copy([9]) { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Initiator },
            new FlowEvent.Signal("paid") { CommandId = Guid.NewGuid() },
            new FlowEvent.Jump("y", "after") { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "urgent" },
        ];

        Assert.All(commands, command => Assert.Equal("flow.suspended", run.Try(command)));
        Assert.Same(state, run.State);

        run.Now += TimeSpan.FromDays(30);
        run.Do(new FlowEvent.Reactivate { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "done" });
        Assert.Equal(run.Now + TimeSpan.FromHours(90), run.State.Timers[timer.Id].DueAt);
        Finish(run);
    }
}
