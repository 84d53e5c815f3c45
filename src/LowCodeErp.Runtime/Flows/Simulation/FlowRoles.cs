using System.Text.Json;
using LowCodeErp.Metadata.Flows;

namespace LowCodeErp.Runtime.Flows.Simulation;

/// <summary>The roles that the steps of a flow name, as they write them.</summary>
internal static class FlowRoles
{
    public static IEnumerable<string> NamedIn(FlowDefinition definition)
        => definition.Blocks.Values.SelectMany(block => block.Settings is { } settings ? In(settings) : []).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> In(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member is { Name: "roles", Value.ValueKind: JsonValueKind.Array }
            ? member.Value.EnumerateArray().Where(role => role.ValueKind == JsonValueKind.String).Select(role => role.GetString()!)
            : In(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(In),
        _ => [],
    };
}
