using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Operations;
using LowCodeErp.Runtime.Flows.State;
using static LowCodeErp.Unit.Tests.Flows.TestFlow;

namespace LowCodeErp.Unit.Tests.Flows;

/// <summary>What pages offer: all that the machine takes, and nothing that it refuses.</summary>
public sealed class FlowOfferTests
{
    [Fact]
    public void Approver()
    {
        var run = Begun(Approve("a", "A"));

        Assert.Equal(
            "AddAfter AddBefore AddBeside Approve Copy Entrust KeepDraft Reject SendBack Transfer", At(run, "a", "A"));
        Assert.True(Offer(run, "a", "A").ToInitiator);
        Assert.False(Offer(run, "a", "A").ToPrevious);
    }

    [Fact]
    public void SomebodyElse_IsOfferedNothing() => Assert.Equal("", Words(FlowOffers.AtSeat(Begun(Approve("a", "A")).Model, Begun(Approve("a", "A")).State, 2, FlowRunner.Id("B"), Begun(Approve("a", "A")).Facts())));

    [Fact]
    public void WhatTheStepForbids_IsNotOffered()
    {
        var run = Begun(Approve("a", "A", settings => settings with { AllowTransfer = false, AllowDelegate = false, AllowReturn = false, AddDepth = 0 }));

        Assert.Equal("Approve Copy KeepDraft Reject", At(run, "a", "A"));
    }

    [Fact]
    public void WhatTheStepRequires_HidesNothing()
    {
        var run = Begun(Approve("a", "A", settings => settings with { RequireOpinion = true, RequireSignature = true }));

        Assert.True(Offer(run, "a", "A").Has(FlowOperation.Approve));
    }

    [Fact]
    public void HandleStep_IsCompleted()
    {
        var run = Begun(Handle("a", "A"));

        Assert.True(Offer(run, "a", "A").Has(FlowOperation.Complete));
        Assert.False(Offer(run, "a", "A").Has(FlowOperation.Approve));
        Assert.False(Offer(run, "a", "A").Has(FlowOperation.Reject));
    }

    [Fact]
    public void TaskOfSeveral_IsClaimedFirst()
    {
        var run = Begun(Approve("a", "A B", settings => settings with { Claim = true }));
        var seat = run.State.Seats.Keys.Single();

        Assert.Equal("Claim Copy", Words(FlowOffers.AtSeat(run.Model, run.State, seat, FlowRunner.Id("A"), run.Facts())));
        Assert.Equal("", Words(FlowOffers.AtSeat(run.Model, run.State, seat, FlowRunner.Id("C"), run.Facts())));

        run.Do(new FlowEvent.Claim { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Id("A"), SeatId = seat });
        Assert.True(Offer(run, "a", "A").Has(FlowOperation.Release));
        Assert.True(Offer(run, "a", "A").Has(FlowOperation.Approve));
        Assert.False(Offer(run, "a", "A").Has(FlowOperation.Claim));
    }

    [Fact]
    public void WhoeverActsForSomebody_OnlyAdvises()
    {
        var run = Begun(Approve("a", "A"));
        run.Do(new FlowEvent.Entrust(FlowRunner.Id("B")) { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Id("A"), SeatId = run.Seat("a", "A") });

        Assert.Equal("Approve Copy Entrust KeepDraft", At(run, "a", "B"));
    }

    [Fact]
    public void Return_OffersTheStepsThatItHasBeenThrough()
    {
        var run = Begun(Approve("a", "A"), Approve("b", "B"), Approve("c", "C"));
        run.Approve("a", "A");
        run.Approve("b", "B");
        var offer = Offer(run, "c", "C");

        Assert.Equal(["a", "b"], offer.Targets.Select(target => target.Key));
        Assert.True(offer.ToPrevious && offer.ToInitiator);
    }

    [Fact]
    public void WhatWasDecided_CanBeTakenBackUntilSomebodyActs()
    {
        var run = Begun(Approve("a", "A"), Approve("b", "B"), Approve("c", "C"));
        run.Approve("a", "A");
        var seat = run.LastSeat("a", "A").Id;

        Assert.Equal("Copy TakeBack", Words(FlowOffers.AtSeat(run.Model, run.State, seat, FlowRunner.Id("A"), run.Facts())));
        run.Approve("b", "B");
        Assert.Equal("Copy", Words(FlowOffers.AtSeat(run.Model, run.State, seat, FlowRunner.Id("A"), run.Facts())));
    }

    [Fact]
    public void AddedPeople_CanBeRemovedByWhoAddedThem()
    {
        var run = Begun(Approve("a", "A"));
        Assert.Null(run.TryAdd("a", "A", SeatOrigin.AddedBeside, "B"));

        Assert.Equal([run.Seat("a", "B")], Offer(run, "a", "A").Removable);
        Assert.True(Offer(run, "a", "A").Has(FlowOperation.RemoveSeats));
        Assert.Empty(Offer(run, "a", "B").Removable);
    }

    [Fact]
    public void Initiator_WithdrawsRemindsAndSubmitsAgain()
    {
        var run = Begun(Approve("a", "A"));

        Assert.Equal("Copy Remind Withdraw", Words(FlowOffers.OnInstance(run.Model, run.State, FlowRunner.Initiator, run.Facts())));
        run.Return("a", "A", null);
        Assert.Equal("Copy Resubmit Withdraw", Words(FlowOffers.OnInstance(run.Model, run.State, FlowRunner.Initiator, run.Facts())));
        Assert.Equal("", Words(FlowOffers.OnInstance(run.Model, run.State, FlowRunner.Id("B"), run.Facts())));
    }

    [Fact]
    public void Suspended_NothingIsOffered_AndOnceItHasEndedOnlyACopy()
    {
        var run = Begun(Approve("a", "A"));
        var seat = run.Seat("a", "A");
        run.Do(new FlowEvent.Suspend { CommandId = Guid.NewGuid(), ActorId = 3, Reason = "why" });
        Assert.Equal("", Words(FlowOffers.AtSeat(run.Model, run.State, seat, FlowRunner.Id("A"), run.Facts())));

        run.Do(new FlowEvent.Terminate { CommandId = Guid.NewGuid(), ActorId = 3, Reason = "why" });
        Assert.Equal("Copy", Words(FlowOffers.AtSeat(run.Model, run.State, seat, FlowRunner.Id("A"), run.Facts())));
    }

    [Fact]
    public void WhomToChooseNext_IsAskedWhenHeApproves()
    {
        var run = Begun(Approve("a", "A"), Approve("b", "", settings => settings with { Assignees = [new() { Kind = AssigneeKind.ApproversChoice }] }));

        Assert.Equal(FlowDiagnostics.ChoiceMissing().Code, run.Try(new FlowEvent.Approve { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Id("A"), SeatId = run.Seat("a", "A") }));
        Assert.True(Offer(run, "a", "A").Has(FlowOperation.Approve));
    }

    private static FlowRunner Begun(params LowCodeErp.Runtime.Flows.Model.FlowBlock[] blocks) => new FlowRunner(Of(blocks)).Submit();

    private static FlowOffer Offer(FlowRunner run, string block, string who) => FlowOffers.AtSeat(run.Model, run.State, run.Seat(block, who), FlowRunner.Id(who), run.Facts());

    private static string At(FlowRunner run, string block, string who) => Words(Offer(run, block, who));

    private static string Words(FlowOffer offer) => string.Join(' ', offer.Operations.Select(operation => operation.ToString()).Order(StringComparer.Ordinal));
}
