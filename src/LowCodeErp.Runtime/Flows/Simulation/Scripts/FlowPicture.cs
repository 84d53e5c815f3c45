using System.Globalization;
using System.Text.Json.Nodes;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Simulation.Scripts;

/// <summary>How an instance stands, as JSON.</summary>
internal static class FlowPicture
{
    /// <param name="before">How much history there was before the step.</param>
    public static JsonObject Of(FlowScriptWorld world, IScriptedInstance instance, int step, string verb, Diagnostic? refusal, int before)
    {
        var state = instance.State;
        return new()
        {
            ["step"] = step,
            ["do"] = verb,
            ["refused"] = refusal is null ? null : new JsonObject { ["code"] = refusal.Code, ["message"] = refusal.Message.ToString() },
            ["status"] = NameOf(state.Instance.Status),
            ["ended"] = state.Instance.HasEnded,
            ["suspended"] = state.Instance.SuspendedAt is not null,
            ["now"] = TextOf(world, world.Now),
            ["enabled"] = Array(EnabledIn(state).Select(scope => Enabled(world.Flow, scope))),
            ["seats"] = Array(state.Seats.Values.Where(seat => seat.Status is SeatStatus.Open or SeatStatus.Waiting).Select(seat => Seat(world, state, seat))),
            ["timers"] = Array(state.Timers.Values.Where(timer => timer.Status is TimerStatus.Open or TimerStatus.Frozen).Select(timer => Timer(world, state, timer))),
            ["waits"] = Array(state.Waits.Values.Where(wait => wait is { ScopeId: not null, IsClosed: false })
                .Select(wait => new JsonObject { ["node"] = state.Scopes[wait.ScopeId!.Value].Block, ["event"] = wait.Event })),
            ["jobs"] = Array(state.Jobs.Values.Where(job => job.Status == JobStatus.Open && job.ScopeId is not null)
                .Select(job => new JsonObject { ["node"] = state.Scopes[job.ScopeId!.Value].Block, ["kind"] = job.Kind })),
            ["choices"] = Array(Open(state).Where(incident => incident.Code == FlowChoices.Undecided).Select(incident => Choice(world.Flow, state, incident))),
            ["incidents"] = Array(Open(state).Where(incident => incident.Code != FlowChoices.Undecided)
                .Select(incident => new JsonObject { ["node"] = state.Scopes[incident.ScopeId].Block, ["code"] = incident.Code, ["message"] = new Core.Naming.LocalizedText(incident.Chinese, incident.English).ToString() })),
            ["history"] = Array(instance.History.Skip(before).Select(entry => History(world, entry))),
        };
    }

    private static IEnumerable<FlowIncident> Open(FlowState state) => state.Incidents.Values.Where(incident => incident.ResolvedAt is null);

    /// <summary>The steps and waiting branchings at which the instance stands.</summary>
    private static IEnumerable<FlowScope> EnabledIn(FlowState state)
        => state.Scopes.Values.Where(scope => scope is { Status: ScopeStatus.Live, Outcome: null, Block: not null, Branch: null }
            && state.Scopes.Values.All(child => child.ParentId != scope.Id || child.Status != ScopeStatus.Live));

    private static JsonObject Enabled(FlowModel model, FlowScope scope)
        => new() { ["node"] = scope.Block, ["label"] = model.Blocks[scope.Block!].Label.ToString(), ["generation"] = scope.Generation };

    private static JsonObject Seat(FlowScriptWorld world, FlowState state, FlowSeat seat) => new()
    {
        ["id"] = seat.Id, ["node"] = state.Scopes[seat.ScopeId].Block, ["holder"] = world.NameOf(seat.HolderId), ["open"] = seat.Status == SeatStatus.Open, ["origin"] = NameOf(seat.Origin),
    };

    private static JsonObject Timer(FlowScriptWorld world, FlowState state, FlowTimer timer) => new()
    {
        ["node"] = state.Scopes[timer.ScopeId].Block, ["seat"] = timer.SeatId, ["due"] = timer.Status == TimerStatus.Open ? TextOf(world, timer.DueAt) : null,
        ["remainingHours"] = timer.Remaining is { } left ? JsonValue.Create(Math.Round((decimal)left.TotalHours, 4)) : null,
    };

    private static JsonObject Choice(FlowModel model, FlowState state, FlowIncident incident)
    {
        var block = model.Blocks[state.Scopes[incident.ScopeId].Block!];
        return new() { ["node"] = block.Key, ["branches"] = Array(block.Ways.Select(way => JsonValue.Create(way.Key))) };
    }

    private static JsonObject History(FlowScriptWorld world, FlowHistory entry) => new()
    {
        ["action"] = entry.Action, ["node"] = entry.Block, ["by"] = world.NameOf(entry.ActorId), ["seat"] = entry.SeatId, ["reason"] = entry.Reason,
        ["details"] = entry.Details is { } details ? JsonNode.Parse(details) : null,
    };

    private static JsonArray Array(IEnumerable<JsonNode> nodes) => [.. nodes];

    private static string NameOf<T>(T value)
        where T : struct, Enum
        => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static string TextOf(FlowScriptWorld world, DateTime moment)
        => TimeZoneInfo.ConvertTimeFromUtc(moment, world.Zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
