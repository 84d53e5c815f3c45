using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using static LowCodeErp.Unit.Tests.Flows.TestFlow;

namespace LowCodeErp.Unit.Tests.Flows;

/// <summary>Patterns of many who do the same step.</summary>
public sealed partial class WorkflowPatternTests
{
    [Fact]
    public void WP13_MultipleInstancesKnownWhenDrawn()
    {
        var run = new FlowRunner(Of(Approve("a", "A B C"), Approve("d", "D"))).Submit();
        run.Approve("a", "B");
        run.Approve("a", "A");
        Assert.Equal("a:C", run.Open);
        run.Approve("a", "C");
        Assert.Equal("d:D", run.Open);
    }

    [Fact]
    public void WP14_MultipleInstancesKnownWhenReached()
    {
        var run = new FlowRunner(Of(Approve("a", "", settings => settings with { Assignees = [new() { Kind = AssigneeKind.Role, Roles = ["director"] }] }), Approve("d", "D")));
        run.Roles["director"] = [FlowRunner.Id("E"), FlowRunner.Id("F")];
        run.Submit();
        Assert.Equal("a:E a:F", run.Open);
    }

    [Fact]
    public void WP15_MultipleInstancesAddedMeanwhile()
    {
        var run = new FlowRunner(Of(Approve("a", "A B"), Approve("d", "D"))).Submit();
        run.Approve("a", "B");
        Assert.Null(run.TryAdd("a", "A", SeatOrigin.AddedBeside, "C"));
        run.Approve("a", "A");
        Assert.Equal("a:C", run.Open);
        run.Approve("a", "C");
        Assert.Equal("d:D", run.Open);
    }

    [Fact]
    public void WP17_InterleavedRouting()
    {
        var run = new FlowRunner(Of(Approve("a", "A B C", settings => settings with { Mode = SeatMode.Sequential }))).Submit();
        foreach (var who in new[] { "A", "B", "C" })
        {
            Assert.Equal($"a:{who}", run.Open);
            run.Approve("a", who);
        }

        Assert.Equal(FlowStatus.Approved, run.Status);
    }

    [Fact]
    public void WP26_CancelMultipleInstances()
    {
        var run = new FlowRunner(Of(Approve("a", "A B C"))).Submit();
        run.Reject("a", "B");
        Assert.Equal((FlowStatus.Rejected, ""), (run.Status, run.Open));
        Assert.Equal(SeatStatus.Cancelled, run.LastSeat("a", "C").Status);
    }

    [Fact]
    public void WP27_CompleteMultipleInstances()
    {
        var run = new FlowRunner(Of(Approve("a", "A B C", settings => settings with { Mode = SeatMode.Any }), Approve("d", "D"))).Submit();
        run.Approve("a", "B");
        Assert.Equal("d:D", run.Open);
    }

    [Theory]
    [InlineData(true, "a:C")]
    [InlineData(false, "d:D")]
    public void WP34_WP35_PartialJoinOfMultipleInstances(bool waitsForAll, string open)
    {
        var run = new FlowRunner(Of(Approve("a", "A B C", settings => settings with { Mode = SeatMode.Vote, Threshold = TwoThirds, CollectAll = waitsForAll }), Approve("d", "D"))).Submit();
        run.Approve("a", "A");
        run.Approve("a", "B");
        Assert.Equal(open, run.Open);
    }

    [Fact]
    public void WP36_DynamicPartialJoinOfMultipleInstances()
    {
        var run = new FlowRunner(Of(Approve("a", "A B C", settings => settings with { Mode = SeatMode.Vote, Threshold = TwoThirds }), Approve("d", "D"))).Submit();
        run.Approve("a", "A");
        Assert.Null(run.TryAdd("a", "B", SeatOrigin.AddedBeside, "E F"));
        run.Approve("a", "B");
        run.Approve("a", "C");
        Assert.Equal("a:E a:F", run.Open);
        run.Approve("a", "E");
        Assert.Equal("d:D", run.Open);
    }

    private static VoteThreshold TwoThirds => new() { Value = 2, Of = 3 };
}
