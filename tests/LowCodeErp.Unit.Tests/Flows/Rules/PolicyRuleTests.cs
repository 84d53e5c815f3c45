using LowCodeErp.BuiltIns.FlowNodes.Cc;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.Simulation;
using LowCodeErp.Runtime.Flows.State;
using static LowCodeErp.Unit.Tests.Flows.TestFlow;

namespace LowCodeErp.Unit.Tests.Flows.Rules;

/// <summary>Policies (rules 36 to 40), copies (21), the life of an instance (30, 35), preview and history (60, 61).</summary>
public sealed class PolicyRuleTests
{
    [Fact]
    public void Rule21_Copies_HoldNothingUp_AndNobodyToGetOneIsNoMistake()
    {
        var run = new FlowRunner(Of(Copy("c", "A B"), Copy("d", "C"), Approve("a", "D")));
        run.Left.Add(FlowRunner.Id("C"));
        run.Submit();

        Assert.Equal("a:D", run.Open);
        Assert.Single(run.History, entry => entry is { Action: FlowActions.Copied, Block: "c" });
        Assert.DoesNotContain(run.History, entry => entry is { Action: FlowActions.Copied, Block: "d" });
        Assert.Empty(run.Incidents);
    }

    [Fact]
    public void Rule21_CopiesOfSteps_ReachAMemberOncePerInstance_AndThoseByHandAlways()
    {
        var run = new FlowRunner(Of(Copy("c", "A B"), Approve("a", "D"), Copy("d", "B C"), Copy("e", "C A"), Approve("b", "E"))).Submit();
        run.Approve("a", "D");
        run.Return("b", "E", "a");
        run.Approve("a", "D");

        // B had his from the first step; the third step has nobody left, nor has any in the second round.
        Assert.Equal(["""c:{"to":[1,2]}""", """d:{"to":[3]}"""], Copies(run));

        run.Do(new FlowEvent.Copy([FlowRunner.Id("A")], "again") { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Initiator });
        Assert.Equal(["""c:{"to":[1,2]}""", """d:{"to":[3]}""", """:{"to":[1]}"""], Copies(run));
    }

    [Theory]
    [InlineData(FlowWithdrawal.Always, null, null)]
    [InlineData(FlowWithdrawal.BeforeFirstDecision, null, "flow.withdraw-late")]
    [InlineData(FlowWithdrawal.Never, "flow.withdraw-forbidden", "flow.withdraw-forbidden")]
    public void Rule30_Withdrawal_IsAllowedAsTheFlowSays(FlowWithdrawal rule, string? untouched, string? decided)
    {
        FlowRunner Begun() => new FlowRunner(Of(definition => definition with { Withdrawal = rule }, Approve("a", "A"), Approve("b", "B"))).Submit();
        static string? Withdraw(FlowRunner run) => run.Try(new FlowEvent.Withdraw { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Initiator });
        var later = Begun();
        later.Approve("a", "A");

        Assert.Equal((untouched, decided), (Withdraw(Begun()), Withdraw(later)));
    }

    [Fact]
    public void Rule35_Termination_LeavesNothingOpen()
    {
        var run = new FlowRunner(Of(Parallel("p", [Approve("a", "A", settings => settings with { Timeouts = [new() { Hours = 1 }] })], [Approve("b", "B")]))).Submit();
        run.Do(new FlowEvent.Terminate { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "duplicate" });

        Assert.Equal((FlowStatus.Terminated, ""), (run.Status, run.Open));
        Assert.DoesNotContain(run.State.Timers.Values, timer => timer.Status == TimerStatus.Open);
        Assert.Contains(run.History, entry => entry is { Action: FlowActions.Terminated, Text: "duplicate" });
    }

    [Fact]
    public void Rule36_Policies_WorkInTheirOrder_SelfBeforeEmpty_LeaversBeforeBoth()
    {
        var run = new FlowRunner(Of(Approve("a", "A Z", settings => settings with { WhenSelf = SelfPolicy.Skip, WhenEmpty = EmptyPolicy.Members, EmptyMembers = ["M"] })));
        run.Left.Add(FlowRunner.Id("A"));
        run.Submit();

        Assert.Equal("a:M", run.Open);
        Assert.Equal([FlowReasons.Self, FlowReasons.EmptyReplaced], run.History.Where(entry => entry.Action == FlowActions.Skipped).Select(entry => entry.Reason));
    }

    [Theory]
    [InlineData(EmptyPolicy.Pass, "b:B", null)]
    [InlineData(EmptyPolicy.Reject, "", null)]
    [InlineData(EmptyPolicy.Members, "a:M", null)]
    [InlineData(EmptyPolicy.Administrators, "a:N", null)]
    [InlineData(EmptyPolicy.Superior, "a:Y", null)]
    [InlineData(EmptyPolicy.Incident, "", "flow.nobody")]
    public void Rule37_NobodyFound_TheStepSaysWhatThen(EmptyPolicy policy, string open, string? incident)
    {
        var run = new FlowRunner(Of(Approve("a", "A", settings => settings with { WhenEmpty = policy, EmptyMembers = ["M"] }), Approve("b", "B"))) { Administrators = [FlowRunner.Id("N")] };
        run.Left.Add(FlowRunner.Id("A"));
        run.Submit();

        Assert.Equal((open, incident), (run.Open, run.Incidents.SingleOrDefault()?.Code));
        Assert.True(policy == EmptyPolicy.Incident || run.History.Any(entry => entry is { Action: FlowActions.Skipped, Block: "a", Reason: not null }));
    }

    [Fact]
    public void Rule37_SubstituteWhoHasLeftToo_IsAnIncident_AndRecovers()
    {
        var run = new FlowRunner(Of(Approve("a", "A", settings => settings with { WhenEmpty = EmptyPolicy.Members, EmptyMembers = ["M"] })));
        run.Left.UnionWith([FlowRunner.Id("A"), FlowRunner.Id("M")]);
        run.Submit();
        var incident = Assert.Single(run.Incidents);

        run.Left.Remove(FlowRunner.Id("A"));
        run.Do(new FlowEvent.Retry(incident.Id) { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "he is back" });

        Assert.Equal("a:A", run.Open);
    }

    [Fact]
    public void Rule40_Timeouts_ComeOneAfterTheOther_AndTheLastOneCloses()
    {
        TimeoutStep[] steps = [new() { Hours = 1 }, new() { Hours = 2, Action = TimeoutAction.Transfer, Member = "M" }, new() { Hours = 3, Action = TimeoutAction.Reject }];
        var run = new FlowRunner(Of(Approve("a", "A", settings => settings with { Timeouts = steps }))).Submit();
        string After(int hours)
        {
            run.Now = FlowRunner.Start.AddHours(hours);
            run.FireDue();
            return run.Open;
        }

        Assert.Equal("a:A", After(1));
        Assert.True(run.Happened(FlowActions.Reminded, "a", FlowReasons.Timeout));
        Assert.Equal("a:M", After(3));
        Assert.Equal(("", FlowStatus.Rejected), (After(6), run.Status));
        Assert.Equal("flow.not-running", run.Try(new FlowEvent.Approve { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Id("M"), SeatId = run.LastSeat("a", "M").Id }));
    }

    [Fact]
    public void Rule40_Escalation_PassesOverTheInitiator_AndWhoeverIsAskedAlready()
    {
        // Y is Z's superior, X is Y's.
        FlowRunner Late(string members, long initiator)
        {
            var run = new FlowRunner(Of(Approve("a", members, settings => settings with { Timeouts = [new() { Hours = 1, Action = TimeoutAction.Escalate }] })), initiator);
            run.Do(new FlowEvent.Submit { CommandId = Guid.NewGuid(), ActorId = initiator });
            run.Now += TimeSpan.FromHours(1);
            run.Do(new FlowEvent.Fire(run.State.Timers.Values.First(timer => run.State.Seats[timer.SeatId!.Value].HolderId == FlowRunner.Id("Z")).Id) { CommandId = Guid.NewGuid() });
            return run;
        }

        Assert.Equal("a:X", Late("Z", FlowRunner.Id("Y")).Open);
        Assert.Equal("a:X a:Y", Late("Y Z", FlowRunner.Id("A")).Open);
        Assert.Equal("a:X a:Y a:Z", Late("X Y Z", FlowRunner.Id("A")).Open);
    }

    [Fact]
    public void Rule60_Preview_TellsTheWayThePeopleAndWhatIsNotReached_AndChangesNothing()
    {
        var model = Of(Approve("a", "A"), Exclusive("x", true, [Approve("b", "B")], [Approve("c", "C", settings => settings with { WhenEmpty = EmptyPolicy.Pass })]), Approve("d", "D"));
        var run = new FlowRunner(model);
        run.Left.Add(FlowRunner.Id("C"));
        var simulation = new FlowSimulation(model, FlowSimulation.NewInstance(model, FlowRunner.Initiator, FlowRunner.Start), run);

        var preview = FlowPreview.Run(simulation, FlowRunner.Start, _ => run.Facts());

        Assert.Equal(["a", "x", "c", "d"], preview.Path.Select(step => step.Block.Key));
        Assert.Equal([[1L], [], [], [4L]], preview.Path.Select(step => step.Asked));
        Assert.Equal([FlowReasons.EmptyPassed], preview.Path[2].Reasons);
        Assert.Equal(["b"], preview.NotReached.Select(block => block.Key));
        Assert.Equal(FlowStatus.Draft, run.Status);
    }

    [Fact]
    public void Rule61_History_SaysWho_ForWhom_WhereAndWhy_AndOnlyGrows()
    {
        var run = new FlowRunner(Of(Approve("a", "A"), Approve("b", "B"))).Submit();
        var before = run.History.ToList();
        run.Do(new FlowEvent.Entrust(FlowRunner.Id("E")) { CommandId = Guid.NewGuid(), ActorId = 1, SeatId = run.Seat("a", "A") });
        var command = Guid.NewGuid();
        run.Do(new FlowEvent.Approve { CommandId = command, ActorId = FlowRunner.Id("E"), SeatId = run.Seat("a", "E"), Opinion = "fine" });

        Assert.Equal(before, run.History.Take(before.Count));
        Assert.Contains(run.History, entry => entry is { Action: FlowActions.Advised, Block: "a", ActorId: 5, PrincipalId: 1, Generation: 1, Text: "fine" } && entry.CommandId == command);
        Assert.Equal(run.History.Count, run.History.DistinctBy(entry => entry.Id).Count());
    }

    private static FlowBlock Copy(string key, string receivers) => Leaf(key, new CcNode(), new CcSettings { Receivers = [TestFlow.Members(receivers)] });

    private static IEnumerable<string> Copies(FlowRunner run)
        => run.History.Where(entry => entry.Action == FlowActions.Copied).Select(entry => entry.Block + ":" + entry.Details);
}
