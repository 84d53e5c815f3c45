using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Flows.Nodes;

/// <summary>What a job is given, as JSON: settings as they stand, and <c>values</c> that were evaluated when it was begun.</summary>
public static class NodePayload
{
    public static string Write(IReadOnlyList<FlowTerm> terms, IReadOnlyList<FlowOutcome> values, params IReadOnlyList<(string Name, string Text)> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var payload = new JsonObject(settings.Select(setting => KeyValuePair.Create(setting.Name, (JsonNode?)setting.Text)))
        {
            ["values"] = new JsonObject(terms.Zip(values, (term, value) => KeyValuePair.Create(term.Name, ToJson(value.Value)))),
        };
        return payload.ToJsonString(JsonSerializerOptions.Web);
    }

    /// <summary>Numbers and ids as numbers, dates in ISO 8601, lists as arrays.</summary>
    public static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool boolean => JsonValue.Create(boolean),
        decimal number => JsonValue.Create(number),
        long id => JsonValue.Create(id),
        DateOnly day => JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DateTime moment => JsonValue.Create(moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)),
        ValueList list => new JsonArray([.. list.Items.Select(ToJson)]),
        _ => JsonValue.Create(Convert.ToString(value, CultureInfo.InvariantCulture)),
    };
}
