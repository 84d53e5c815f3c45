using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.Operations;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Flows;

/// <summary>Opens instances for people: for whoever had a part, administers the app, or may see the record. What he can do there comes with it.</summary>
public sealed class FlowDesk(
    IFlowQueries flows, IFlowVersions versions, IRecordQueries records, IAccess access, IWorkspace workspace, IOrganisation organisation, IWorkingCalendars calendars)
{
    /// <param name="seatId">The task that he was led to; null to find the one that is his.</param>
    public async Task<FlowOpening> OpenAsync(long instanceId, int? seatId, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await flows.FindAsync(instanceId, cancellationToken) is not { } state)
        {
            return new FlowOpening.Refused(FlowCommandDiagnostics.UnknownInstance());
        }

        var found = await versions.FindAsync(state.Instance.Flow, state.Instance.FlowVersion ?? workspace.Current.Version, cancellationToken);
        if (found.Model is not { } flow)
        {
            return new FlowOpening.Refused(found.Diagnostics.Count > 0 ? found.Diagnostics[0] : FlowCommandDiagnostics.UnknownFlow(state.Instance.Flow));
        }

        return await OpenAsync(flow, state, FindSeat(state, seatId, actor.MemberId), actor, cancellationToken);
    }

    private async Task<FlowOpening> OpenAsync(FlowModel flow, FlowState state, FlowSeat? seat, Actor actor, CancellationToken cancellationToken)
    {
        var viewer = await access.OfAsync(actor, cancellationToken);
        var reader = seat is { Status: SeatStatus.Open } && seat.HolderId == actor.MemberId && state.Instance.SuspendedAt is null
            ? actor with { Task = new(flow.Form.Key, state.Instance.Id, seat.Id) }
            : actor;
        var rights = await records.ReadRightsAsync(workspace.Current.FindForm(flow.Form.Key) ?? flow.Form, state.Instance.RecordId, reader, cancellationToken);
        var administers = viewer.Administers(flow.App);
        if (!administers && !rights.May(AccessOperation.View) && !(actor.MemberId is { } member && FlowParticipants.Contains(state, member)) && !IsAskedByGroup(state, seat, viewer))
        {
            return new FlowOpening.Refused(FlowCommandDiagnostics.NotYours());
        }

        var history = await flows.ReadHistoryAsync(state.Instance.Id, cancellationToken);
        return new FlowOpening.Opened(new(flow, state, history, seat, OfferOf(flow, state, seat, viewer), reader, rights, administers));
    }

    private FlowOffer OfferOf(FlowModel flow, FlowState state, FlowSeat? seat, MemberAccess viewer)
    {
        var facts = new FlowFacts(viewer.Evaluation.Now, organisation.Current, calendars.Current, workspace.TimeZone);
        return viewer.ChangesNothing || viewer.Actor.MemberId is not { } member ? FlowOffer.None
            : seat is null ? FlowOffers.OnInstance(flow, state, member, facts)
            : FlowOffers.AtSeat(flow, state, seat.Id, member, facts);
    }

    /// <summary>The one that he was led to; else one that waits for him; else the last one that he decided.</summary>
    private static FlowSeat? FindSeat(FlowState state, int? seatId, long? member)
        => (seatId is { } id ? state.Seats.GetValueOrDefault(id) : null)
            ?? (member is null ? null : state.Seats.Values.FirstOrDefault(seat => seat.Status == SeatStatus.Open && seat.HolderId == member)
                ?? state.Seats.Values.Where(seat => seat.DecidedById == member).MaxBy(seat => seat.DecidedAt));

    /// <summary>Whether the seat waits for anybody of a group to which he belongs.</summary>
    private static bool IsAskedByGroup(FlowState state, FlowSeat? seat, MemberAccess viewer)
        => seat is { HolderId: null } && FlowTasks.Of(state).Any(task => task.SeatId == seat.Id && viewer.Asked.Contains(task.Asked));
}
