using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Operations;

/// <summary>
/// What somebody can do with an instance as it stands. Each operation is tried on the machine, which forgets it again: the rules are said in one place, and what
/// a page offers is carried out. Where it depends on people, somebody is taken who has no part in the step yet.
/// </summary>
public static class FlowOffers
{
    private static readonly string _choiceMissing = FlowDiagnostics.ChoiceMissing().Code;

    /// <summary>At a seat, and with the instance as a whole.</summary>
    public static FlowOffer AtSeat(FlowModel model, FlowState state, int seatId, long actorId, FlowFacts facts)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Seats.TryGetValue(seatId, out var seat) ? new Trial(model, state, actorId, facts).At(seat) : FlowOffer.None;
    }

    /// <summary>With the instance as a whole.</summary>
    public static FlowOffer OnInstance(FlowModel model, FlowState state, long actorId, FlowFacts facts) => new Trial(model, state, actorId, facts).Whole();

    private sealed class Trial(FlowModel model, FlowState state, long actorId, FlowFacts facts)
    {
        public FlowOffer Whole() => new() { Operations = OperationsOf(OnInstance()) };

        public FlowOffer At(FlowSeat seat)
        {
            var targets = TargetsFrom(seat).ToList();
            var (previous, initiator) = (Can(Back(seat)), Can(Back(seat) with { ToInitiator = true }));
            var removable = state.Seats.Values.Where(added => added.AddedById == seat.Id && Can(Remove(seat, added))).Select(added => added.Id).ToList();
            var operations = OperationsOf(AtSeat(seat).Concat(OnInstance()));
            if (previous || initiator || targets.Count > 0)
            {
                operations.Add(FlowOperation.SendBack);
            }

            if (removable.Count > 0)
            {
                operations.Add(FlowOperation.RemoveSeats);
            }

            return new() { Operations = operations, Targets = targets, ToPrevious = previous, ToInitiator = initiator, Removable = removable };
        }

        private HashSet<FlowOperation> OperationsOf(IEnumerable<(FlowOperation Operation, FlowEvent? Event)> events)
            => [.. events.Where(entry => entry.Event is { } happened && Can(happened)).Select(entry => entry.Operation)];

        private IEnumerable<(FlowOperation Operation, FlowEvent? Event)> AtSeat(FlowSeat seat)
        {
            yield return (FlowOperation.Approve, Of(seat, new FlowEvent.Approve { CommandId = default, ActorId = actorId, SeatId = seat.Id }));
            yield return (FlowOperation.Reject, Of(seat, new FlowEvent.Reject { CommandId = default, ActorId = actorId, SeatId = seat.Id }));
            yield return (FlowOperation.Complete, Of(seat, new FlowEvent.Complete { CommandId = default, ActorId = actorId, SeatId = seat.Id }));
            yield return (FlowOperation.Claim, new FlowEvent.Claim { CommandId = default, ActorId = actorId, SeatId = seat.Id });
            yield return (FlowOperation.Release, new FlowEvent.Release { CommandId = default, ActorId = actorId, SeatId = seat.Id });
            yield return (FlowOperation.TakeBack, new FlowEvent.TakeBack { CommandId = default, ActorId = actorId, SeatId = seat.Id });
            yield return (FlowOperation.KeepDraft, new FlowEvent.KeepDraft { CommandId = default, ActorId = actorId, SeatId = seat.Id });
            if (FindSomebody(seat) is not { } somebody)
            {
                yield break;
            }

            yield return (FlowOperation.Transfer, new FlowEvent.Transfer(somebody) { CommandId = default, ActorId = actorId, SeatId = seat.Id });
            yield return (FlowOperation.Entrust, new FlowEvent.Entrust(somebody) { CommandId = default, ActorId = actorId, SeatId = seat.Id });
            yield return (FlowOperation.AddBefore, Add(seat, SeatOrigin.AddedBefore, somebody));
            yield return (FlowOperation.AddAfter, Add(seat, SeatOrigin.AddedAfter, somebody));
            yield return (FlowOperation.AddBeside, Add(seat, SeatOrigin.AddedBeside, somebody));
        }

        private IEnumerable<(FlowOperation Operation, FlowEvent? Event)> OnInstance()
        {
            var isInitiator = state.Instance.InitiatorId == actorId;
            yield return (FlowOperation.Withdraw, new FlowEvent.Withdraw { CommandId = default, ActorId = actorId });
            yield return (FlowOperation.Remind, isInitiator ? new FlowEvent.Remind { CommandId = default, ActorId = actorId } : null);
            yield return (FlowOperation.Copy, FlowParticipants.Contains(state, actorId) ? new FlowEvent.Copy([actorId]) { CommandId = default, ActorId = actorId } : null);
            yield return (FlowOperation.Resubmit, isInitiator && state.Instance.Status == FlowStatus.Returned ? new FlowEvent.Submit { CommandId = default, ActorId = actorId } : null);
        }

        /// <summary>The steps with people that the instance has been through, each as the only one.</summary>
        private IEnumerable<FlowBlock> TargetsFrom(FlowSeat seat)
        {
            var visited = state.Scopes.Values.Select(scope => scope.Block).ToHashSet();
            return model.Trunk.WithAllBelow.Where(block => visited.Contains(block.Key) && block is FlowBlock.Leaf { Node.AsksPeople: true } && Can(Back(seat) with { Targets = [block.Key] }));
        }

        private FlowEvent.SendBack Back(FlowSeat seat) => new() { CommandId = default, ActorId = actorId, SeatId = seat.Id, Opinion = "-", SignatureId = 0 };

        private FlowEvent.RemoveSeats Remove(FlowSeat seat, FlowSeat added) => new([added.Id]) { CommandId = default, ActorId = actorId, SeatId = seat.Id };

        private FlowEvent.AddSeats Add(FlowSeat seat, SeatOrigin place, long member)
            => new(place, [member]) { CommandId = default, ActorId = actorId, SeatId = seat.Id, Opinion = "-", SignatureId = 0 };

        /// <summary>What a step requires beside it is no reason not to offer it.</summary>
        private static FlowEvent.SeatCommand Of(FlowSeat seat, FlowEvent.SeatCommand command) => command with { Opinion = seat.Opinion ?? "-", SignatureId = seat.SignatureId ?? 0 };

        private long? FindSomebody(FlowSeat seat)
        {
            var asked = state.Seats.Values.Where(other => other.ScopeId == seat.ScopeId).Select(other => other.HolderId).Append(actorId).Append(state.Instance.InitiatorId).ToHashSet();
            return facts.Organisation.Members.FirstOrDefault(member => member.IsActive && !asked.Contains(member.Id))?.Id;
        }

        /// <summary>A question that the machine asks is for whoever carries it out; whom to choose for a later step, too.</summary>
        private bool Can(FlowEvent happened) => FlowMachine.Apply(model, state, happened, facts) switch
        {
            FlowStep.Refused { Diagnostic: var problem } => IsForThePageToAsk(problem),
            _ => true,
        };

        private static bool IsForThePageToAsk(Diagnostic problem) => problem.Code == _choiceMissing;
    }
}
