using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.Nodes;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>Particulars of history, as JSON.</summary>
internal static class FlowDetails
{
    /// <summary>What conditions came to, and which branches were taken.</summary>
    public static string Of(IReadOnlyList<FlowBranch> tested, IReadOnlyList<FlowOutcome> values, IReadOnlyList<FlowBranch>? taken = null)
    {
        var details = new JsonObject
        {
            ["conditions"] = new JsonObject(tested.Zip(values, (branch, value) => KeyValuePair.Create(branch.Key, NodePayload.ToJson(value.Value)))),
        };
        if (taken is not null)
        {
            details["taken"] = new JsonArray([.. taken.Select(branch => JsonValue.Create(branch.Key))]);
        }

        return Write(details);
    }

    public static string Of(string name, IEnumerable<long> ids) => Write(new JsonObject { [name] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]) });

    public static string Of(string name, IEnumerable<string> texts) => Write(new JsonObject { [name] = new JsonArray([.. texts.Select(text => JsonValue.Create(text))]) });

    private static string Write(JsonObject details) => details.ToJsonString(JsonSerializerOptions.Web);
}
