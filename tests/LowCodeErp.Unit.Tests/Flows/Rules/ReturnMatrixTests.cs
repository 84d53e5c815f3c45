using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;
using static LowCodeErp.Unit.Tests.Flows.TestFlow;

namespace LowCodeErp.Unit.Tests.Flows.Rules;

/// <summary>
/// The matrix of flows.md 1.2 (rules 2, 23 to 28; D20), each cell within one, two and three parallel blocks, with timers and a 会签 as the source. A flow is
/// <c>before → p1( … pN( x → y ) … | beside N) … | beside 1) → after</c>.
/// </summary>
public sealed class ReturnMatrixTests
{
    public static TheoryData<int> Depths => [1, 2, 3];

    [Theory]
    [MemberData(nameof(Depths))]
    public void D20_SameBranchEarlier_LeavesTheOtherBranchesAlone(int depth)
    {
        var run = AtY(depth);
        var beside = Beside(run);

        run.Return("y", "B", "x");

        Assert.Equal(("x:A", 2), (OpenAt(run, "x"), run.LastScope("x").Generation));
        Assert.Equal(beside, Beside(run));
        CheckDecided(run);
        Finish(run);
    }

    [Theory]
    [MemberData(nameof(Depths))]
    public void D20_BranchToBeforeTheSplit_CancelsTheWholeScope(int depth)
    {
        var run = AtY(depth);
        run.Approve("beside1", "E");

        run.Return("y", "B", "before");

        Assert.Equal("before:S", run.Open);
        Assert.Equal(ScopeStatus.Cancelled, run.LastScope("p1").Status);
        Assert.Single(run.History, entry => entry is { Action: FlowActions.Approved, Block: "beside1" });
        Assert.Single(run.State.Timers.Values, timer => timer.Status == TimerStatus.Open);
        CheckDecided(run);
        run.Approve("before", "S");
        Assert.Equal(depth, Beside(run).Split(' ').Length);
        Finish(run);
    }

    [Theory]
    [MemberData(nameof(Depths))]
    public void D20_BranchToInitiator_LeavesNothingOpen_AndSubmitsAgain(int depth)
    {
        var run = AtY(depth);

        run.Return("y", "B", null);

        Assert.Equal((FlowStatus.Returned, ""), (run.Status, run.Open));
        Assert.DoesNotContain(run.State.Timers.Values, timer => timer.Status is TimerStatus.Open or TimerStatus.Frozen);
        run.Submit();
        Assert.Equal("before:S", run.Open);
        Finish(run);
    }

    [Theory]
    [MemberData(nameof(Depths))]
    public void D20_IntoAnotherBranch_IsRefused_ButAnAdministratorMay(int depth)
    {
        var run = AtY(depth);
        run.Approve("beside1", "E");

        Assert.Equal("flow.target-beside", run.TryReturn("y", "B", "beside1"));

        run.Do(new FlowEvent.Jump("y", "beside1") { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "asked for again" });
        Assert.Equal("beside1:E", OpenAt(run, "beside1"));
        Finish(run);
    }

    [Theory]
    [MemberData(nameof(Depths))]
    public void D20_AfterTheJoinIntoABranch_OthersAreCarried_AndItJoinsOnce(int depth)
    {
        var run = AtAfter(depth);

        run.Return("after", "D", "x");

        Assert.Equal("x:A", run.Open);
        run.Approve("x", "A");
        run.Approve("y", "B");
        run.Approve("y", "C");
        Assert.Equal("after:D", run.Open);
        Assert.Equal(2, run.LastScope("after").Generation);
        Assert.Equal(depth, run.History.Count(entry => entry.Action == FlowActions.Carried));
        Finish(run);
    }

    [Theory]
    [MemberData(nameof(Depths))]
    public void D20_AfterTheJoinToBeforeTheSplit_AsksEverybodyAgain(int depth)
    {
        var run = AtAfter(depth);

        run.Return("after", "D", "before");

        Assert.Equal("before:S", run.Open);
        run.Approve("before", "S");
        Assert.Equal("x:A", OpenAt(run, "x"));
        Assert.Equal(depth, Beside(run).Split(' ').Length);
        Finish(run);
    }

    [Theory]
    [MemberData(nameof(Depths))]
    public void D20_TimerOfWhatWasLeft_IsPassedOver(int depth)
    {
        var run = AtY(depth);
        var timer = run.State.Timers.Values.Last(timer => run.State.Scopes[timer.ScopeId].Block == "y" && timer.Status == TimerStatus.Open);
        run.Return("y", "B", "x");
        run.Now = timer.DueAt;
        var open = run.Open;

        run.Do(new FlowEvent.Fire(timer.Id) { CommandId = Guid.NewGuid() });

        Assert.Equal(open, run.Open);
        Assert.True(run.Happened(FlowActions.Ignored, "y"));
        Finish(run);
    }

    [Theory]
    [MemberData(nameof(Depths))]
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

    private static FlowModel Nested(int depth)
    {
        FlowBlock[] inside = [Step("x", "A"), Step("y", "B C")];
        for (var level = depth; level > 0; level--)
        {
            inside = [Parallel($"p{level}", inside, [Step($"beside{level}", "E")])];
        }

        return Of([Step("before", "S"), .. inside, Step("after", "D")]);
    }

    private static FlowBlock Step(string key, string members) => Approve(key, members, settings => settings with { Timeouts = [new() { Hours = 100 }] });

    private static FlowRunner AtY(int depth)
    {
        var run = new FlowRunner(Nested(depth)).Submit();
        run.Approve("before", "S");
        run.Approve("x", "A");
        return run;
    }

    private static FlowRunner AtAfter(int depth)
    {
        var run = AtY(depth);
        Reach(run, "after");
        return run;
    }

    private static string OpenAt(FlowRunner run, string block) => string.Join(' ', run.Open.Split(' ').Where(open => open.StartsWith(block + ":", StringComparison.Ordinal)));

    private static string Beside(FlowRunner run) => string.Join(' ', run.Open.Split(' ').Where(open => open.StartsWith("beside", StringComparison.Ordinal)));

    /// <summary>The other vote of the 会签 that returned was closed, and counts as nothing.</summary>
    private static void CheckDecided(FlowRunner run)
    {
        var other = run.State.Seats.Values.First(seat => seat.HolderId == FlowRunner.Id("C"));
        Assert.Equal((SeatStatus.Cancelled, FlowReasons.Decided), (other.Status, other.Reason));
    }

    /// <summary>Everybody approves until the block is open, and it alone.</summary>
    private static void Reach(FlowRunner run, string block)
    {
        while (run.Open.Split(' ')[0] is { Length: > 0 } open && !run.Open.StartsWith(block + ":", StringComparison.Ordinal))
        {
            run.Approve(open.Split(':')[0], open.Split(':')[1]);
        }
    }

    private static void Finish(FlowRunner run)
    {
        Reach(run, "after");
        run.Approve("after", "D");
        Assert.Equal((FlowStatus.Approved, 0), (run.Status, run.State.Scopes.Values.Count(scope => scope.Status == ScopeStatus.Live)));
    }
}
