using LowCodeErp.BuiltIns.FlowNodes.Cc;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using static LowCodeErp.Unit.Tests.Flows.TestFlow;

namespace LowCodeErp.Unit.Tests.Flows.Rules;

/// <summary>拿回 (rule 29) where seats were added, closed, or asked one after the other.</summary>
public sealed class TakeBackTests
{
    [Fact]
    public void Rule29_CopiesSentMeanwhile_KeepNobodyFromTakingBack_AndAreNotSentAgain()
    {
        var run = new FlowRunner(Of(Approve("a", "A"), Leaf("c", new CcNode(), new CcSettings { Receivers = [TestFlow.Members("C")] }), Approve("b", "B"))).Submit();
        run.Approve("a", "A");

        Assert.Null(run.TryTakeBack("a", "A"));

        Assert.Equal("a:A", run.Open);
        run.Approve("a", "A");
        Assert.Equal("b:B", run.Open);
        Assert.Single(run.History, entry => entry.Action == FlowActions.Copied);
    }

    [Fact]
    public void Rule29_VotesOfAddedSeats_AreKept()
    {
        var run = new FlowRunner(Of(Approve("a", "A B", settings => settings with { Mode = SeatMode.Vote, Threshold = new() { Value = 2, Of = 3 } }), Approve("b", "D"))).Submit();
        Assert.Null(run.TryAdd("a", "A", SeatOrigin.AddedBeside, "C"));
        run.Approve("a", "C");
        run.Approve("a", "B");
        Assert.Equal("b:D", run.Open);

        Assert.Null(run.TryTakeBack("a", "B"));

        // C's approval stands: of three one has approved, and A is asked again, too.
        Assert.Equal("a:A a:B", run.Open);
        run.Approve("a", "A");
        Assert.Equal("b:D", run.Open);
    }

    [Fact]
    public void Rule29_SeatAddedBefore_LetsItsAdderWaitAgain()
    {
        var run = new FlowRunner(Of(Approve("a", "A B"))).Submit();
        Assert.Null(run.TryAdd("a", "A", SeatOrigin.AddedBefore, "C D", SeatMode.Any));
        run.Approve("a", "C");
        Assert.Equal("a:A a:B", run.Open);

        Assert.Null(run.TryTakeBack("a", "C"));

        Assert.Equal("a:B a:C a:D", run.Open);
        run.Approve("a", "D");
        Assert.Equal("a:A a:B", run.Open);
    }

    [Fact]
    public void Rule29_RejectionOfASeatAddedBefore_IsTakenBackFromItsAdderToo()
    {
        var run = new FlowRunner(Of(Approve("a", "A B", settings => settings with { Mode = SeatMode.Vote, Threshold = new() { Value = 1, Of = 3 } }))).Submit();
        Assert.Null(run.TryAdd("a", "A", SeatOrigin.AddedBefore, "C"));
        run.Reject("a", "C");
        Assert.Equal("a:B", run.Open);

        Assert.Null(run.TryTakeBack("a", "C"));

        Assert.Equal("a:B a:C", run.Open);
        run.Approve("a", "C");
        Assert.Equal("a:A a:B", run.Open);
    }

    [Fact]
    public void Rule29_WhoeverCameNextAndAskedOthers_HasActed()
    {
        var run = new FlowRunner(Of(Approve("a", "A B", settings => settings with { Mode = SeatMode.Sequential }))).Submit();
        run.Approve("a", "A");
        Assert.Null(run.TryAdd("a", "B", SeatOrigin.AddedBefore, "C"));

        Assert.Equal("flow.take-back-acted", run.TryTakeBack("a", "A"));
        Assert.Equal("a:C", run.Open);
    }

    [Fact]
    public void Rule29_AddedOneAfterTheOther_TheNextWaitsAgain()
    {
        var run = new FlowRunner(Of(Approve("a", "A"))).Submit();
        Assert.Null(run.TryAdd("a", "A", SeatOrigin.AddedBefore, "C D", SeatMode.Sequential));
        run.Approve("a", "C");
        Assert.Equal("a:D", run.Open);

        Assert.Null(run.TryTakeBack("a", "C"));

        Assert.Equal("a:C", run.Open);
        run.Approve("a", "C");
        Assert.Equal("a:D", run.Open);
    }

    [Fact]
    public void Rule29_SeatsAddedAfter_GoWithTheVote()
    {
        var run = new FlowRunner(Of(Approve("a", "A"))).Submit();
        Assert.Null(run.TryAdd("a", "A", SeatOrigin.AddedAfter, "B"));

        Assert.Null(run.TryTakeBack("a", "A"));

        Assert.Equal("a:A", run.Open);
        run.Approve("a", "A");
        Assert.Equal(FlowStatus.Approved, run.Status);
    }

    [Fact]
    public void Rule29_LastStepOfARound_TheNextRoundIsGone()
    {
        var run = new FlowRunner(Of(Loop("l", 2, Approve("a", "A"), Approve("b", "B")))).Submit();
        run.Approve("a", "A");
        run.Approve("b", "B");
        Assert.Equal("a:A", run.Open);

        Assert.Null(run.TryTakeBack("b", "B"));

        Assert.Equal("b:B", run.Open);
        run.Approve("b", "B");
        run.Values["until"] = true;
        run.Approve("a", "A");
        run.Approve("b", "B");
        Assert.Equal(FlowStatus.Approved, run.Status);
    }
}
