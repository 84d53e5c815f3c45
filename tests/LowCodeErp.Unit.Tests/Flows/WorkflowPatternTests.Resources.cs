using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using static LowCodeErp.Unit.Tests.Flows.TestFlow;

namespace LowCodeErp.Unit.Tests.Flows;

/// <summary>Patterns of who does the work.</summary>
public sealed partial class WorkflowPatternTests
{
    [Fact]
    public void Resource_DirectAllocation() => Assert.Equal("a:A", new FlowRunner(Of(Approve("a", "A"))).Submit().Open);

    [Fact]
    public void Resource_DeferredAllocation()
    {
        var run = new FlowRunner(Of(Approve("a", "", settings => settings with { Assignees = [new() { Kind = AssigneeKind.InitiatorsChoice, Members = ["A", "B"] }] })));
        run.Do(new FlowEvent.Submit { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Initiator, Choices = Choice("a", "B") });
        Assert.Equal("a:B", run.Open);
    }

    [Fact]
    public void Resource_Authorization()
    {
        var run = new FlowRunner(Of(Approve("a", "A"))).Submit();
        Assert.NotNull(run.Try(new FlowEvent.Approve { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Id("B"), SeatId = run.Seat("a", "A") }));
        Assert.Equal("a:A", run.Open);
    }

    [Fact]
    public void Resource_SeparationOfDuties()
    {
        var run = new FlowRunner(Of(Approve("a", "A Z", settings => settings with { WhenSelf = SelfPolicy.Skip }))).Submit();
        Assert.Equal("a:A", run.Open);
    }

    [Fact]
    public void Resource_OrganizationalAllocation()
        => Assert.Equal("a:Y", new FlowRunner(Of(Approve("a", "", settings => settings with { Assignees = [new() { Kind = AssigneeKind.Superior }] }))).Submit().Open);

    [Fact]
    public void Resource_OfferToSeveral_AndDeallocation()
    {
        var run = new FlowRunner(Of(Handle("h", "A B", settings => settings with { Claim = true }))).Submit();
        var seat = Assert.Single(run.State.Seats.Values).Id;
        Assert.Equal("h:?", run.Open);
        run.Do(new FlowEvent.Claim { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Id("B"), SeatId = seat });
        Assert.Equal("h:B", run.Open);
        run.Do(new FlowEvent.Release { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Id("B"), SeatId = seat });
        Assert.Equal("h:?", run.Open);
    }

    [Fact]
    public void Resource_Delegation()
    {
        var run = new FlowRunner(Of(Approve("a", "A"))).Submit();
        run.Do(new FlowEvent.Entrust(FlowRunner.Id("B")) { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Id("A"), SeatId = run.Seat("a", "A") });
        Assert.Equal("a:B", run.Open);
        run.Approve("a", "B");
        Assert.Equal("a:A", run.Open);
    }

    [Fact]
    public void Resource_Escalation()
    {
        var run = new FlowRunner(Of(Approve("a", "Z", settings => settings with { Timeouts = [new() { Hours = 8, Action = TimeoutAction.Escalate }] }))).Submit();
        run.Now = run.Now.AddHours(9);
        run.FireDue();
        Assert.Equal("a:Y", run.Open);
    }

    [Fact]
    public void Resource_Reallocation()
    {
        var run = new FlowRunner(Of(Approve("a", "A"))).Submit();
        Assert.Null(run.TryTransfer("a", "A", "B"));
        Assert.Equal("a:B", run.Open);
        run.Approve("a", "B");
        Assert.Equal(FlowStatus.Approved, run.Status);
    }

    [Fact]
    public void Resource_SuspensionAndResumption()
    {
        var run = new FlowRunner(Of(Approve("a", "A"))).Submit();
        var approve = new FlowEvent.Approve { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Id("A"), SeatId = run.Seat("a", "A") };
        run.Do(new FlowEvent.Suspend { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "inquiry" });
        Assert.NotNull(run.Try(approve));
        run.Do(new FlowEvent.Reactivate { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "done" });
        run.Do(approve);
        Assert.Equal(FlowStatus.Approved, run.Status);
    }

    [Fact]
    public void Resource_Redo()
    {
        var run = new FlowRunner(Of(Approve("a", "A"), Approve("b", "B"), Approve("c", "C"))).Submit();
        run.Approve("a", "A");
        run.Approve("b", "B");
        run.Return("c", "C", "a");
        Assert.Equal("a:A", run.Open);
        run.Approve("a", "A");
        Assert.Equal("b:B", run.Open);
    }

    [Fact]
    public void Resource_AdditionalResources()
    {
        var run = new FlowRunner(Of(Approve("a", "A"))).Submit();
        Assert.Null(run.TryAdd("a", "A", SeatOrigin.AddedBefore, "B"));
        Assert.Equal("a:B", run.Open);
        run.Approve("a", "B");
        Assert.Equal("a:A", run.Open);
        run.Approve("a", "A");
        Assert.Equal(FlowStatus.Approved, run.Status);
    }

    [Fact]
    public void Resource_SimultaneousExecution()
        => Assert.Equal("a:A b:A", new FlowRunner(Of(Parallel("p", [Approve("a", "A")], [Approve("b", "A")]))).Submit().Open);

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, System.Collections.Immutable.ImmutableArray<long>> Choice(string block, string who)
        => System.Collections.Immutable.ImmutableSortedDictionary<string, System.Collections.Immutable.ImmutableArray<long>>.Empty.Add(block, [FlowRunner.Id(who)]);
}
