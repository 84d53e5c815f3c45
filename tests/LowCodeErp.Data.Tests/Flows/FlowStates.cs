using System.Collections.Immutable;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>States as the machine would make them.</summary>
internal static class FlowStates
{
    public const long Initiator = 3;

    public const long Approver = 7;

    private static readonly DateTime Now = PublishedDatabase.Now;

    /// <summary>One block of which one seat is open.</summary>
    public static FlowState Running(long id, long recordId, bool runsBesideOthers = false) => new()
    {
        Instance = new()
        {
            Id = id, Flow = "order-approval", Version = 1, RecordId = recordId, RunsBesideOthers = runsBesideOthers, Title = "订单 1", InitiatorId = Initiator,
            Status = FlowStatus.Running, CreatedAt = Now, SubmittedAt = Now, LastId = 3,
        },
        Scopes = Rows([new FlowScope { Id = 1, OpenedAt = Now }, new FlowScope { Id = 2, ParentId = 1, Block = "manager", OpenedAt = Now }], row => row.Id),
        Seats = Rows([Seat(3, Approver)], row => row.Id),
    };

    /// <summary>Every kind of row, with nothing left at its default.</summary>
    public static FlowState Full(long id, long recordId)
    {
        var running = Running(id, recordId);
        return running with
        {
            Instance = running.Instance with
            {
                FlowVersion = 4,
                SuspendedAt = Now,
                RecordVersion = 5,
                Round = 2,
                Snapshot = """{"total":12}""",
                LastId = 9,
                Choices = ImmutableSortedDictionary<string, ImmutableArray<long>>.Empty.Add("boss", [1, 2]),
                WaysBack = [new FlowWayBack("boss", "manager", 3), new FlowWayBack("manager", null, null)],
            },
            Scopes = running.Scopes.SetItem(2, new()
            {
                Id = 2, ParentId = 1, Block = "manager", Branch = "left", Generation = 2, Status = ScopeStatus.Carried, ExpectedChildren = 3, Outcome = "approved",
                AfterId = 1, Memory = """{"step":1}""", OpenedAt = Now, ClosedAt = Now.AddHours(1),
            }),
            Seats = running.Seats.SetItem(3, new()
            {
                Id = 3, ScopeId = 2, Generation = 2, Order = 1.5m, Weight = 2.25m, HasVeto = true, HasFiat = true, Origin = SeatOrigin.AddedBefore, AddedById = 3,
                AddedMode = "all", PrincipalId = 7, HolderId = 8, Group = "role:sales/manager", Candidates = [7, 8], Status = SeatStatus.Skipped, Reason = "self-skipped",
                Chain = [new SeatHandover("transferred", 7, 8, Now, "出差")], Delegators = [7], Opinion = "同意", SignatureId = 12, OpenedAt = Now, ReadAt = Now,
                DecidedAt = Now, DecidedById = 8, RecordVersion = 4, Reminders = 1, RemindedAt = Now, Round = 2,
            }),
            Timers = Rows(
                [
                    new FlowTimer
                    {
                        Id = 4, ScopeId = 2, Generation = 2, SeatId = 3, Kind = "timeout", Step = 1, DueAt = Now, IsWorkingTime = true,
                        Remaining = TimeSpan.FromHours(49.5), Status = TimerStatus.Frozen,
                    },
                ],
                row => row.Id),
            Waits = Rows([new FlowWait { Id = 5, ScopeId = 2, Generation = 2, Event = "paid", Payload = """{"a":1}""", IsClosed = true }], row => row.Id),
            Jobs = Rows([Job(6) with { Attempts = 2, Generation = 2, Status = JobStatus.Failed }], row => row.Id),
            Incidents = Rows(
                [
                    new FlowIncident
                    {
                        Id = 7, ScopeId = 2, JobId = 6, Code = "flow.formula.failed", Chinese = "公式", English = "formula", At = Now, ResolvedAt = Now, ResolvedById = 1,
                        Resolution = "retried",
                    },
                ],
                row => row.Id),
        };
    }

    public static FlowSeat Seat(int id, long holder) => new() { Id = id, ScopeId = 2, PrincipalId = holder, HolderId = holder, Status = SeatStatus.Open, OpenedAt = Now };

    public static FlowJob Job(int id) => new() { Id = id, ScopeId = 2, Generation = 1, Kind = "webhook", Payload = """{"url":"https://example.com"}""", NextAt = Now };

    public static FlowHistory History(int id, Guid command) => new()
    {
        Id = id, At = Now, Action = "approved", ActorId = Approver, PrincipalId = Approver, ScopeId = 2, Block = "manager", SeatId = 3, Generation = 1, Reason = "decided",
        Text = "同意", Details = """{"a":1}""", CommandId = command,
    };

    public static FlowChange Start(FlowState state) => Change(null, state);

    /// <param name="history">Ids of the entries that are appended.</param>
    public static FlowChange Change(FlowState? before, FlowState after, params int[] history)
    {
        var command = Guid.NewGuid();
        return new(
            before, after, [.. history.Select(id => History(id, command))],
            new() { CommandId = command, InstanceId = after.Instance.Id, ActorId = Approver, At = Now, Version = after.Instance.Version, Status = after.Instance.Status });
    }

    /// <summary>The next version, in which the seat has approved and nothing is open any more.</summary>
    public static FlowState Approved(FlowState state) => state with
    {
        Instance = state.Instance with { Version = state.Instance.Version + 1, Status = FlowStatus.Approved, EndedAt = Now },
        Scopes = state.Scopes.SetItem(2, state.Scopes[2] with { Status = ScopeStatus.Done, Outcome = "approved", ClosedAt = Now }),
        Seats = state.Seats.SetItem(3, state.Seats[3] with { Status = SeatStatus.Approved, DecidedAt = Now, DecidedById = Approver }),
    };

    public static ImmutableSortedDictionary<int, TRow> Rows<TRow>(IEnumerable<TRow> rows, Func<TRow, int> idOf) => rows.ToImmutableSortedDictionary(idOf, row => row);
}
