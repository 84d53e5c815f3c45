using LowCodeErp.BuiltIns.FlowNodes.Update;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;
using static LowCodeErp.Unit.Tests.Flows.TestFlow;

namespace LowCodeErp.Unit.Tests.Flows;

/// <summary>What authors may say of a step beyond whom it asks.</summary>
public sealed class TaskOptionTests
{
    [Fact]
    public void Rule10_TransferLimit_CountsTransfersOfTheSeat_AndNothingElse()
    {
        var run = new FlowRunner(Of(Approve("a", "A", settings => settings with { TransferLimit = 1 }))).Submit();

        Assert.Null(run.Try(new FlowEvent.Entrust(FlowRunner.Id("E")) { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Id("A"), SeatId = run.Seat("a", "A") }));
        run.Approve("a", "E");
        Assert.Null(run.TryTransfer("a", "A", "B"));
        var state = run.State;

        Assert.Equal("flow.transfer-limit", run.TryTransfer("a", "B", "C"));
        Assert.Same(state, run.State);
        Assert.Equal("a:B", run.Open);
    }

    [Fact]
    public void Rule10_TransferToSomebodyWhoIsAsked_IsRefused_OrOneTaskThatWeighsAsMuchAsBoth()
    {
        FlowBlock Vote(bool merges) => Approve("a", "A B C", settings => settings with
        {
            Mode = SeatMode.Vote,
            Threshold = new() { Measure = VoteMeasure.Weight, Value = 2, Of = 3 },
            MergeTransfers = merges,
        });
        Assert.Equal("flow.already-asked", new FlowRunner(Of(Vote(false))).Submit().TryTransfer("a", "A", "B"));

        var run = new FlowRunner(Of(Vote(true))).Submit();
        Assert.Null(run.TryTransfer("a", "A", "B"));

        Assert.Equal("a:B a:C", run.Open);
        run.Approve("a", "B");
        Assert.Equal(FlowStatus.Approved, run.Status);
        Assert.True(run.Happened(FlowActions.Transferred, "a", FlowReasons.Merged));
    }

    [Fact]
    public void Rule13_WhoeverAddsBeforeHimselfAgain_WaitsForThoseHeAddedLast()
    {
        var run = new FlowRunner(Of(Approve("a", "A"))).Submit();
        Assert.Null(run.TryAdd("a", "A", SeatOrigin.AddedBefore, "B C", SeatMode.Any));
        run.Approve("a", "B");
        Assert.Equal("a:A", run.Open);

        Assert.Null(run.TryAdd("a", "A", SeatOrigin.AddedBefore, "D E", SeatMode.Any));

        Assert.Equal("a:D a:E", run.Open);
        run.Approve("a", "D");
        Assert.Equal("a:A", run.Open);
        run.Approve("a", "A");
        Assert.Equal(FlowStatus.Approved, run.Status);
    }

    [Fact]
    public void Rule20_Reminders_KeepTheirDistance_AndTheirNumber()
    {
        var run = new FlowRunner(Of(definition => definition with { Reminders = new() { Hours = 2, Most = 2 } }, Approve("a", "A"))).Submit();
        string? Remind() => run.Try(new FlowEvent.Remind { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Initiator });

        Assert.Null(Remind());
        run.Now += TimeSpan.FromMinutes(119);
        Assert.Equal("flow.reminded-recently", Remind());
        run.Now += TimeSpan.FromMinutes(1);
        Assert.Null(Remind());
        run.Now += TimeSpan.FromDays(1);
        Assert.Equal("flow.reminded-often", Remind());
    }

    [Fact]
    public void Rule29_TakeBack_WithinItsHours()
    {
        var run = new FlowRunner(Of(Approve("a", "A", settings => settings with { TakeBackHours = 4 }), Approve("b", "B"))).Submit();
        run.Approve("a", "A");
        run.Now += TimeSpan.FromHours(4) + TimeSpan.FromTicks(1);

        Assert.Equal("flow.take-back-late", run.TryTakeBack("a", "A"));
        run.Now -= TimeSpan.FromTicks(1);
        Assert.Null(run.TryTakeBack("a", "A"));
    }

    [Fact]
    public void Rule38_ForbiddenSelf_RefusesTheSubmission_ButNoApprovalOfSomebodyElse()
    {
        Func<ApprovalSettings, ApprovalSettings> forbid = settings => settings with { WhenSelf = SelfPolicy.Forbid };
        var submit = new FlowEvent.Submit { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Initiator };
        Assert.Equal("flow.self-forbidden", new FlowRunner(Of(Approve("a", "Z", forbid))).Try(submit));

        var run = new FlowRunner(Of(Approve("a", "A"), Approve("b", "Z", forbid))).Submit();
        run.Approve("a", "A");

        Assert.Equal("flow.self-forbidden", Assert.Single(run.Incidents).Code);
    }

    [Theory]
    [InlineData(FlowReplay.Rerun, 2, "b:B")]
    [InlineData(FlowReplay.Skip, 1, "b:B")]
    [InlineData(FlowReplay.Ask, 1, "")]
    public void Replay_OfAStepWithEffects_AfterAReturn(FlowReplay replay, int times, string open)
    {
        var update = new FlowBlock.Leaf
        {
            Key = "u", Label = new("u"), Node = new UpdateNode(), Settings = new UpdateSettings { Values = new Dictionary<string, string>() },
            Formulas = new Dictionary<string, Formula.Compilation.CompiledFormula>(), OnReplay = replay,
        };
        var run = new FlowRunner(Of(Approve("a", "A"), update, Approve("b", "B"))).Submit();
        run.Approve("a", "A");
        run.Return("b", "B", "a");
        run.Approve("a", "A");

        Assert.Equal(open, run.Open);
        Assert.Equal(times, run.History.Count(entry => entry.Action == FlowActions.Left && entry.Block == "u"));
        if (replay == FlowReplay.Ask)
        {
            var incident = Assert.Single(run.Incidents);
            run.Do(new FlowEvent.Retry(incident.Id) { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "once more" });
            Assert.Equal("b:B", run.Open);
            Assert.Equal(2, run.History.Count(entry => entry.Action == FlowActions.Left && entry.Block == "u"));
        }
    }

    [Fact]
    public void Retry_WhilePeopleAreAsked_AsksNobodyTwice()
    {
        var run = new FlowRunner(Of(Approve("a", "A", settings => settings with { Timeouts = [new() { Hours = 1, Action = TimeoutAction.Return }] })), initiator: null).Submit();
        run.Now += TimeSpan.FromDays(7);
        run.FireDue();

        var incident = Assert.Single(run.Incidents);
        run.Do(new FlowEvent.Retry(incident.Id) { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "he will act" });

        Assert.Empty(run.Incidents);
        Assert.Equal("a:A", run.Open);
        run.Approve("a", "A");
        Assert.Equal(FlowStatus.Approved, run.Status);
    }
}
