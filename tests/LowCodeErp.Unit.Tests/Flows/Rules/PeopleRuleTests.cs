using System.Collections.Immutable;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;
using static LowCodeErp.Unit.Tests.Flows.TestFlow;

namespace LowCodeErp.Unit.Tests.Flows.Rules;

/// <summary>Several people at one step (rules 1 to 9), and what they do with their seats (rules 10 to 16).</summary>
public sealed class PeopleRuleTests
{
    [Fact]
    public void Rule01_EveryScope_HasItsOwnChildren_SoThatAJoinCountsNoOtherVisit()
    {
        var run = new FlowRunner(Of(Loop("l", 5, Parallel("p", [Approve("a", "A")], [Approve("b", "B")])))).Submit();
        run.Approve("a", "A");
        run.Approve("b", "B");

        run.Approve("a", "A");

        Assert.Equal("b:B", run.Open);
        Assert.Equal([2, 2], run.State.Scopes.Values.Where(scope => scope is { Block: "p", Branch: null }).Select(scope => scope.ExpectedChildren));
    }

    [Fact]
    public void Rule01_AllOf_OneRejectionDecides_AndTheOthersNeverApproved()
    {
        var run = new FlowRunner(Of(Approve("a", "A B C"))).Submit();
        run.Approve("a", "A");
        run.Reject("a", "B");

        Assert.Equal(FlowStatus.Rejected, run.Status);
        Assert.Equal((SeatStatus.Cancelled, FlowReasons.Decided), (run.LastSeat("a", "C").Status, run.LastSeat("a", "C").Reason));
    }

    [Fact]
    public void Rule01_AllOf_CollectingAllVotes_WaitsForTheLast()
    {
        var run = new FlowRunner(Of(Approve("a", "A B", settings => settings with { CollectAll = true }))).Submit();
        run.Reject("a", "A");
        Assert.Equal("a:B", run.Open);
        run.Approve("a", "B");
        Assert.Equal(FlowStatus.Rejected, run.Status);
    }

    [Theory]
    [InlineData(false, FlowStatus.Rejected, "")]
    [InlineData(true, FlowStatus.Running, "a:B")]
    public void Rule02_AnyOf_TheFirstRejection_DecidesUnlessAllMustReject(bool allMustReject, FlowStatus status, string open)
    {
        var run = new FlowRunner(Of(Approve("a", "A B", settings => settings with { Mode = SeatMode.Any, AllMustReject = allMustReject }))).Submit();
        run.Reject("a", "A");
        Assert.Equal((status, open), (run.Status, run.Open));
    }

    [Fact]
    public void Rule04_Vote_CountsTheSeatsOfItsOwnStepAlone()
    {
        FlowBlock Vote(string key, string members) => Approve(key, members, settings => settings with { Mode = SeatMode.Vote, Threshold = new() { Value = 1, Of = 2, Exceed = true } });
        var run = new FlowRunner(Of(Parallel("p", [Vote("a", "A B C")], [Vote("b", "D E F G H")]))).Submit();
        run.Approve("a", "A");
        run.Approve("a", "B");

        Assert.Equal("b:D b:E b:F b:G b:H", run.Open);
    }

    [Fact]
    public void Rule05_Veto_AndFiat_DecideAtOnce()
    {
        FlowBlock Vote(bool veto, bool fiat) => Approve("a", "", settings => settings with
        {
            Mode = SeatMode.Vote,
            Threshold = new() { Value = 1, Of = 2 },
            Assignees = [TestFlow.Members("A") with { Veto = veto, Fiat = fiat }, TestFlow.Members("B C D")],
        });
        var vetoed = new FlowRunner(Of(Vote(veto: true, fiat: false))).Submit();
        vetoed.Reject("a", "A");
        var approved = new FlowRunner(Of(Vote(veto: false, fiat: true))).Submit();
        approved.Approve("a", "A");

        Assert.Equal((FlowStatus.Rejected, FlowStatus.Approved), (vetoed.Status, approved.Status));
    }

    [Theory]
    [InlineData(false, FlowStatus.Running)]
    [InlineData(true, FlowStatus.Rejected)]
    public void Rule05_AddedSeat_VetoesOnlyWhenItWasAddedWithOne(bool veto, FlowStatus status)
    {
        var run = new FlowRunner(Of(Approve("a", "A B C", settings => settings with { Mode = SeatMode.Vote, Threshold = new() { Value = 1, Of = 2 } }))).Submit();
        run.Do(new FlowEvent.AddSeats(SeatOrigin.AddedBeside, [FlowRunner.Id("D")]) { CommandId = Guid.NewGuid(), ActorId = 1, SeatId = run.Seat("a", "A"), Veto = veto });
        run.Reject("a", "D");
        Assert.Equal(status, run.Status);
    }

    [Fact]
    public void Rule06_GroupToClaim_IsOneSeat_ReleasedAndClaimedAgain()
    {
        var run = new FlowRunner(Of(Approve("a", "A B", settings => settings with { Claim = true }))).Submit();
        var seat = Assert.Single(run.State.Seats.Keys);
        FlowEvent.Claim Claim(long member) => new() { CommandId = Guid.NewGuid(), ActorId = member, SeatId = seat };
        run.Do(Claim(1));
        Assert.Equal("flow.already-claimed", run.Try(Claim(2)));

        run.Do(new FlowEvent.Release { CommandId = Guid.NewGuid(), ActorId = 1, SeatId = seat });
        run.Do(Claim(2));

        run.Approve("a", "B");
        Assert.Equal(FlowStatus.Approved, run.Status);
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "flow.not-in-group")]
    public void Rule06_MembersOfARole_AreThoseOfNow_UnlessTheGroupIsFrozen(bool frozen, string? refusal)
    {
        var run = new FlowRunner(Of(Approve("a", "", settings => settings with { Claim = true, FreezeGroup = frozen, Assignees = [new() { Kind = AssigneeKind.Role, Roles = ["boss"] }] })));
        run.Roles["boss"] = [1];
        run.Submit();

        run.Roles["boss"] = [2];

        Assert.Equal(refusal, run.Try(new FlowEvent.Claim { CommandId = Guid.NewGuid(), ActorId = 2, SeatId = Assert.Single(run.State.Seats.Keys) }));
    }

    [Fact]
    public void Rule08_InitiatorsChoice_IsAskedWhereTheWayLeads_AndAgainWhenSubmittedAgain()
    {
        FlowBlock Chosen(string key) => Approve(key, "", settings => settings with { Assignees = [TestFlow.Members("A B C") with { Kind = AssigneeKind.InitiatorsChoice, Minimum = 1, Maximum = 2 }] });
        var run = new FlowRunner(Of(Exclusive("x", true, [Chosen("a")], [Chosen("b")])));
        FlowEvent.Submit Submit(string block, params long[] members)
            => new() { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Initiator, Choices = ImmutableSortedDictionary<string, ImmutableArray<long>>.Empty.Add(block, [.. members]) };

        Assert.Equal("flow.choice", run.Try(Submit("b", 1, 2, 3)));
        Assert.Equal("flow.choice", run.Try(Submit("b", FlowRunner.Initiator)));
        run.Do(Submit("b", 2));
        Assert.Equal("b:B", run.Open);

        run.Return("b", "B", null);
        run.Do(Submit("b", 3));
        Assert.Equal("b:C", run.Open);
    }

    [Fact]
    public void Rule09_HandleStep_IsCompletedOrHandedOn_AndNeverRejected()
    {
        var run = new FlowRunner(Of(Approve("s", "S"), Handle("a", "A"))).Submit();
        run.Approve("s", "S");
        Assert.Null(run.TryTransfer("a", "A", "B"));
        Assert.Equal("flow.cannot-reject", run.Try(new FlowEvent.Reject { CommandId = Guid.NewGuid(), ActorId = 2, SeatId = run.Seat("a", "B") }));
        run.Return("a", "B", "s");
        Assert.Equal("s:S", run.Open);
    }

    [Fact]
    public void Rule11_Delegation_ComesBackTheWayItWent_AndOnlyThePrincipalDecides()
    {
        var run = new FlowRunner(Of(Approve("a", "A"))).Submit();
        void Entrust(string from, string to) => run.Do(new FlowEvent.Entrust(FlowRunner.Id(to)) { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Id(from), SeatId = run.Seat("a", from) });
        Entrust("A", "B");
        Entrust("B", "C");

        run.Approve("a", "C");
        Assert.Equal("a:B", run.Open);
        run.Approve("a", "B");
        Assert.Equal(("a:A", FlowStatus.Running), (run.Open, run.Status));
        run.Reject("a", "A");

        Assert.Equal(FlowStatus.Rejected, run.Status);
        Assert.Equal(["delegated", "delegated", "advised", "advised"], run.LastSeat("a", "A").Chain.Select(handover => handover.Kind));
    }

    [Fact]
    public void Rule14_RejectionOfASeatAddedAfter_FollowsTheRuleOfTheStep()
    {
        var run = new FlowRunner(Of(Approve("a", "A B", settings => settings with { Mode = SeatMode.Any, AllMustReject = true }))).Submit();
        Assert.Null(run.TryAdd("a", "A", SeatOrigin.AddedAfter, "C"));
        run.Reject("a", "C");

        Assert.Equal("a:B", run.Open);
        Assert.Equal(SeatStatus.Approved, run.LastSeat("a", "A").Status);
        run.Approve("a", "B");
        Assert.Equal(FlowStatus.Approved, run.Status);
    }

    [Fact]
    public void Rule15_AddedBeside_OfOneAfterTheOther_ComesRightAfterMe()
    {
        var run = new FlowRunner(Of(Approve("a", "A B", settings => settings with { Mode = SeatMode.Sequential }))).Submit();
        Assert.Null(run.TryAdd("a", "A", SeatOrigin.AddedBeside, "C"));
        run.Approve("a", "A");
        Assert.Equal("a:C", run.Open);
        run.Approve("a", "C");
        Assert.Equal("a:B", run.Open);
    }

    [Fact]
    public void Rule16_SeatsThatIAdded_AreRemoved_WithWhatTheyAdded()
    {
        var run = new FlowRunner(Of(Approve("a", "A"))).Submit();
        Assert.Null(run.TryAdd("a", "A", SeatOrigin.AddedBefore, "B"));
        Assert.Null(run.TryAdd("a", "B", SeatOrigin.AddedBefore, "C"));
        Assert.Equal("a:C", run.Open);

        run.Do(new FlowEvent.RemoveSeats([run.LastSeat("a", "B").Id]) { CommandId = Guid.NewGuid(), ActorId = 1, SeatId = run.LastSeat("a", "A").Id });

        Assert.Equal("a:A", run.Open);
    }
}
