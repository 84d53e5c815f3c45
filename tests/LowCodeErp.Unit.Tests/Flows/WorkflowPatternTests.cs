using LowCodeErp.BuiltIns.FlowNodes.Cc;
using LowCodeErp.BuiltIns.FlowNodes.End;
using LowCodeErp.BuiltIns.FlowNodes.Wait;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using static LowCodeErp.Unit.Tests.Flows.TestFlow;

namespace LowCodeErp.Unit.Tests.Flows;

/// <summary>The workflow patterns that the guide's page on them says we have: those of control flow, by their numbers.</summary>
public sealed partial class WorkflowPatternTests
{
    [Fact]
    public void WP01_Sequence()
    {
        var run = new FlowRunner(Of(Approve("a", "A"), Approve("b", "B"))).Submit();
        Assert.Equal("a:A", run.Open);
        run.Approve("a", "A");
        Assert.Equal("b:B", run.Open);
    }

    [Fact]
    public void WP02_ParallelSplit() => Assert.Equal("a:A b:B", new FlowRunner(Of(Parallel("p", [Approve("a", "A")], [Approve("b", "B")]))).Submit().Open);

    [Fact]
    public void WP03_Synchronization()
    {
        var run = new FlowRunner(Of(Parallel("p", [Approve("a", "A")], [Approve("b", "B")]), Approve("c", "C"))).Submit();
        run.Approve("b", "B");
        Assert.Equal("a:A", run.Open);
        run.Approve("a", "A");
        Assert.Equal("c:C", run.Open);
    }

    [Theory]
    [InlineData(true, "a:A")]
    [InlineData(false, "b:B")]
    public void WP04_ExclusiveChoice(bool holds, string open)
    {
        var run = new FlowRunner(Of(Exclusive("x", true, [Approve("a", "A")], [Approve("b", "B")])));
        run.Values["x.0"] = holds;
        Assert.Equal(open, run.Submit().Open);
    }

    [Fact]
    public void WP05_SimpleMerge()
    {
        var run = new FlowRunner(Of(Exclusive("x", true, [Approve("a", "A")], [Approve("b", "B")]), Approve("c", "C"))).Submit();
        run.Approve("b", "B");
        Assert.Equal("c:C", run.Open);
        Assert.DoesNotContain(run.State.Scopes.Values, scope => scope.Block == "a");
    }

    [Fact]
    public void WP06_MultiChoice()
    {
        var run = new FlowRunner(Of(Inclusive("i", false, [Approve("a", "A")], [Approve("b", "B")], [Approve("c", "C")])));
        (run.Values["i.0"], run.Values["i.2"]) = (true, true);
        Assert.Equal("a:A c:C", run.Submit().Open);
    }

    [Fact]
    public void WP07_StructuredSynchronizingMerge()
    {
        var run = new FlowRunner(Of(Inclusive("i", false, [Approve("a", "A")], [Approve("b", "B")], [Approve("c", "C")]), Approve("d", "D")));
        (run.Values["i.0"], run.Values["i.2"]) = (true, true);
        run.Submit();
        run.Approve("c", "C");
        Assert.Equal("a:A", run.Open);
        run.Approve("a", "A");
        Assert.Equal("d:D", run.Open);
    }

    [Fact]
    public void WP09_StructuredDiscriminator()
    {
        var run = new FlowRunner(Of(Parallel("p", 1, FlowRemainder.Leave, FlowBranchRejection.RejectAll, [Approve("a", "A")], [Approve("b", "B")]), Approve("c", "C"))).Submit();
        run.Approve("b", "B");
        Assert.Equal("a:A c:C", run.Open);
        run.Approve("a", "A");
        Assert.Equal(1, run.State.Scopes.Values.Count(scope => scope.Block == "c"));
    }

    [Fact]
    public void WP11_ImplicitTermination()
    {
        var run = new FlowRunner(Of(Parallel("p", [Approve("a", "A")], [Approve("b", "B")]))).Submit();
        run.Approve("a", "A");
        Assert.Equal(FlowStatus.Running, run.Status);
        run.Approve("b", "B");
        Assert.Equal(FlowStatus.Approved, run.Status);
    }

    [Fact]
    public void WP12_MultipleInstancesWithoutSynchronization()
    {
        var run = new FlowRunner(Of(Leaf("tell", new CcNode(), new CcSettings { Receivers = [TestFlow.Members("A B C")] }), Approve("d", "D"))).Submit();
        Assert.Equal("d:D", run.Open);
        Assert.True(run.Happened(FlowActions.Copied, "tell"));
    }

    [Fact]
    public void WP16_DeferredChoice()
    {
        static FlowRunner Begin() => new FlowRunner(Of(Approve("a", "A", settings => settings with { Timeouts = [new() { Hours = 24, Action = TimeoutAction.Reject }] }))).Submit();

        var decided = Begin();
        decided.Approve("a", "A");
        Assert.Equal(FlowStatus.Approved, decided.Status);
        var late = Begin();
        late.Now = late.Now.AddHours(25);
        late.FireDue();
        Assert.Equal(FlowStatus.Rejected, late.Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WP18_Milestone(bool hasDecided)
    {
        var run = new FlowRunner(Of(Approve("a", "A"), Approve("b", "B"))).Submit();
        if (hasDecided)
        {
            run.Approve("a", "A");
        }

        var code = run.Try(new FlowEvent.Withdraw { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Initiator });

        Assert.Equal(hasDecided, code is not null);
        Assert.Equal(hasDecided ? FlowStatus.Running : FlowStatus.Withdrawn, run.Status);
    }

    [Fact]
    public void WP19_CancelTask()
    {
        var run = new FlowRunner(Of(Approve("a", "A"))).Submit();
        Assert.Null(run.TryAdd("a", "A", SeatOrigin.AddedBeside, "B"));
        run.Do(new FlowEvent.RemoveSeats([run.Seat("a", "B")]) { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Id("A"), SeatId = run.Seat("a", "A") });
        Assert.Equal("a:A", run.Open);
    }

    [Fact]
    public void WP20_CancelCase()
    {
        var run = new FlowRunner(Of(Parallel("p", [Approve("a", "A")], [Approve("b", "B")]))).Submit();
        run.Do(new FlowEvent.Terminate { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "not needed" });
        Assert.Equal((FlowStatus.Terminated, ""), (run.Status, run.Open));
    }

    [Fact]
    public void WP21_StructuredLoop()
    {
        var rounds = 0;
        var run = new FlowRunner(Of(Loop("l", 5, Approve("a", "A")), Approve("b", "B")));
        run.Values["until"] = (Func<object?>)(() => ++rounds == 2);
        run.Submit();
        run.Approve("a", "A");
        Assert.Equal("a:A", run.Open);
        run.Approve("a", "A");
        Assert.Equal("b:B", run.Open);
    }

    [Fact]
    public void WP24_PersistentTrigger()
    {
        var run = new FlowRunner(Of(Approve("a", "A"), Leaf("w", new WaitNode(), new WaitSettings { Event = "paid" }), Approve("b", "B"))).Submit();
        run.Do(new FlowEvent.Signal("paid") { CommandId = Guid.NewGuid() });
        run.Approve("a", "A");
        Assert.Equal("b:B", run.Open);
    }

    [Fact]
    public void WP25_CancelRegion()
    {
        var run = new FlowRunner(Of(Approve("s", "S"), Parallel("p", [Approve("a", "A")], [Approve("b", "B"), Approve("c", "C")]))).Submit();
        run.Approve("s", "S");
        run.Approve("b", "B");
        run.Return("a", "A", "s");
        Assert.Equal("s:S", run.Open);
    }

    [Fact]
    public void WP29_CancellingDiscriminator()
    {
        var run = new FlowRunner(Of(Parallel("p", 1, FlowRemainder.Cancel, FlowBranchRejection.RejectAll, [Approve("a", "A")], [Approve("b", "B")]), Approve("c", "C"))).Submit();
        run.Approve("b", "B");
        Assert.Equal("c:C", run.Open);
    }

    [Theory]
    [InlineData(FlowRemainder.Leave, "c:C d:D")]
    [InlineData(FlowRemainder.Cancel, "d:D")]
    public void WP30_WP32_PartialJoin(FlowRemainder remainder, string open)
    {
        var run = new FlowRunner(Of(
            Parallel("p", 2, remainder, FlowBranchRejection.RejectAll, [Approve("a", "A")], [Approve("b", "B")], [Approve("c", "C")]), Approve("d", "D"))).Submit();
        run.Approve("a", "A");
        Assert.Equal("b:B c:C", run.Open);
        run.Approve("b", "B");
        Assert.Equal(open, run.Open);
    }

    [Fact]
    public void WP37_LocalSynchronizingMerge()
    {
        var run = new FlowRunner(Of(Inclusive("i", true, [Inclusive("j", true, [Approve("a", "A")], [Approve("b", "B")])], [Approve("c", "C")]), Approve("d", "D")));
        (run.Values["i.0"], run.Values["j.0"]) = (true, true);
        run.Submit();
        Assert.Equal("a:A", run.Open);
        run.Approve("a", "A");
        Assert.Equal("d:D", run.Open);
    }

    [Fact]
    public void WP43_ExplicitTermination()
    {
        var run = new FlowRunner(Of(Parallel("p", [Approve("a", "A"), Leaf("e", new EndNode(), new EndSettings { Outcome = EndOutcome.Approved })], [Approve("b", "B")]), Approve("c", "C"))).Submit();
        run.Approve("a", "A");
        Assert.Equal((FlowStatus.Approved, ""), (run.Status, run.Open));
    }
}
