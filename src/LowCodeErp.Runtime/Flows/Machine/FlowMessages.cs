using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>Tells people something. A message is a job: it is delivered after the command was stored, and nobody waits for it.</summary>
internal static class FlowMessages
{
    public const string Kind = "message";

    public static void Send(FlowWork work, FlowScope? scope, string about, IEnumerable<long> members, string? text = null)
    {
        var payload = new JsonObject
        {
            ["about"] = about,
            ["to"] = new JsonArray([.. members.Select(member => JsonValue.Create(member))]),
            ["block"] = scope?.Block,
            ["text"] = text,
        };
        FlowWaits.AddJob(work, null, Kind, payload.ToJsonString(JsonSerializerOptions.Web));
    }

    /// <summary>Those whom an instance has told this before; its jobs keep it.</summary>
    public static IEnumerable<long> ReceiversOf(IEnumerable<FlowJob> jobs, string about) => jobs.Where(job => job.Kind == Kind)
        .Select(job => JsonNode.Parse(job.Payload)!).Where(payload => (string?)payload["about"] == about)
        .SelectMany(payload => payload["to"]!.AsArray()).Select(member => (long)member!);

    public static void Remind(FlowWork work, FlowScope scope, FlowSeat seat, string? reason)
    {
        var reminded = work.Set(seat with { Reminders = seat.Reminders + 1, RemindedAt = work.Now });
        work.Note(FlowActions.Reminded, scope, reminded, reason, bySystem: reason is not null);
        Send(work, scope, FlowActions.Reminded, seat.HolderId is { } holder ? [holder] : seat.Candidates);
    }
}
