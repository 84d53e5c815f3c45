using System.Diagnostics;
using LowCodeErp.BuiltIns.FlowNodes.Condition;
using LowCodeErp.BuiltIns.FlowNodes.Delay;
using LowCodeErp.BuiltIns.FlowNodes.End;
using LowCodeErp.BuiltIns.FlowNodes.Find;
using LowCodeErp.BuiltIns.FlowNodes.Route;
using LowCodeErp.BuiltIns.FlowNodes.Wait;
using LowCodeErp.BuiltIns.FlowNodes.Webhook;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;
using static LowCodeErp.Unit.Tests.Flows.TestFlow;

namespace LowCodeErp.Unit.Tests.Flows;

/// <summary>Rules 46 to 56, and the durability tests of flows.md 2.2 that need no database.</summary>
public sealed class StructureTests
{
    [Fact]
    public void Rule46_Exclusive_FirstThatHolds_Wins()
    {
        var run = new FlowRunner(Of(Exclusive("x", true, [Approve("a", "A")], [Approve("b", "B")], [Approve("c", "C")])));
        (run.Values["x.0"], run.Values["x.1"]) = (false, true);

        Assert.Equal("b:B", run.Submit().Open);
    }

    [Fact]
    public void Rule46_Exclusive_ConditionFails_IsAnIncident_NeverTheDefault()
    {
        var run = new FlowRunner(Of(Exclusive("x", true, [Approve("a", "A")], [Approve("b", "B")])));
        run.Values["x.0"] = new InvalidOperationException("broken");

        run.Submit();

        Assert.Equal(("", "test.failed"), (run.Open, Assert.Single(run.Incidents).Code));
        run.Do(new FlowEvent.Skip(run.Incidents.Single().Id) { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "no" });
        Assert.Equal(FlowStatus.Approved, run.Status);
    }

    [Fact]
    public void Exclusive_BrokenConditionBehindTheOneThatHolds_DoesNotMatter()
    {
        var run = new FlowRunner(Of(Exclusive("x", true, [Approve("a", "A")], [Approve("b", "B")], [])));
        (run.Values["x.0"], run.Values["x.1"]) = (true, new InvalidOperationException("broken"));

        Assert.Equal("a:A", run.Submit().Open);
    }

    [Fact]
    public void D16_ParallelWithExclusiveInside_EveryOrderOfCompletion()
    {
        foreach (var order in new[] { "abc", "acb", "bac", "bca", "cab", "cba" })
        {
            var run = new FlowRunner(Of(
                Parallel("p", [Exclusive("x", true, [Approve("a", "A")], [])], [Approve("b", "B")], [Approve("c", "C")]), Approve("d", "D")));
            run.Values["x.0"] = true;
            run.Submit();
            foreach (var block in order)
            {
                run.Approve(block.ToString(), char.ToUpperInvariant(block).ToString());
            }

            Assert.Equal("d:D", run.Open);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void D17_Rule48_InclusiveNestedThreeDeep_JoinsOnce(int taken)
    {
        var run = new FlowRunner(Of(
            Inclusive("i", false, [Approve("a", "A")], [Inclusive("j", false, [Approve("b", "B")], [Inclusive("k", false, [Approve("c", "C")], [Approve("d", "D")])])]), Approve("e", "E")));
        foreach (var key in new[] { "i", "j", "k" })
        {
            run.Values[key + ".0"] = (taken & (key[0] - 'i' + 1)) != 0;
            run.Values[key + ".1"] = true;
        }

        run.Submit();
        while (run.Open != "e:E")
        {
            var next = run.Open.Split(' ')[0];
            run.Approve(next[..1], next[2..]);
        }

        Assert.Equal(1, run.State.Scopes.Values.Count(scope => scope.Block == "e"));
    }

    [Fact]
    public void D18_LoopAroundAJoin_AHundredRounds()
    {
        var rounds = 0;
        var run = new FlowRunner(Of(Loop("l", 100, Parallel("p", [Approve("a", "A")], [Approve("b", "B")])), Approve("c", "C")));
        run.Values["until"] = (Func<object?>)(() => ++rounds == 100);
        run.Submit();
        for (var round = 0; round < 100; round++)
        {
            Assert.Equal("a:A b:B", run.Open);
            run.Approve("b", "B");
            run.Approve("a", "A");
        }

        Assert.Equal("c:C", run.Open);
    }

    [Fact]
    public void Loop_ThatDoesNotEnd_IsAnIncident()
    {
        var run = new FlowRunner(Of(Loop("l", 5))).Submit();

        Assert.Equal("flow.node.too-many-rounds", Assert.Single(run.Incidents).Code);
    }

    [Fact]
    public void D19_AnyJoin_CancelsTasksAndTimersOfTheOthers()
    {
        var run = new FlowRunner(Of(
            Parallel("p", 1, FlowRemainder.Cancel, FlowBranchRejection.RejectAll, [Approve("a", "A")],
                [Approve("b", "B", settings => settings with { Timeouts = [new() { Hours = 1 }] })], [Leaf("w", new DelayNode(), new DelaySettings { Hours = 1 })]),
            Approve("c", "C"))).Submit();

        run.Approve("a", "A");

        Assert.Equal("c:C", run.Open);
        Assert.DoesNotContain(run.State.Timers.Values, timer => timer.Status == TimerStatus.Open);
    }

    [Fact]
    public void Rule50_AnyJoin_BranchesLeftRunning_HoldUpTheEndAlone()
    {
        var run = new FlowRunner(Of(
            Parallel("p", 1, FlowRemainder.Leave, FlowBranchRejection.RejectAll, [Approve("a", "A")], [Approve("b", "B")]), Approve("c", "C"))).Submit();
        run.Approve("a", "A");
        Assert.Equal("b:B c:C", run.Open);

        run.Approve("c", "C");

        Assert.Equal(FlowStatus.Running, run.Status);
        run.Approve("b", "B");
        Assert.Equal(FlowStatus.Approved, run.Status);
    }

    [Theory]
    [InlineData(FlowBranchRejection.RejectAll, "", FlowStatus.Rejected)]
    [InlineData(FlowBranchRejection.Wait, "b:B", FlowStatus.Rejected)]
    [InlineData(FlowBranchRejection.BranchOnly, "", FlowStatus.Rejected)]
    public void D35_Rule47_RejectionInABranch_FollowsThePolicy(FlowBranchRejection policy, string open, FlowStatus end)
    {
        var run = new FlowRunner(Of(Parallel("p", 2, FlowRemainder.Cancel, policy, [Approve("a", "A")], [Approve("b", "B")]))).Submit();

        run.Reject("a", "A");

        Assert.Equal(open, run.Open);
        if (open.Length > 0)
        {
            run.Approve("b", "B");
        }

        Assert.Equal(end, run.Status);
    }

    [Fact]
    public void D35_RejectionOfOneBranchOnly_IsMadeUpForByTheOthers()
    {
        var run = new FlowRunner(Of(
            Parallel("p", 2, FlowRemainder.Cancel, FlowBranchRejection.BranchOnly, [Approve("a", "A")], [Approve("b", "B")], [Approve("c", "C")]), Approve("d", "D"))).Submit();
        run.Reject("a", "A");
        run.Approve("b", "B");
        run.Approve("c", "C");

        Assert.Equal("d:D", run.Open);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(1_000)]
    public void D37_ChainOfAutomaticBlocks_NeedsNoStack(int length)
    {
        var blocks = Enumerable.Range(0, length).Select(index => Approve($"a{index}", "", settings => settings with { WhenEmpty = EmptyPolicy.Pass, Assignees = [TestFlow.Members("nobody")] })).ToArray();
        var watch = Stopwatch.StartNew();

        var run = new FlowRunner(Of(blocks)).Submit();

        Assert.Equal(FlowStatus.Approved, run.Status);
        Assert.True(watch.ElapsedMilliseconds < length * 5 + 2_000, $"{watch.ElapsedMilliseconds} ms for {length} blocks");
    }

    [Fact]
    public void D33_AThousandSeats_AreOpenedAtOnce()
    {
        var names = string.Join(' ', Enumerable.Range(0, 1_000).Select(index => ((char)('A' + (index % 26))).ToString()));
        var run = new FlowRunner(Of(Approve("a", names, settings => settings with { Mode = SeatMode.Sequential }))).Submit();

        Assert.Equal(1_000, run.State.Seats.Count);
        Assert.Equal("a:A", run.Open);
    }

    [Fact]
    public void D27_EventBeforeTheWait_IsKept_AndUsedOnce()
    {
        var run = new FlowRunner(Of(Approve("a", "A"), Leaf("w", new WaitNode(), new WaitSettings { Event = "paid" }), Leaf("v", new WaitNode(), new WaitSettings { Event = "paid" }))).Submit();
        run.Do(new FlowEvent.Signal("paid") { CommandId = Guid.NewGuid() });

        run.Approve("a", "A");

        Assert.Equal(ScopeStatus.Done, run.LastScope("w").Status);
        Assert.Equal(ScopeStatus.Live, run.LastScope("v").Status);
        run.Do(new FlowEvent.Signal("paid") { CommandId = Guid.NewGuid() });
        Assert.Equal(FlowStatus.Approved, run.Status);
    }

    [Fact]
    public void Rule52_Wait_TimeUp_IsLeftByItsOtherOutcome()
    {
        var run = new FlowRunner(Of(Leaf("w", new WaitNode(), new WaitSettings { Event = "paid", Hours = 2 }))).Submit();
        run.Now = run.Now.AddHours(2);

        run.FireDue();

        Assert.Equal((FlowStatus.Approved, "timed-out"), (run.Status, run.LastScope("w").Outcome));
    }

    [Fact]
    public void Rule52_Delay_MomentThatIsPast_DoesNotWait()
    {
        var run = new FlowRunner(Of(Leaf("d", new DelayNode(), new DelaySettings { Until = "x" }, "until")));
        run.Values["until"] = new DateOnly(2020, 1, 1);

        Assert.Equal(FlowStatus.Approved, run.Submit().Status);
    }

    [Fact]
    public void Rule53_Webhook_ReportOfAnOlderGeneration_IsPassedOver_AndAFailureIsAnIncident()
    {
        var run = new FlowRunner(Of(Approve("a", "A"), Parallel("p", [Leaf("h", new WebhookNode(), new WebhookSettings { Address = "https://example.test/" })], [Approve("b", "B")]))).Submit();
        run.Approve("a", "A");
        var first = run.State.Jobs.Values.Single();
        run.Return("b", "B", "a");
        run.Approve("a", "A");

        run.Do(new FlowEvent.Report(first.Id, first.Generation, null) { CommandId = Guid.NewGuid() });
        Assert.True(run.Happened(FlowActions.Ignored, reason: FlowReasons.OldGeneration));
        Assert.Equal(ScopeStatus.Live, run.LastScope("h").Status);

        var second = run.State.Jobs.Values.Last();
        run.Do(new FlowEvent.Report(second.Id, second.Generation, null, FlowDiagnostics.JobUnknown()) { CommandId = Guid.NewGuid() });
        run.Do(new FlowEvent.Retry(Assert.Single(run.Incidents).Id) { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "again" });
        run.Do(new FlowEvent.Report(second.Id, second.Generation, null) { CommandId = Guid.NewGuid() });
        Assert.Equal(ScopeStatus.Done, run.LastScope("h").Status);
    }

    [Fact]
    public void D29_Rule54_BusinessCheck_RefusesTheApproval_AndLeavesTheTaskOpen()
    {
        var run = new FlowRunner(Of(Approve("a", "A"), Leaf("check", new ConditionNode(), new ConditionSettings { When = "x" }, "when"))).Submit();
        var approve = new FlowEvent.Approve { CommandId = Guid.NewGuid(), ActorId = 1, SeatId = run.Seat("a", "A") };

        Assert.Equal("flow.node.check-failed", run.Try(approve));

        Assert.Equal("a:A", run.Open);
        run.Values["when"] = true;
        run.Do(approve);
        Assert.Equal(FlowStatus.Approved, run.Status);
    }

    [Fact]
    public void Rule51_Route_LeadsBack_UntilItsConditionNoLongerHolds()
    {
        var run = new FlowRunner(Of(Approve("a", "A"), Parallel("p", [Leaf("r", new RouteNode(), new RouteSettings { To = "a", When = "x" }, "when")], [Approve("b", "B")]), Approve("c", "C")));
        run.Values["when"] = true;
        run.Submit();
        run.Approve("a", "A");
        Assert.Equal("a:A", run.Open);
        run.Values["when"] = false;
        run.Approve("a", "A");
        run.Approve("b", "B");
        Assert.Equal("c:C", run.Open);
    }

    [Fact]
    public void Rule51_Route_WithoutEnd_IsAnIncident()
    {
        var run = new FlowRunner(Of(Leaf("d", new DelayNode(), new DelaySettings { Until = "x" }, "until"), Leaf("r", new RouteNode(), new RouteSettings { To = "d", Maximum = 20 })));
        run.Values["until"] = new DateOnly(2020, 1, 1);

        run.Submit();

        Assert.Equal("flow.node.too-many-rounds", Assert.Single(run.Incidents).Code);
    }

    [Fact]
    public void Rule56_End_InABranch_EndsEverything()
    {
        var run = new FlowRunner(Of(Parallel("p", [Approve("a", "A"), Leaf("e", new EndNode(), new EndSettings { Outcome = EndOutcome.Rejected })], [Approve("b", "B")]))).Submit();

        run.Approve("a", "A");

        Assert.Equal((FlowStatus.Rejected, ""), (run.Status, run.Open));
    }

    [Fact]
    public void Find_NothingButRequired_IsAnIncident()
    {
        var run = new FlowRunner(Of(Leaf("f", new FindNode(), new FindSettings { Form = "stock", Required = true }))) { RecordAnswer = new FlowAnswer.Ids([]) }.Submit();

        Assert.Equal("flow.node.nothing-found", Assert.Single(run.Incidents).Code);
        run.RecordAnswer = new FlowAnswer.Ids([1]);
        run.Do(new FlowEvent.Retry(run.Incidents.Single().Id) { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "bought" });
        Assert.Equal(FlowStatus.Approved, run.Status);
    }

    [Fact]
    public void Handle_WithoutRule_IsCompletedByAnybody()
    {
        var run = new FlowRunner(Of(Handle("h"))).Submit();

        run.Do(new FlowEvent.Complete { CommandId = Guid.NewGuid(), ActorId = 5, SeatId = run.State.Seats.Values.Single().Id });

        Assert.Equal(FlowStatus.Approved, run.Status);
    }
}
