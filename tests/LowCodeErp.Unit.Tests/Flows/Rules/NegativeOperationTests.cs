using System.Collections.Immutable;
using System.Reflection;
using LowCodeErp.BuiltIns.FlowNodes.Delay;
using LowCodeErp.BuiltIns.FlowNodes.Update;
using LowCodeErp.BuiltIns.FlowNodes.Webhook;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;
using static LowCodeErp.Unit.Tests.Flows.TestFlow;

namespace LowCodeErp.Unit.Tests.Flows.Rules;

/// <summary>Whatever is not allowed is refused with a code of its own, and nothing is changed by it (flows.md 1.5).</summary>
public sealed class NegativeOperationTests
{
    /// <summary>What only ever is an incident: nobody who could be refused something has caused it.</summary>
    private static readonly string[] _incidents = ["done-before", "nothing-holds", "nobody"];

    private static readonly Dictionary<string, Func<(FlowRunner Run, FlowEvent Event)>> _cases = new()
    {
        ["not-running"] = () => With(Begun(Approve("a", "A")), run => run.Approve("a", "A"), run => Deciding("A", 3)),
        ["suspended"] = () => With(Begun(Approve("a", "A")), run => run.Do(Suspend()), run => Deciding("A", run.LastSeat("a", "A").Id)),
        ["not-suspended"] = () => With(Begun(Approve("a", "A")), _ => new FlowEvent.Reactivate { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "go on" }),
        ["task-unknown"] = () => With(Begun(Approve("a", "A")), run => Deciding("A", 999)),
        ["already-decided"] = () => With(Begun(Approve("a", "A B", Any), Approve("b", "C")), run => run.Approve("a", "A"), run => Deciding("B", run.LastSeat("a", "B").Id)),
        ["not-yet"] = () => With(Begun(Approve("a", "A B", settings => settings with { Mode = SeatMode.Sequential })), run => Deciding("B", run.LastSeat("a", "B").Id)),
        ["not-holder"] = () => With(Begun(Approve("a", "A")), run => Deciding("B", run.Seat("a", "A"))),
        ["not-initiator"] = () => With(Begun(Approve("a", "A")), _ => Withdrawal(1)),
        ["cannot-reject"] = () => With(Begun(Handle("a", "A")), run => new FlowEvent.Reject { CommandId = Guid.NewGuid(), ActorId = 1, SeatId = run.Seat("a", "A") }),
        ["cannot-complete"] = () => With(Begun(Approve("a", "A")), run => new FlowEvent.Complete { CommandId = Guid.NewGuid(), ActorId = 1, SeatId = run.Seat("a", "A") }),
        ["delegate-only-advises"] = () => With(Begun(Approve("a", "A")), run => run.Do(Entrusting(run, "A", "E")), run => new FlowEvent.Reject { CommandId = Guid.NewGuid(), ActorId = Id("E"), SeatId = run.Seat("a", "E") }),
        ["opinion-missing"] = () => With(Begun(Approve("a", "A", settings => settings with { RequireOpinion = true })), run => Deciding("A", run.Seat("a", "A"))),
        ["signature-missing"] = () => With(Begun(Approve("a", "A", settings => settings with { RequireSignature = true })), run => Deciding("A", run.Seat("a", "A"))),
        ["reason-missing"] = () => With(Begun(Approve("a", "A")), _ => new FlowEvent.Suspend { CommandId = Guid.NewGuid(), ActorId = 1, Reason = " " }),
        ["member-inactive"] = () => With(Begun(Approve("a", "A")), run => run.Left.Add(2), run => Transferring(run, "A", "B")),
        ["to-self"] = () => With(Begun(Approve("a", "A")), run => Transferring(run, "A", "A")),
        ["already-asked"] = () => With(Begun(Approve("a", "A B")), run => Transferring(run, "A", "B")),
        ["to-initiator"] = () => With(Begun(Approve("a", "A")), run => Transferring(run, "A", "Z")),
        ["transfer-forbidden"] = () => With(Begun(Approve("a", "A", settings => settings with { AllowTransfer = false })), run => Transferring(run, "A", "B")),
        ["transfer-limit"] = () => With(Begun(Approve("a", "A", settings => settings with { TransferLimit = 0 })), run => Transferring(run, "A", "B")),
        ["delegate-forbidden"] = () => With(Begun(Approve("a", "A", settings => settings with { AllowDelegate = false })), run => Entrusting(run, "A", "B")),
        ["add-forbidden"] = () => With(Begun(Approve("a", "A", settings => settings with { AddDepth = 0 })), run => Adding(run, "A", [2])),
        ["nobody-added"] = () => With(Begun(Approve("a", "A")), run => Adding(run, "A", [])),
        ["weight"] = () => With(Begun(Approve("a", "A")), run => Adding(run, "A", [2]) with { Weight = 0 }),
        ["remove-forbidden"] = () => With(Begun(Approve("a", "A B")), run => new FlowEvent.RemoveSeats([run.Seat("a", "B")]) { CommandId = Guid.NewGuid(), ActorId = 1, SeatId = run.Seat("a", "A") }),
        ["not-claimable"] = () => With(Begun(Approve("a", "A")), run => Claiming(run, "B")),
        ["already-claimed"] = () => With(Begun(Approve("a", "A B", Claimed)), run => run.Do(Claiming(run, "A")), run => Claiming(run, "B")),
        ["not-in-group"] = () => With(Begun(Approve("a", "A B", Claimed)), run => Claiming(run, "C")),
        ["not-claimed"] = () => With(Begun(Approve("a", "A")), run => new FlowEvent.Release { CommandId = Guid.NewGuid(), ActorId = 1, SeatId = run.Seat("a", "A") }),
        ["must-claim"] = () => With(Begun(Approve("a", "A B", Claimed)), run => Deciding("A", Only(run))),
        ["return-forbidden"] = () => With(Begun(Approve("a", "A"), Approve("b", "B", settings => settings with { AllowReturn = false })), run => run.Approve("a", "A"), run => Returning(run, "b", "B", "a")),
        ["nothing-before"] = () => With(Begun(Approve("a", "A")), run => Returning(run, "a", "A")),
        ["no-initiator"] = () => With(new FlowRunner(Of(Approve("a", "A")), initiator: null).Submit(), run => Returning(run, "a", "A") with { ToInitiator = true }),
        ["target-unknown"] = () => With(Begun(Approve("a", "A")), run => Returning(run, "a", "A", "nowhere")),
        ["target-current"] = () => With(Begun(Approve("a", "A")), run => Returning(run, "a", "A", "a")),
        ["target-not-human"] = () => With(Begun(Leaf("u", new UpdateNode(), new UpdateSettings()), Approve("a", "A")), run => Returning(run, "a", "A", "u")),
        ["target-not-visited"] = () => With(Begun(Approve("a", "A"), Approve("b", "B")), run => Returning(run, "a", "A", "b")),
        ["target-running"] = () => With(
            Begun(Parallel("p", 1, FlowRemainder.Leave, FlowBranchRejection.RejectAll, [Approve("a", "A")], [Approve("b", "B")]), Approve("c", "C")), run => run.Approve("a", "A"), run => Returning(run, "c", "C", "b")),
        ["target-beside"] = () => With(Begun(Parallel("p", [Approve("a", "A")], [Approve("b", "B")])), run => Returning(run, "a", "A", "b")),
        ["targets-together"] = () => With(Begun(Approve("a", "A"), Approve("b", "B"), Approve("c", "C")), run => run.Approve("a", "A"), run => run.Approve("b", "B"), run => Returning(run, "c", "C", "a", "b")),
        ["take-back-forbidden"] = () => With(Begun(Approve("a", "A", settings => settings with { AllowTakeBack = false }), Approve("b", "B")), run => run.Approve("a", "A"), TakingBack),
        ["take-back-nothing"] = () => With(Begun(Approve("a", "A")), TakingBack),
        ["take-back-read"] = () => With(Begun(Approve("a", "A", settings => settings with { LockWhenRead = true }), Approve("b", "B")), run => run.Approve("a", "A"), run => run.Do(new FlowEvent.Read { CommandId = Guid.NewGuid(), ActorId = 2, SeatId = run.Seat("b", "B") }), TakingBack),
        ["take-back-acted"] = () => With(Begun(Approve("a", "A"), Approve("b", "B"), Approve("c", "C")), run => run.Approve("a", "A"), run => run.Approve("b", "B"), TakingBack),
        ["take-back-late"] = () => With(Begun(Approve("a", "A", settings => settings with { TakeBackHours = 1 }), Approve("b", "B")), run => run.Approve("a", "A"), run => run.Now += TimeSpan.FromHours(2), TakingBack),
        ["take-back-effects"] = () => With(Begun(Approve("a", "A"), Leaf("u", new UpdateNode(), new UpdateSettings()), Approve("b", "B")), run => run.Approve("a", "A"), TakingBack),
        ["take-back-joined"] = () => With(Begun(Parallel("p", [Approve("a", "A")], [Approve("b", "B")]), Approve("c", "C")), run => run.Approve("b", "B"), run => run.Approve("a", "A"), TakingBack),
        ["withdraw-forbidden"] = () => With(Begun(definition => definition with { Withdrawal = FlowWithdrawal.Never }, Approve("a", "A")), _ => Withdrawal(FlowRunner.Initiator)),
        ["withdraw-late"] = () => With(Begun(definition => definition with { Withdrawal = FlowWithdrawal.BeforeFirstDecision }, Approve("a", "A B")), run => run.Approve("a", "A"), _ => Withdrawal(FlowRunner.Initiator)),
        ["nobody-to-remind"] = () => With(Begun(Leaf("d", new DelayNode(), new DelaySettings { Hours = 1 })), _ => Reminder()),
        ["reminded-recently"] = () => With(Begun(definition => definition with { Reminders = new() { Hours = 2 } }, Approve("a", "A")), run => run.Do(Reminder()), _ => Reminder()),
        ["reminded-often"] = () => With(Begun(definition => definition with { Reminders = new() { Hours = 0, Most = 1 } }, Approve("a", "A")), run => run.Do(Reminder()), _ => Reminder()),
        ["nobody-to-copy"] = () => With(Begun(Approve("a", "A")), _ => new FlowEvent.Copy([]) { CommandId = Guid.NewGuid(), ActorId = 1 }),
        ["incident-unknown"] = () => With(Begun(Approve("a", "A")), _ => new FlowEvent.Retry(999) { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "again" }),
        ["not-due"] = () => With(Begun(Approve("a", "A", settings => settings with { Timeouts = [new() { Hours = 1 }] })), run => new FlowEvent.Fire(run.State.Timers.Keys.First()) { CommandId = Guid.NewGuid() }),
        ["timer-unknown"] = () => With(Begun(Approve("a", "A")), _ => new FlowEvent.Fire(999) { CommandId = Guid.NewGuid() }),
        ["job-unknown"] = () => With(Begun(Leaf("w", new WebhookNode(), new WebhookSettings { Address = "https://example.com" })), _ => new FlowEvent.Report(999, 1, null) { CommandId = Guid.NewGuid() }),
        ["choice"] = () => With(new FlowRunner(Of(Chosen())), _ => Submission(Id("B"))),
        ["choice-missing"] = () => With(new FlowRunner(Of(Chosen())), _ => Submission()),
        ["nobody-found"] = () => With(new FlowRunner(Of(Approve("a", "A", settings => settings with { WhenEmpty = EmptyPolicy.RefuseSubmission }))), run => run.Left.Add(1), _ => Submission()),
        ["self-forbidden"] = () => With(new FlowRunner(Of(Approve("a", "Z", settings => settings with { WhenSelf = SelfPolicy.Forbid }))), _ => Submission()),
        ["jump-source"] = () => With(Begun(Parallel("p", [Approve("a", "A")], [Approve("b", "B")]), Approve("c", "C")), _ => new FlowEvent.Jump(null, "c") { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "urgent" }),
    };

    public static TheoryData<string> Codes => [.. _cases.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void NegativeOperation_IsRefusedWithItsOwnCode_AndChangesNothing(string code)
    {
        var (run, happened) = _cases[code]();
        var (state, entries) = (run.State, run.History.Count);

        Assert.Equal($"flow.{code}", run.Try(happened));
        Assert.Same(state, run.State);
        Assert.Equal(entries, run.History.Count);
    }

    [Fact]
    public void NegativeOperations_AreAllHere()
    {
        var codes = typeof(FlowDiagnostics).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(method => ((Diagnostic)method.Invoke(null, [""])!).Code["flow.".Length..]).ToList();

        Assert.Equal(codes.Distinct(), codes);
        Assert.Equal(codes.Order(StringComparer.Ordinal), _cases.Keys.Concat(_incidents).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rule38_InitiatorWhoMayNotDecideHimself_CannotClaimTheTaskOfAGroup()
    {
        var run = Begun(Approve("a", "A Z", settings => settings with { Claim = true, WhenSelf = SelfPolicy.Skip }), Approve("b", "B"));
        var claim = new FlowEvent.Claim { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Initiator, SeatId = Only(run) };

        Assert.Equal("flow.self-forbidden", run.Try(claim));
        Assert.Null(run.Try(claim with { ActorId = 1 }));
    }

    private static long Id(string name) => FlowRunner.Id(name);

    private static FlowRunner Begun(params FlowBlock[] trunk) => new FlowRunner(Of(trunk)).Submit();

    private static FlowRunner Begun(Func<FlowDefinition, FlowDefinition> change, params FlowBlock[] trunk) => new FlowRunner(Of(change, trunk)).Submit();

    private static (FlowRunner Run, FlowEvent Event) With(FlowRunner run, Func<FlowRunner, FlowEvent> last) => (run, last(run));

    private static (FlowRunner Run, FlowEvent Event) With(FlowRunner run, Action<FlowRunner> first, Func<FlowRunner, FlowEvent> last)
    {
        first(run);
        return (run, last(run));
    }

    private static (FlowRunner Run, FlowEvent Event) With(FlowRunner run, Action<FlowRunner> first, Action<FlowRunner> second, Func<FlowRunner, FlowEvent> last)
    {
        first(run);
        second(run);
        return (run, last(run));
    }

    private static ApprovalSettings Any(ApprovalSettings settings) => settings with { Mode = SeatMode.Any };

    private static ApprovalSettings Claimed(ApprovalSettings settings) => settings with { Claim = true };

    private static FlowBlock Chosen() => Approve("a", "", settings => settings with { Assignees = [TestFlow.Members("A") with { Kind = AssigneeKind.InitiatorsChoice }] });

    private static int Only(FlowRunner run) => Assert.Single(run.State.Seats.Keys);

    private static FlowEvent.Approve Deciding(string who, int seat) => new() { CommandId = Guid.NewGuid(), ActorId = Id(who), SeatId = seat };

    private static FlowEvent.Transfer Transferring(FlowRunner run, string who, string to) => new(Id(to)) { CommandId = Guid.NewGuid(), ActorId = Id(who), SeatId = run.Seat("a", who) };

    private static FlowEvent.Entrust Entrusting(FlowRunner run, string who, string to) => new(Id(to)) { CommandId = Guid.NewGuid(), ActorId = Id(who), SeatId = run.Seat("a", who) };

    private static FlowEvent.AddSeats Adding(FlowRunner run, string who, long[] members) => new(SeatOrigin.AddedBeside, [.. members]) { CommandId = Guid.NewGuid(), ActorId = Id(who), SeatId = run.Seat("a", who) };

    private static FlowEvent.Claim Claiming(FlowRunner run, string who) => new() { CommandId = Guid.NewGuid(), ActorId = Id(who), SeatId = Only(run) };

    private static FlowEvent.SendBack Returning(FlowRunner run, string block, string who, params string[] targets) => new() { CommandId = Guid.NewGuid(), ActorId = Id(who), SeatId = run.Seat(block, who), Targets = [.. targets] };

    private static FlowEvent.TakeBack TakingBack(FlowRunner run) => new() { CommandId = Guid.NewGuid(), ActorId = 1, SeatId = run.LastSeat("a", "A").Id };

    private static FlowEvent.Suspend Suspend() => new() { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "audit" };

    private static FlowEvent.Withdraw Withdrawal(long actor) => new() { CommandId = Guid.NewGuid(), ActorId = actor };

    private static FlowEvent.Remind Reminder() => new() { CommandId = Guid.NewGuid(), ActorId = FlowRunner.Initiator };

    private static FlowEvent.Submit Submission(params long[] chosen) => new()
    {
        CommandId = Guid.NewGuid(),
        ActorId = FlowRunner.Initiator,
        Choices = chosen.Length == 0 ? ImmutableSortedDictionary<string, ImmutableArray<long>>.Empty : ImmutableSortedDictionary<string, ImmutableArray<long>>.Empty.Add("a", [.. chosen]),
    };
}
