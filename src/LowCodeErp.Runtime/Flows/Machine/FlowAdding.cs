using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>加签 and 减签 (rules 13 to 16).</summary>
internal static class FlowAdding
{
    private const decimal HeaviestWeight = 1_000_000;

    public static void Add(FlowWork work, FlowScope scope, FlowSeat seat, FlowEvent.AddSeats command)
    {
        var settings = FlowSeats.SettingsOf(work, scope);
        if (Check(work, scope, seat, settings, command) is { } problem)
        {
            work.Refuse(problem);
            return;
        }

        AddAll(work, scope, seat, command);
        work.Note(FlowActions.Added, scope, seat, text: command.Opinion, details: FlowDetails.Of(command.Place.ToString(), command.Members));
        switch (command.Place)
        {
            case SeatOrigin.AddedBefore:
                FlowTimers.FreezeSeat(work, seat);
                work.Set(work.Seats[seat.Id] with { Status = SeatStatus.Waiting });
                FlowSeats.Settle(work, scope.Id);
                break;
            case SeatOrigin.AddedAfter:
                FlowSeats.Decide(work, scope, work.Seats[seat.Id], FlowSeats.PositiveOf(settings), null, command.Opinion, command.SignatureId);
                break;
            default:
                FlowSeats.Settle(work, scope.Id);
                break;
        }
    }

    public static void Remove(FlowWork work, FlowScope scope, FlowSeat seat, FlowEvent.RemoveSeats command)
    {
        var removed = command.Seats.IsDefault ? [] : command.Seats.Distinct().Select(id => work.Seats.GetValueOrDefault(id)).ToList();
        if (removed.Count == 0 || removed.Exists(other => other is null || !IsOwn(seat, other)))
        {
            work.Refuse(FlowDiagnostics.RemoveForbidden(scope.Block!));
            return;
        }

        foreach (var other in removed)
        {
            work.Note(FlowActions.Removed, scope, work.Set(other! with { Status = SeatStatus.Removed, Reason = FlowReasons.Removed }), text: command.Opinion);
            FlowTimers.Cancel(work, scope.Id, other!.Id);
            FlowSeats.CloseWithAdded(work, scope, [other.Id], FlowReasons.Removed);
        }

        FlowSeats.Settle(work, scope.Id);
    }

    private static bool IsOwn(FlowSeat seat, FlowSeat other) => other.AddedById == seat.Id && (other.Status is SeatStatus.Open or SeatStatus.Waiting);

    private static void AddAll(FlowWork work, FlowScope scope, FlowSeat seat, FlowEvent.AddSeats command)
    {
        var step = 1m / (command.Members.Length + 1);
        var next = work.SeatsOf(scope.Id).Where(other => other.Order > seat.Order).Select(other => (decimal?)other.Order).Min() ?? seat.Order + 1;
        int[] ids = [.. command.Members.Select(_ => work.NewId())];
        foreach (var (index, member) in command.Members.Index())
        {
            work.Add(new FlowSeat
            {
                Id = ids[index],
                ScopeId = scope.Id,
                Generation = scope.Generation,
                Order = seat.Order + ((next - seat.Order) * step * (index + 1)),
                Weight = command.Weight,
                HasVeto = command.Veto,
                Origin = command.Place,
                AddedById = seat.Id,
                AddedMode = command.Place == SeatOrigin.AddedBeside ? null : SeatTree.ModeText(command, ids[0]),
                PrincipalId = member,
                HolderId = member,
            });
        }
    }

    private static Diagnostic? Check(FlowWork work, FlowScope scope, FlowSeat seat, TaskSettings settings, FlowEvent.AddSeats command)
    {
        if (command.Members.IsDefaultOrEmpty || command.Place == SeatOrigin.Model)
        {
            return FlowDiagnostics.NobodyAdded(scope.Block!);
        }

        var asked = work.SeatsOf(scope.Id).Where(other => other.Status is SeatStatus.Open or SeatStatus.Waiting).Select(other => other.HolderId).ToHashSet();
        return DepthOf(work, seat) >= settings.AddDepth || command.Mode == SeatMode.Vote ? FlowDiagnostics.AddForbidden(scope.Block!)
            : command.Weight <= 0 || command.Weight > HeaviestWeight ? FlowDiagnostics.WeightInvalid(scope.Block!)
            : !command.Members.All(work.Facts.Organisation.IsActive) ? FlowDiagnostics.MemberInactive(scope.Block!)
            : command.Members.Any(member => asked.Contains(member)) || command.Members.Distinct().Count() < command.Members.Length ? FlowDiagnostics.AlreadyAsked(scope.Block!)
            : settings is ApprovalSettings && command.Members.Any(member => member == work.Instance.InitiatorId) ? FlowDiagnostics.ToInitiator(scope.Block!)
            : null;
    }

    private static int DepthOf(FlowWork work, FlowSeat seat)
    {
        var depth = 0;
        for (var at = seat; at.AddedById is { } adder; at = work.Seats[adder])
        {
            depth++;
        }

        return depth;
    }
}
