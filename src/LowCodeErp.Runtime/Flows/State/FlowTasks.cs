using System.Globalization;

namespace LowCodeErp.Runtime.Flows.State;

/// <summary>What stands in to-do lists because of a state.</summary>
public static class FlowTasks
{
    /// <summary>How the lists of one member are named.</summary>
    public static string OfMember(long memberId) => string.Create(CultureInfo.InvariantCulture, $"member:{memberId}");

    /// <summary>How the lists of whoever has a role are named.</summary>
    public static string OfRole(string app, string role) => $"role:{app}/{role}";

    /// <summary>How the lists of whoever belongs to a department are named.</summary>
    public static string OfDepartment(long departmentId) => string.Create(CultureInfo.InvariantCulture, $"department:{departmentId}");

    /// <summary>In the order of the seats; a seat that several may claim stands in the list of each.</summary>
    public static IEnumerable<FlowTask> Of(FlowState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Seats.Values.Where(seat => seat.Status == SeatStatus.Open).SelectMany(seat => AskedBy(seat).Select(asked => Make(state, seat, asked)));
    }

    /// <summary>Who has claimed a seat has it alone.</summary>
    private static IEnumerable<string> AskedBy(FlowSeat seat)
        => seat.HolderId is { } holder ? [OfMember(holder)]
            : seat.Candidates.Length > 0 ? seat.Candidates.Distinct().Select(OfMember)
            : seat.Group is { } group ? [group]
            : [];

    private static FlowTask Make(FlowState state, FlowSeat seat, string asked) => new()
    {
        InstanceId = state.Instance.Id,
        SeatId = seat.Id,
        Asked = asked,
        Flow = state.Instance.Flow,
        FlowVersion = state.Instance.FlowVersion,
        Block = state.Scopes[seat.ScopeId].Block ?? "",
        RecordId = state.Instance.RecordId,
        HolderId = seat.HolderId,
        Title = state.Instance.Title,
        InitiatorId = state.Instance.InitiatorId,
        OpenedAt = seat.OpenedAt ?? state.Scopes[seat.ScopeId].OpenedAt,
        DueAt = DueOf(state, seat),
        ReadAt = seat.ReadAt,
    };

    private static DateTime? DueOf(FlowState state, FlowSeat seat)
        => state.Timers.Values
            .Where(timer => timer.Status == TimerStatus.Open && timer.ScopeId == seat.ScopeId && (timer.SeatId is null || timer.SeatId == seat.Id))
            .Min(timer => (DateTime?)timer.DueAt);
}
