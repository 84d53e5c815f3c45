using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;
using static LowCodeErp.Unit.Tests.Flows.TestFlow;

namespace LowCodeErp.Unit.Tests.Flows;

/// <summary>The golden scenarios of flows.md 1.7 in which several people vote.</summary>
public sealed class VoteScenarioTests
{
    [Fact]
    public void G13_TwoThirdsOfFive_FailsAtTheSecondRejection()
    {
        var run = new FlowRunner(Of(Vote("a", "A B C D E", 2, 3))).Submit();
        run.Approve("a", "A");
        run.Approve("a", "B");
        run.Reject("a", "C");
        Assert.Equal(FlowStatus.Running, run.Status);

        run.Reject("a", "D");

        Assert.Equal(FlowStatus.Rejected, run.Status);
        Assert.Equal((SeatStatus.Cancelled, FlowReasons.Decided), (run.LastSeat("a", "E").Status, run.LastSeat("a", "E").Reason));
    }

    [Fact]
    public void G14_SeatsAddedBeside_RaiseWhatIsNeeded_AndNoneIsAddedAfterTheDecision()
    {
        var run = new FlowRunner(Of(Vote("a", "A B C D E", 60, 100), Approve("b", "G"))).Submit();
        run.Approve("a", "A");
        run.Approve("a", "B");

        Assert.Null(run.TryAdd("a", "C", SeatOrigin.AddedBeside, "H I"));

        run.Approve("a", "C");
        run.Approve("a", "D");
        Assert.Equal("a:E a:H a:I", run.Open);
        var seat = run.Seat("a", "E");
        run.Approve("a", "H");
        Assert.Equal("b:G", run.Open);
        Assert.Equal("flow.already-decided", run.Try(new FlowEvent.AddSeats(SeatOrigin.AddedBeside, [FlowRunner.Id("J")]) { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Id("E"), SeatId = seat }));
    }

    [Fact]
    public void G15_RemovingTheOnlyUndecidedSeat_Decides_AndNamesTheRemover()
    {
        var run = new FlowRunner(Of(Approve("a", "A"), Approve("b", "B"))).Submit();
        Assert.Null(run.TryAdd("a", "A", SeatOrigin.AddedBeside, "C"));
        var (own, added) = (run.Seat("a", "A"), run.Seat("a", "C"));
        run.Approve("a", "A");

        run.Do(new FlowEvent.RemoveSeats([added]) { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Id("A"), SeatId = own });

        Assert.Equal("b:B", run.Open);
        Assert.Contains(run.History, entry => entry.Action == FlowActions.Removed && entry.ActorId == FlowRunner.Id("A") && entry.SeatId == added);
    }

    [Theory]
    [InlineData(DuplicatePolicy.None, true)]
    [InlineData(DuplicatePolicy.Consecutive, true)]
    [InlineData(DuplicatePolicy.AnyEarlier, false)]
    public void G16_OneAfterTheOther_ABA(DuplicatePolicy policy, bool asksTwice)
    {
        var run = new FlowRunner(Of(
            Approve("a", "A B A", settings => settings with { Mode = SeatMode.Sequential, Duplicates = policy }), Approve("e", "E"))).Submit();
        run.Approve("a", "A");
        Assert.Equal("a:B", run.Open);
        run.Approve("a", "B");

        Assert.Equal(asksTwice ? "a:A" : "e:E", run.Open);
        if (!asksTwice)
        {
            run.Return("e", "E", "a");
            run.Approve("a", "A");
            Assert.Equal("a:B", run.Open);
        }
    }

    private static FlowBlock Vote(string key, string members, int value, int of)
        => Approve(key, members, settings => settings with { Mode = SeatMode.Vote, Threshold = new() { Value = value, Of = of } });
}
