using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;
using static LowCodeErp.Unit.Tests.Flows.Rules.NestedFlow;

namespace LowCodeErp.Unit.Tests.Flows.Rules;

/// <summary>
/// The matrix of flows.md 1.2 (rules 2, 23 to 28; D20), each cell within one, two and three parallel blocks, with timers and a 会签 as the source:
/// see <see cref="NestedFlow"/>.
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

    /// <summary>The other vote of the 会签 that returned was closed, and counts as nothing.</summary>
    private static void CheckDecided(FlowRunner run)
    {
        var other = run.State.Seats.Values.First(seat => seat.HolderId == FlowRunner.Id("C"));
        Assert.Equal((SeatStatus.Cancelled, FlowReasons.Decided), (other.Status, other.Reason));
    }
}
